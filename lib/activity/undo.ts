import "server-only";
import { AppError } from "@/lib/errors";
import { isDeletion, type OnConflict } from "@/lib/tasks/reverse";
import type { Task } from "@/lib/tasks/schema";
import type { Tasks } from "@/lib/tasks/store";
import type { Call } from "./schema";
import type { Activity } from "./store";

export type UndoTarget = { call?: string | undefined; reply?: string | undefined };
type Stores = { tasks: Tasks; activity: Activity; by: string; onConflict?: OnConflict | undefined };

/**
 * Takes back a call, all calls of a reply, or the last change; all of it or nothing, unless `onConflict` says what is to become of
 * what was changed again since. `by` is the recorded call that does so.
 */
export async function undo(
  target: UndoTarget,
  { tasks, activity, by, onConflict }: Stores,
): Promise<{ calls: Call[]; tasks: Task[] }> {
  const found = await find(target, activity, async (id) => (await activity.lock([id]))[0] ?? null);
  // One that was named is locked already.
  const locked = target.call === undefined ? await activity.lock(found.map((call) => call.id)) : found;
  const calls = standing(locked).toReversed();
  if (calls.length === 0) throw new AppError("conflict", "That is undone already.");
  const changes = calls.flatMap((call) => call.changes.toReversed());
  const after = await tasks.reverse(changes, onConflict);
  await activity.markUndone(calls, by);
  return { calls, tasks: after };
}

/** Which tasks an undo would put into the bin, and which it would otherwise change. */
export async function undoTouches(target: UndoTarget, activity: Activity) {
  const changes = (await find(target, activity)).flatMap((call) => call.changes);
  const deleted = changes.filter(({ before, after }) => before === null || isDeletion(after, before));
  const deletes = [...new Set(deleted.map((change) => change.number))];
  const changed = changes.map((change) => change.number).filter((number) => !deletes.includes(number));
  return { deletes, changes: [...new Set(changed)] };
}

async function find(target: UndoTarget, activity: Activity, named = activity.get): Promise<Call[]> {
  if (target.reply !== undefined) {
    const calls = standing(await activity.ofMessages([target.reply]));
    if (calls.length === 0) throw new AppError("not_found", "That reply changed nothing that is left to undo.");
    return calls;
  }
  if (target.call !== undefined) {
    const call = await named(target.call);
    if (call === null) throw new AppError("not_found", "There is no such call on the record.");
    if (call.changes.length === 0)
      throw new AppError("conflict", "That call changed nothing, so there is nothing to undo.");
    if (call.undoneById !== null) throw new AppError("conflict", "That is undone already.");
    return [call];
  }
  const last = await activity.lastChange();
  if (last === null) throw new AppError("not_found", "There is nothing left to undo.");
  return [last];
}

/**
 * The calls whose changes are to go back: those that still count, and those that another one of these has undone, since that one
 * goes back too.
 */
function standing(calls: Call[]): Call[] {
  const changed = calls.filter((call) => call.changes.length > 0);
  const own = new Set(changed.filter((call) => call.undoneById === null).map((call) => call.id));
  let size = -1;
  while (size < own.size) {
    size = own.size;
    for (const call of changed) if (call.undoneById !== null && own.has(call.undoneById)) own.add(call.id);
  }
  return changed.filter((call) => own.has(call.id));
}
