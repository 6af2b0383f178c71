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
