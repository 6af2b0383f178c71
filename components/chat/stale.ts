import type { Call } from "@/lib/activity/schema";
import type { Change, Task } from "@/lib/tasks/schema";
import { chatStrings } from "./strings";

/** What still stands of changes that were made for an earlier wording: of one task by its name, of several how many. */
export function sayStale(stale: readonly Pick<Call, "changes">[]): string {
  const changes = stale.flatMap((call) => call.changes);
  const [first] = changes;
  const after = changes.at(-1)?.after;
  const tasks = new Set(changes.map(({ number }) => number)).size;
  if (!first || !after || tasks > 1) return chatStrings.stale(tasks);
  const task = `#${first.number} ${after.title}`;
  if (after.deletedAt) return chatStrings.staleBinned(task);
  if (!first.before) return chatStrings.staleAdded(task);
  return after.isCompleted && !first.before.isCompleted
    ? chatStrings.staleCompleted(task)
    : chatStrings.staleChanged(task);
}

/** Says whether later calls wrote every field anew that these changes wrote: then nothing of them stands any more. */
export function isOverwritten({ changes }: Pick<Call, "changes">, later: readonly Pick<Call, "changes">[]): boolean {
  return changes.every((change) => {
    const written = fieldsOf(change);
    const anew = later
      .flatMap((call) => call.changes.filter(({ number }) => number === change.number))
      .flatMap(fieldsOf);
    return written.length > 0 && written.every((field) => anew.includes(field));
  });
}

/** The fields that a change of a task wrote; a new task is more than its fields. */
function fieldsOf({ before, after }: Change): string[] {
  if (!before || !after) return [];
  const fields = Object.keys(after) as (keyof Task)[];
  return fields.filter(
    (field) =>
      field !== "version" && field !== "updatedAt" && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}
