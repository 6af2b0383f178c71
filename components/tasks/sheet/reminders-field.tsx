"use client";

import { BellPlus, X } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { usePerson } from "@/components/frame/person";
import { Menu, MenuItem } from "@/components/ui/menu";
import { cn } from "@/lib/cn";
import { sayTime } from "@/lib/dates";
import { FieldFoot } from "./field-foot";
import { mostReminders, readReminder, sayReminder, usualReminders } from "./reminders";
import { lineLook, Row } from "./row";
import type { Filled } from "./use-sheet";

/** When to be reminded, counted back from the hour at which the task is due. */
export function RemindersField({ sheet }: { sheet: Filled }) {
  const id = useId();
  const [own, setOwn] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const { reminders, due } = sheet.shown;
  const { settings, clock } = usePerson();
  const { minutes: usual, wholeDays, dayTime } = settings.reminders;
  const isUsual = usual !== null && reminders.length === 0 && due !== null && (due.time !== null || wholeDays);
  const isLocked = sheet.detail.task.deletedAt !== null;
  const left = usualReminders.filter((before) => !reminders.includes(before));

  const set = (now: number[]) => void sheet.save("reminders", { reminders: [...new Set(now)].sort((a, b) => a - b) });

  function addOwn() {
    const text = own?.trim();
    if (!text) return setOwn(null);
    const before = readReminder(text);
    if (before === null)
      return sheet.complain("reminders", `“${text}” is not a time before. Write it as “45 min” or “2 days”.`);
    sheet.complain("reminders");
    setOwn(null);
    if (!reminders.includes(before)) set([...reminders, before]);
  }

  function key(event: KeyboardEvent) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    addOwn();
  }

  return (
    <Row label="Remind me" id={`${id}-name`}>
      <div className="flex flex-wrap items-center gap-1">
        <ul ref={list} aria-labelledby={`${id}-name`} className="contents">
          {reminders.map((before) => (
            <li key={before} className="flex items-center rounded-slip bg-tint pl-1.5 text-small">
              {sayReminder(before)}
              <button
                type="button"
                disabled={isLocked}
                aria-label={`Don’t remind ${sayReminder(before)}`}
                onClick={() => set(reminders.filter((one) => one !== before))}
                className="grid size-6 place-items-center rounded-slip hover:bg-rule pointer-coarse:size-11"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
        {due === null ? (
          <p className="py-1.5 text-faint text-small">
            {reminders.length > 0 ? "Once there is a date." : "Needs a date."}
          </p>
        ) : isLocked || reminders.length >= mostReminders ? null : (
          <Menu label="Add a reminder" icon={<BellPlus aria-hidden />} className="size-8">
            {left.map((before) => (
              <MenuItem key={before} onClick={() => set([...reminders, before])}>
                {sayReminder(before)}
              </MenuItem>
            ))}
            <MenuItem onClick={() => setOwn("")}>another time…</MenuItem>
          </Menu>
        )}
        {isUsual ? <p className="text-faint text-small">{sayReminder(usual)}, as in the settings</p> : null}
        {due !== null && due.time === null && (reminders.length > 0 || isUsual) ? (
          <p className="w-full text-faint text-micro">Without an hour, counted from {sayTime(dayTime, clock)}.</p>
        ) : null}
      </div>
      {own === null ? null : (
        <input
          aria-label="How long before"
          aria-invalid={Boolean(sheet.wrongs.reminders)}
          aria-describedby={sheet.wrongs.reminders ? id : undefined}
          // The person chose to write a time of their own.
          // biome-ignore lint/a11y/noAutofocus: see above
          autoFocus
          maxLength={40}
          placeholder="45 min, 2 days…"
          value={own}
          onChange={(event) => setOwn(event.target.value)}
          onBlur={addOwn}
          onKeyDown={key}
          className={cn(lineLook, "mt-1")}
        />
      )}
      <FieldFoot id={id} sheet={sheet} field="reminders" />
    </Row>
  );
}
