import type { ReplyMetadata } from "./schema";

const figures = ["totalMs", "inputTokens", "outputTokens"] as const;

/** What a reply has taken in all its runs: one that waited for a yes went on in another. The wait itself doesn't count. */
export function spentWith(before: ReplyMetadata, now: ReplyMetadata): ReplyMetadata {
  const sums = figures.flatMap((name) =>
    before[name] === undefined && now[name] === undefined ? [] : [[name, (before[name] ?? 0) + (now[name] ?? 0)]],
  );
  const later = now.firstTokenMs === undefined ? undefined : (before.totalMs ?? 0) + now.firstTokenMs;
  const firstTokenMs = before.firstTokenMs ?? later;
  return { ...now, ...Object.fromEntries(sums), ...(firstTokenMs !== undefined && { firstTokenMs }) };
}
