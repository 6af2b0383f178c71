"use client";

import { usePerson } from "@/components/frame/person";
import { Choice } from "@/components/ui/field";
import type { Settings } from "@/lib/auth/schema";
import { Section } from "./section";
import { useProfile } from "./use-profile";

const looks = {
  theme: {
    label: "Theme",
    options: { system: "As the device", light: "Light", dark: "Dark" },
  },
  clock: { label: "Clock", options: { "24h": "17:00", "12h": "5:00 pm" } },
  weekStart: { label: "Week starts on", options: { monday: "Monday", sunday: "Sunday", saturday: "Saturday" } },
} as const;

/** Each choice is saved as it is made. */
export function Look() {
  const { settings } = usePerson();
  const { said, save } = useProfile();
  return (
    <Section title="Look" said={said}>
      {(["theme", "clock", "weekStart"] as const).map((field) => (
        <Choice
          key={field}
          label={looks[field].label}
          value={settings[field]}
          onChange={(event) => void save({ settings: { [field]: event.target.value } })}
        >
          {Object.entries(looks[field].options).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Choice>
      ))}
      <label className="flex items-center gap-2.5 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          checked={settings.shortcuts}
          onChange={(event) => void save({ settings: { shortcuts: event.target.checked } })}
          className="size-4"
        />
        Single keys run commands; press ? to see which
      </label>
    </Section>
  );
}

type Rule = Settings["approval"]["delete"];
const rules: Rule[] = ["always", 1, 3, 10, 25, 50, "never"];

function sayRule(rule: Rule, verb: string): string {
  if (rule === "always") return `Always ask before it ${verb} anything`;
  if (rule === "never") return "Never ask";
  return `Ask when it ${verb} more than ${rule} in one reply`;
}

/** What the assistant, or a connected client, may do without asking. */
export function ApprovalRules() {
  const { settings } = usePerson();
  const { said, save } = useProfile();
  const { approval } = settings;
  const choices = [
    { field: "delete", label: "Deleting tasks", verb: "deletes" },
    { field: "change", label: "Changing tasks", verb: "changes" },
  ] as const;
  return (
    <Section title="Approval" said={said}>
      <p className="text-soft">Small things happen at once and can be undone. Larger ones wait for your yes.</p>
      {choices.map(({ field, label, verb }) => (
        <Choice
          key={field}
          label={label}
          value={String(approval[field])}
          onChange={(event) => {
            const rule = rules.find((one) => String(one) === event.target.value) ?? approval[field];
            void save({ settings: { approval: { ...approval, [field]: rule } } });
          }}
        >
          {[...new Set([...rules, approval[field]])].map((rule) => (
            <option key={rule} value={String(rule)}>
              {sayRule(rule, verb)}
            </option>
          ))}
        </Choice>
      ))}
    </Section>
  );
}
