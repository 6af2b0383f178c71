import type { ActivityPage, Call } from "@/lib/activity/schema";
import { withUndone } from "./undone";

/** What is shown, and what has come in meanwhile and is held back, so that nothing moves under the reader's eyes. */
export type Shown = ActivityPage & {
  held: readonly Call[];
  /** What was held back doesn't reach down to what is shown: it will take its place. */
  anew?: ActivityPage | undefined;
};

const isNewer = (one: Call, other: Call) =>
  one.createdAt === other.createdAt ? one.id > other.id : one.createdAt > other.createdAt;
const newestFirst = (calls: readonly Call[]) => calls.toSorted((one, other) => (isNewer(one, other) ? -1 : 1));

/**
 * The newest page, read again, laid over what is shown: rows that are known turn where they stand; new ones come on top, or are held
 * back. When it doesn't reach down to what is shown, what is shown is too old to be mended, and the page takes its place.
 */
export function merged(shown: Shown, fresh: ActivityPage, hold: boolean): Shown {
  const known = new Set(shown.calls.map(({ id }) => id));
  const oldest = fresh.calls.at(-1);
  const isWhole = fresh.nextCursor === null || fresh.calls.some(({ id }) => known.has(id));
  if (!isWhole && shown.calls.length > 0)
    return hold ? { ...shown, held: fresh.calls, anew: fresh } : { ...fresh, held: [] };
  const news = fresh.calls.filter(({ id }) => !known.has(id));
  const now = new Map(fresh.calls.map((call) => [call.id, call]));
  // Of the span that was read again, what is no longer there is gone.
  const isReadAgain = (call: Call) => fresh.nextCursor === null || (oldest !== undefined && !isNewer(oldest, call));
  const kept = shown.calls
    .filter((call) => now.has(call.id) || !isReadAgain(call))
    .map((call) => now.get(call.id) ?? call);
  const told = news.reduce<readonly Call[]>((rows, call) => withUndone(rows, call), kept);
  const nextCursor = shown.calls.length === 0 ? fresh.nextCursor : shown.nextCursor;
  if (hold) return { calls: [...told], held: news, nextCursor };
  return { calls: newestFirst([...news, ...told]), held: [], nextCursor };
}

/** What was held back, on top. */
export function revealed({ calls, held, nextCursor, anew }: Shown): Shown {
  if (anew) return { ...anew, held: [], anew: undefined };
  return { calls: newestFirst([...held, ...calls]), held: [], nextCursor };
}

/** An older page, below. */
export function extended(shown: Shown, { calls, nextCursor }: ActivityPage): Shown {
  const known = new Set(shown.calls.map(({ id }) => id));
  return { ...shown, calls: [...shown.calls, ...calls.filter(({ id }) => !known.has(id))], nextCursor };
}

/** A row that this page itself has made or read: on top, or in its own place. */
export function taken(shown: Shown, call: Call, isNew: boolean): Shown {
  const calls = withUndone(shown.calls, call);
  const at = calls.findIndex(({ id }) => id === call.id);
  if (at >= 0) return { ...shown, calls: calls.with(at, call) };
  return { ...shown, calls: isNew ? newestFirst([call, ...calls]) : [...calls] };
}
