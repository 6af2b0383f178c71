import { AppError } from "@/lib/errors";
import { type Today, todayIn } from "@/lib/words/today";
import { firstOccurrence } from "./occurrence";
import { anchored } from "./recurrence";
import { type Task, taskLimits } from "./schema";
import { withoutRepeats } from "./text";

type Editable = Pick<
  Task,
  "title" | "description" | "priority" | "dueDate" | "dueTime" | "recurrence" | "tags" | "parent" | "reminders"
>;

/** The fields that are to change; one that isn't named stays. */
export type Patch = Partial<Editable>;
export type Draft = Patch & { title: string };

/** What of a task a call can change; the database sees to the rest. */
export type Fields = Editable & Pick<Task, "isCompleted" | "completedAt" | "position" | "deletedAt">;
export type NewTask = Omit<Fields, "position"> & { number?: number; id?: string; position?: string };

const blank = {
  description: null,
  isCompleted: false,
  completedAt: null,
  priority: "none",
  dueDate: null,
  dueTime: null,
  recurrence: null,
  parent: null,
  deletedAt: null,
} as const;

export function drafted(draft: Draft, today: Today): NewTask {
  return patched({ ...blank, tags: [], reminders: [], title: "" }, draft, today);
}

/** A task with a patch applied, and with what belongs together kept together: a time needs a date, and so does a recurrence. */
export function patched<T extends Editable>(before: T, patch: Patch, today: Today): T {
  const after = { ...before, ...patch };
  const isDateRemoved = patch.dueDate === null;
  if (isDateRemoved && !patch.recurrence) after.recurrence = null;
  if (after.dueDate === null) after.dueTime = null;
  if (after.recurrence !== null && after.dueDate === null) after.dueDate = firstDate(after.recurrence, today);
  if (patch.recurrence && after.dueDate !== null) after.recurrence = anchored(patch.recurrence, after.dueDate);
  after.tags = withoutRepeats(after.tags);
  if (after.tags.length > taskLimits.tags) {
    throw new AppError("invalid", `A task can have at most ${taskLimits.tags} tags.`, { details: { field: "tags" } });
  }
  return after;
}

function firstDate(rule: string, today: Today): string {
  const first = firstOccurrence(rule, todayIn(today));
  if (first === null) {
    throw new AppError("invalid", "That recurrence has no date from today on.", { details: { field: "recurrence" } });
  }
  return first;
}
