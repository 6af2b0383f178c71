import type { Call } from "@/lib/activity/schema";

/** Calls that stand together: those of one reply on one day, or a single one. */
export type Group = { key: string; reply: string | null; calls: readonly Call[] };
export type Day = { day: string; groups: readonly Group[] };

/** Newest first, as they come; what one reply did stands where its newest call is. */
export function daysOf(calls: readonly Call[], dayOf: (call: Call) => string): Day[] {
  const days = new Map<string, Map<string, Call[]>>();
  for (const call of calls) {
    const day = dayOf(call);
    const groups = days.get(day) ?? new Map<string, Call[]>();
    days.set(day, groups);
    const key = call.messageId ?? call.id;
    groups.set(key, [...(groups.get(key) ?? []), call]);
  }
  return [...days].map(([day, groups]) => ({
    day,
    groups: [...groups].map(([key, own]) => ({ key, reply: own[0]?.messageId ?? null, calls: own })),
  }));
}

/** The way back from all that a reply changed, and forth again; null when one card says it all. */
export function wayBackOf(calls: readonly Call[]) {
  const changed = calls.filter(({ status, changes }) => status === "SUCCESS" && changes.length > 0);
  if (changed.length < 2) return null;
  const many = changed.reduce((sum, { changes }) => sum + changes.length, 0);
  const standing = changed.some(({ undoneById }) => undoneById === null);
  if (standing) return { many, undone: false, target: { reply: changed[0]?.messageId ?? "" } };
  const [by, ...others] = new Set(changed.map(({ undoneById }) => undoneById));
  // Taken back together they come back together; one by one, each has its own way on its card.
  return by && others.length === 0 ? { many, undone: true, target: { call: by } } : null;
}
