import { AppError } from "@/lib/errors";
import type { Task } from "./schema";

/** Not there, and somebody else's, are the same answer. */
export function missing(numbers: number[]): AppError {
  const names = numbers.toSorted((a, b) => a - b).map((number) => `#${number}`);
  const message =
    names.length === 1
      ? `There is no task ${names[0]}.`
      : `There are no tasks ${names.slice(0, -1).join(", ")} and ${names.at(-1)}.`;
  return new AppError("not_found", message, { details: { numbers } });
}

/** `tasks`: how they are now. */
export const stale = (tasks: Task[]) =>
  new AppError("conflict", "The task was changed in the meantime. Look at it again, then repeat your change.", {
    details: { tasks },
  });

/** The task, if it is not in the bin: what is in the bin can only be restored. */
export function kept(task: Task): Task {
  if (task.deletedAt === null) return task;
  throw new AppError("conflict", `Task #${task.number} "${task.title}" is in the bin. Restore it first.`, {
    details: { number: task.number },
  });
}

/** One field that stands in the way of an undo: what the call had made of it, what it is now, and what the undo would make of it. */
export type Conflict = {
  number: number;
  title: string;
  /** A field of the task, or "gone" when the task itself is. */
  field: string;
  expected: unknown;
  now: unknown;
  restores: unknown;
  /** The undo would put the task into the bin, whatever the field. */
  toBin?: true;
};

/** `others`: how many tasks could go back without these fields. The sentence is about the first of them; all are in the details. */
export function conflicted(conflicts: readonly (Conflict & { why: string })[], others: number): AppError {
  const [first] = conflicts;
  const more = conflicts.length - 1;
  const also = more > 0 ? `, and ${more} more ${more === 1 ? "thing was" : "things were"} changed since` : "";
  return new AppError("conflict", `Task #${first?.number} "${first?.title}" can't be undone: ${first?.why}${also}.`, {
    details: {
      number: first?.number,
      field: first?.field,
      conflicts: conflicts.map(({ why: _, ...conflict }) => conflict),
      others,
    },
  });
}

export const nothingLeft = () =>
  new AppError("conflict", "All of it was changed again since, so there is nothing else to undo.");
