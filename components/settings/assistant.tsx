"use client";

import { usePerson } from "@/components/frame/person";
import { Choice } from "@/components/ui/field";
import { Section } from "./section";
import { useProfile } from "./use-profile";

type Model = { id: string; name: string };

/** Which model a new conversation begins with. */
export function Assistant({ models }: { models: Model[] }) {
  const { settings } = usePerson();
  const { said, save } = useProfile();
  const [first] = models;
  const isGone = settings.model !== null && !models.some(({ id }) => id === settings.model);
  if (models.length === 1 && !isGone) {
    return (
      <Section title="Assistant" said={said}>
        <p>{first?.name}</p>
        <p className="-mt-3 text-faint text-small">
          It runs on this server and needs no key. Whoever runs this Docket can offer models of OpenAI or of a server of
          their own; they stand here then.
        </p>
      </Section>
    );
  }
  return (
    <Section title="Assistant" said={said}>
      <Choice
        label="Model for new conversations"
        value={settings.model ?? ""}
        onChange={(event) => void save({ settings: { model: event.target.value || null } })}
        hint={
          isGone
            ? `${settings.model} is not offered here any more; ${first?.name} answers instead.`
            : "Each conversation can use another one."
        }
      >
        <option value="">{`The first that is offered (${first?.name})`}</option>
        {models.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {isGone ? <option value={settings.model ?? ""}>{`${settings.model} (not offered)`}</option> : null}
      </Choice>
    </Section>
  );
}
