"use client";

import { CalendarDays } from "lucide-react";
import dynamic from "next/dynamic";
import { type KeyboardEvent, useId, useState } from "react";
import { sayTaskDue } from "@/components/activity/diff";
import { usePerson } from "@/components/frame/person";
import { IconButton } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { isPast, wallTimeIn } from "@/lib/dates";
import { FieldFoot } from "./field-foot";
import { lineLook, Row } from "./row";
import type { Filled } from "./use-sheet";
import { useTyped } from "./use-typed";
import type { Values } from "./values";
import { loadWords, useToday, useWords } from "./words";

/** Comes when a date is first to be picked. */
const loadPicker = () => import("@/components/ui/date-picker").then((module) => module.DatePicker);
const DatePicker = dynamic(loadPicker, { ssr: false });
const prepare = () => void loadPicker().catch(() => {});

const unread = (text: string) =>
  `“${text}” is not a date I can read. Write it as 2026-11-27, or in words such as “next friday 5pm”.`;

/** When a task is due: in words, or picked. Words that also repeat ("every friday 5pm") say both. */
export function DueField({ sheet }: { sheet: Filled }) {
  const id = useId();
  const { today, clock, timeZone, settings } = usePerson();
  const now = useToday();
  const [isPicking, setPicking] = useState(false);
  const { task } = sheet.detail;
  const { due } = sheet.shown;
  const said = due ? sayTaskDue({ dueDate: due.date, dueTime: due.time }, { today, clock }) : "";
  const typed = useTyped(sheet, "due", {
    text: said ?? "",
    read: async (text): Promise<Partial<Values> | string> => {
      if (!text.trim() || /^no(ne| date)?$/i.test(text.trim())) return { due: null };
      const words = await loadWords().catch(() => null);
      if (!words) return "No connection to the server. What you wrote is kept.";
      const read = words.readDue(text, now());
      if (read) return { due: read.due };
      const { due, recurrence, rest } = words.findWhen(text, now());
      return due && recurrence && !rest.trim() ? { due, recurrence } : unread(text.trim());
    },
  });
  const words = useWords(typed.typed !== null);
  const isLocked = task.deletedAt !== null;
  const isLate =
    due !== null &&
    !task.isCompleted &&
    isPast({ date: due.date, time: due.time }, { date: today, time: wallTimeIn(timeZone) });

  function key(event: KeyboardEvent) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    void typed.leave();
  }

  return (
    <Row label="Due" htmlFor={`${id}-words`}>
      <div className="flex gap-1">
        <input
          {...typed.field}
          id={`${id}-words`}
          aria-invalid={Boolean(sheet.wrongs.due)}
          aria-describedby={sheet.wrongs.due ? id : `${id}-read`}
          readOnly={isLocked}
          maxLength={100}
          autoComplete="off"
          placeholder="next friday 5pm…"
          value={typed.text}
          onFocus={(event) => {
            typed.field.onFocus();
            event.target.select();
          }}
          onChange={(event) => typed.change(event.target.value)}
          onKeyDown={key}
          className={cn(lineLook, isLate && typed.typed === null && "text-red!")}
        />
        {isLocked ? null : (
          <IconButton
            label="Pick a date"
            aria-haspopup="dialog"
            aria-expanded={isPicking}
            onPointerEnter={prepare}
            onFocus={prepare}
            onClick={() => setPicking(true)}
            className="pointer-coarse:size-11"
          >
            <CalendarDays aria-hidden />
          </IconButton>
        )}
      </div>
      <p id={`${id}-read`} aria-live="polite" className="text-accent text-small">
        {typed.typed ? understood(typed.text, words, now()) : ""}
      </p>
      {isPicking ? (
        <DatePicker
          label="Due"
          value={due}
          today={today}
          person={settings}
          close={() => setPicking(false)}
          choose={(due) => {
            typed.drop();
            void sheet.save("due", { due });
          }}
        />
      ) : null}
      <FieldFoot id={id} sheet={sheet} field="due" typed={typed} />
    </Row>
  );
}

function understood(text: string, words: ReturnType<typeof useWords>, now: ReturnType<ReturnType<typeof useToday>>) {
  if (!words || !text.trim()) return "";
  const read = words.readDue(text, now);
  if (read) return words.sayDueLong(read.due, now);
  const { due, recurrence, rest } = words.findWhen(text, now);
  if (!due || !recurrence || rest.trim()) return "";
  return `${words.sayDueLong(due, now)}, ${words.sayRecurrence(recurrence)}`;
}
