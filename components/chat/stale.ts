import type { Call } from "@/lib/activity/schema";
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
