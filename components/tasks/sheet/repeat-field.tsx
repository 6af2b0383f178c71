"use client";

import { Repeat2 } from "lucide-react";
import { type KeyboardEvent, useId } from "react";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useRecurrenceWords } from "@/components/words";
import { FieldFoot } from "./field-foot";
import { lineLook, Row } from "./row";
import type { Filled } from "./use-sheet";
import { useTyped } from "./use-typed";
import { type Due, same, type Values } from "./values";
import { loadWords, useToday, useWords } from "./words";

const choices = [
  { name: "Every day", rule: "FREQ=DAILY" },
  { name: "Every weekday", rule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" },
  { name: "Every week", rule: "FREQ=WEEKLY" },
  { name: "Every month", rule: "FREQ=MONTHLY" },
  { name: "Every year", rule: "FREQ=YEARLY" },
];

const unread = (text: string) =>
  `“${text}” is not a repetition I can read. Write it as “every friday”, “every 2 weeks” or “monthly on the 1st”.`;

/** How a task repeats, in words. Where they also name an hour ("every friday 5pm"), that is when it is due. */
export function RepeatField({ sheet }: { sheet: Filled }) {
  const id = useId();
  const now = useToday();
  const { recurrence, due } = sheet.shown;
  const sayRule = useRecurrenceWords(recurrence !== null);
  const isLocked = sheet.detail.task.deletedAt !== null;
  const typed = useTyped(sheet, "recurrence", {
    text: recurrence ? sayRule(recurrence) : "",
    read: async (text): Promise<Partial<Values> | string> => {
      if (!text.trim() || /^(no repeat|never|none|no)$/i.test(text.trim())) return { recurrence: null };
      const words = await loadWords().catch(() => null);
      if (!words) return "No connection to the server. What you wrote is kept.";
      const read = words.findWhen(text, now());
      if (!read.recurrence || read.rest.trim()) return unread(text.trim());
      return { recurrence: read.recurrence, ...dueWith(read.due, due) };
    },
  });
  const words = useWords(typed.typed !== null);
  const read = words && typed.typed ? words.findWhen(typed.text, now()) : null;

  function key(event: KeyboardEvent) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    void typed.leave();
  }

  function choose(rule: string | null) {
    typed.drop();
    void sheet.save("recurrence", { recurrence: rule });
  }

  return (
    <Row label="Repeats" htmlFor={`${id}-words`}>
      <div className="flex items-center gap-1">
        <input
          {...typed.field}
          id={`${id}-words`}
          aria-invalid={Boolean(sheet.wrongs.recurrence)}
          aria-describedby={sheet.wrongs.recurrence ? id : `${id}-read`}
          readOnly={isLocked}
          maxLength={100}
          autoComplete="off"
          placeholder="every friday, monthly…"
          value={typed.text}
          onChange={(event) => typed.change(event.target.value)}
          onKeyDown={key}
          className={lineLook}
        />
        {isLocked ? null : (
          <Menu label="Choose how it repeats" icon={<Repeat2 aria-hidden />} className="size-8">
            {choices.map(({ name, rule }) => (
              <MenuItem key={rule} onClick={() => choose(rule)}>
                {name}
              </MenuItem>
            ))}
            <MenuItem onClick={() => choose(null)}>No repeat</MenuItem>
          </Menu>
        )}
      </div>
      <p id={`${id}-read`} aria-live="polite" className="text-accent text-small">
        {read?.recurrence && words ? `Repeats ${words.sayRecurrence(read.recurrence)}` : ""}
      </p>
      <FieldFoot id={id} sheet={sheet} field="recurrence" typed={typed} />
    </Row>
  );
}

/** A repetition needs a date to begin with; one that is there stays, but for the hour that the words name. */
function dueWith(read: Due | null, due: Due | null): Partial<Values> {
  if (!due) return read ? { due: read } : {};
  const wanted = { ...due, time: read?.time ?? due.time };
  return same(wanted, due) ? {} : { due: wanted };
}
