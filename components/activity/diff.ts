import { sayReminder } from "@/components/tasks/sheet/reminders";
import { type Clock, sayDay, sayTime } from "@/lib/dates";
import type { Change, Priority, Task } from "@/lib/tasks/schema";
import { plainNotes } from "./plain-notes";

export type Line = { field: string; before: string | null; after: string | null };
export type Voice = { today: string; clock: Clock; sayRule: (rule: string) => string };

export const priorities: { [P in Priority]: string | null } = {
  none: null,
  low: "Low",
  medium: "Medium",
  high: "High",
};

/** Each field that a person can see, and how it reads. */
const fields: { field: string; read: (task: Task, voice: Voice) => string | null }[] = [
  { field: "Title", read: (task) => task.title },
  { field: "Due", read: (task, voice) => sayTaskDue(task, voice) },
  { field: "Repeats", read: (task, voice) => (task.recurrence ? voice.sayRule(task.recurrence) : null) },
  { field: "Priority", read: (task) => priorities[task.priority] },
  { field: "Tags", read: (task) => (task.tags.length > 0 ? task.tags.map((tag) => `#${tag}`).join(" ") : null) },
  // The record is older than subtasks and reminders are.
  { field: "Part of", read: (task) => (task.parent ? `#${task.parent}` : null) },
  { field: "Reminders", read: ({ reminders = [] }) => sayReminders(reminders) },
  { field: "Notes", read: (task) => task.description },
  { field: "State", read: (task) => (task.deletedAt ? "In the bin" : task.isCompleted ? "Completed" : "Open") },
];

export function sayTaskDue(task: Pick<Task, "dueDate" | "dueTime">, { today, clock }: Pick<Voice, "today" | "clock">) {
  if (!task.dueDate) return null;
  const day = sayDay(task.dueDate, today);
  return task.dueTime ? `${day} ${sayTime(task.dueTime, clock)}` : day;
}

/** "at the time, 30 minutes before"; null without any. */
export const sayReminders = (minutes: readonly number[]): string | null =>
  minutes.length === 0 ? null : minutes.map(sayReminder).join(", ");

/** What a change did to one task, field by field; a new task shows what it was given beyond its title. */
export function linesOf({ before, after }: Change, voice: Voice): Line[] {
  return fields.flatMap(({ field, read }) => {
    const [was, is] = [before && read(before, voice), after && read(after, voice)];
    if (was === is) return [];
    if (!before && (field === "Title" || field === "State")) return [];
    return [field === "Notes" ? plainLine(field, was, is) : { field, before: was, after: is }];
  });
}

/** Where only the signs differ, they are what changed. */
function plainLine(field: string, before: string | null, after: string | null): Line {
  const [was, is] = [before && plainNotes(before), after && plainNotes(after)];
  return was === is ? { field, before, after } : { field, before: was, after: is };
}

export const titleOf = ({ before, after }: Change) => after?.title ?? before?.title ?? "";
