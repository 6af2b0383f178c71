import { type Clock, sayDay, sayTime } from "@/lib/dates";
import type { Conflict } from "@/lib/tasks/refusals";
import { priorities, sayReminders, type Voice } from "./diff";
import { plainNotes } from "./plain-notes";

type Say = (value: unknown, voice: Voice) => string | null;
const text: Say = (value) => (typeof value === "string" && value !== "" ? value : null);
const all = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const time = (value: unknown, clock: Clock) => (typeof value === "string" ? sayTime(value, clock) : null);

/** Each field of a task that an undo may meet, by its name and how a value of it reads; null is none. */
const fields: { [field: string]: { name: string; say: Say } } = {
  title: { name: "Title", say: text },
  description: { name: "Notes", say: (value) => (typeof value === "string" ? plainNotes(value) : null) },
  isCompleted: { name: "State", say: (value) => (value === true ? "Completed" : "Open") },
  priority: {
    name: "Priority",
    say: (value) => Object.entries(priorities).find(([name]) => name === value)?.[1] ?? null,
  },
  dueDate: { name: "Due", say: (value, { today }) => (typeof value === "string" ? sayDay(value, today) : null) },
  dueTime: { name: "Time", say: (value, { clock }) => time(value, clock) },
  recurrence: { name: "Repeats", say: (value, { sayRule }) => (typeof value === "string" ? sayRule(value) : null) },
  tags: {
    name: "Tags",
    say: (value) =>
      all(value)
        .map((tag) => `#${tag}`)
        .join(" ") || null,
  },
  parent: { name: "Part of", say: (value) => (typeof value === "number" ? `#${value}` : null) },
  reminders: { name: "Reminders", say: (value) => sayReminders(all(value).filter((one) => typeof one === "number")) },
  position: { name: "Place in the list", say: (value) => (value === null ? null : "another place") },
  deletedAt: { name: "Bin", say: (value) => (value === null ? "Not in the bin" : "In the bin") },
  gone: { name: "Task", say: () => null },
};

export type ConflictLine = { name: string; expected: string; now: string; restores: string };

export function conflictLine({ field, expected, now, restores, toBin }: Conflict, voice: Voice): ConflictLine {
  const { name, say } = fields[field] ?? { name: field, say: (value: unknown) => JSON.stringify(value) };
  if (field === "gone") return { name, expected: "there", now: "gone for good", restores: "made again" };
  const read = (value: unknown) => say(value, voice) ?? "none";
  if (field === "position")
    return { name, expected: "where it was put", now: "elsewhere", restores: "where it was before" };
  return {
    name,
    expected: read(expected),
    now: read(now),
    restores: toBin ? "the task goes to the bin" : read(restores),
  };
}

/** The conflicts of each task, in the order in which they were told. */
export function byTask(conflicts: readonly Conflict[]): { number: number; title: string; conflicts: Conflict[] }[] {
  const numbers = [...new Set(conflicts.map(({ number }) => number))];
  return numbers.map((number) => {
    const own = conflicts.filter((conflict) => conflict.number === number);
    return { number, title: own[0]?.title ?? "", conflicts: own };
  });
}
