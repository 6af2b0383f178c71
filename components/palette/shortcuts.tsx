"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { usePerson } from "@/components/frame/person";
import { useProfile } from "@/components/settings/use-profile";
import { IconButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Wrong } from "@/components/ui/field";
import { Keycaps } from "@/components/ui/keycaps";
import { commands, rowKeys } from "./commands";
import { isMac, sayKeys } from "./keys";

/** What can be done by key, and the switch for those who would press them by accident. */
export function Shortcuts({ close }: { close: () => void }) {
  const { settings } = usePerson();
  const { said, save } = useProfile();
  const [isOn, setOn] = useState(settings.shortcuts);
  async function turn(on: boolean) {
    setOn(on);
    if (!(await save({ settings: { shortcuts: on } }))) setOn(!on);
  }
  const listed = commands.flatMap((command) => (command.keys ? [{ ...command, keys: command.keys }] : []));
  const groups = [...new Set(listed.map(({ group }) => group))];
  return (
    <Dialog label="Keyboard shortcuts" close={close}>
      <div className="px-5 pt-4 pb-5">
        <div className="flex items-center justify-between pb-2">
          <h2 className="font-display text-head">Keyboard shortcuts</h2>
          <IconButton label="Close" onClick={close} className="-mr-2">
            <X aria-hidden />
          </IconButton>
        </div>
        {groups.map((group) => (
          <Keys key={group} of={group} rows={listed.filter((command) => command.group === group)} />
        ))}
        <Keys of="On a task" rows={rowKeys} />
        <label className="flex items-start gap-2.5 py-1">
          <input
            type="checkbox"
            checked={isOn}
            onChange={(event) => void turn(event.target.checked)}
            className="mt-1 size-4 shrink-0"
          />
          <span>
            Single keys run commands
            <span className="block text-faint text-small">
              Never while you type. Switch it off if you use speech input, or press them by accident.
            </span>
          </span>
        </label>
        <Wrong>{said?.wrong ? said.text : null}</Wrong>
      </div>
    </Dialog>
  );
}

function Keys({ of, rows }: { of: string; rows: readonly { name: string; keys: string }[] }) {
  return (
    <section aria-label={of} className="pb-3">
      <h3 className="label pb-1">{of}</h3>
      <dl>
        {rows.map(({ name, keys }) => (
          <div key={name} className="flex items-center justify-between gap-4 border-rule border-b py-1.5">
            <dt>{name}</dt>
            <dd>
              <Keycaps keys={sayKeys(keys, isMac())} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
