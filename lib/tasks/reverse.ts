import { AppError } from "@/lib/errors";
import type { Fields } from "./patch";
import type { Change, Task } from "./schema";

type Field = keyof Fields;

// What a person would say of a field that stands in the way. completedAt follows isCompleted.
const says: { [F in Exclude<Field, "completedAt">]: (task: Task) => string } = {
  title: (task) => `its title is now "${task.title}"`,
  description: () => "its description was changed since",
  isCompleted: (task) => (task.isCompleted ? "it was completed since" : "it was reopened since"),
  priority: (task) => `its priority is now ${task.priority}`,
  dueDate: (task) => (task.dueDate === null ? "it has no due date any more" : `it is now due on ${task.dueDate}`),
  dueTime: (task) => (task.dueTime === null ? "it has no time any more" : `it is now due at ${task.dueTime}`),
  recurrence: () => "its recurrence was changed since",
  tags: () => "its tags were changed since",
  parent: (task) => (task.parent === null ? "it is no subtask any more" : `it is now a subtask of #${task.parent}`),
  reminders: () => "its reminders were changed since",
  position: () => "it was moved since",
  deletedAt: (task) => (task.deletedAt === null ? "it was restored since" : "it is in the bin now"),
};
// Object.keys forgets the names that the annotation fixes.
const fields = Object.keys(says) as (keyof typeof says)[];

/** In the bin or not is what counts: the moment is the database's. */
const worth = (task: Task, field: keyof typeof says) =>
  field === "deletedAt" ? String(task.deletedAt !== null) : JSON.stringify(task[field]);

const differ = (a: Task, b: Task) => fields.filter((field) => worth(a, field) !== worth(b, field));

/**
 * The task as it was before the change, given how it is now (null: it isn't there). Only the fields that the change touched go back,
 * and only if they are still as it left them. A task that the change made goes to the bin, since rows are only ever purged.
 */
export function reversed(change: Change, now: Task | null): Task {
  const { before, after } = change;
  if (before === null && after !== null) {
    const current = present(change, now);
    refuse(current, differ(after, current));
    return { ...current, deletedAt: new Date().toISOString() };
  }
  if (before === null) throw new AppError("conflict", `Task #${change.number} can't be taken back any further.`);
  // A task that went to the bin and was purged comes back whole.
  if (now === null && (after === null || after.deletedAt !== null)) return before;
  const current = present(change, now);
  const touched = after === null ? fields : differ(before, after);
  refuse(current, after === null ? [] : touched.filter((field) => worth(after, field) !== worth(current, field)));
  const back = Object.fromEntries(touched.map((field) => [field, before[field]]));
  const completedAt = touched.includes("isCompleted") ? before.completedAt : current.completedAt;
  return { ...current, ...back, completedAt };
}

function present(change: Change, now: Task | null): Task {
  if (now !== null) return now;
  const title = change.after?.title ?? change.before?.title ?? "";
  throw new AppError("conflict", `Task #${change.number} "${title}" is gone for good, so this can't be undone.`, {
    details: { number: change.number },
  });
}

function refuse(task: Task, inTheWay: (keyof typeof says)[]): void {
  const [field] = inTheWay;
  if (field === undefined) return;
  const why = says[field](task);
  throw new AppError("conflict", `Task #${task.number} "${task.title}" can't be undone: ${why}.`, {
    details: { number: task.number, field },
  });
}

/** Did a change, or would its reversal, put the task into the bin? What approval counts as a deletion. */
export const isDeletion = (before: Task | null, after: Task | null) =>
  after !== null && after.deletedAt !== null && before?.deletedAt === null;
