/** A stretch of what was typed. */
export type Stretch = { start: number; end: number };

/** Stretches that were taken back, moved along with the text as it is edited; one that was itself edited counts no longer. */
export function shifted(stretches: readonly Stretch[], before: string, after: string): Stretch[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail += 1;
  const [from, to] = [head, before.length - tail];
  const grown = after.length - before.length;
  return stretches.flatMap(({ start, end }) => {
    if (end <= from) return { start, end };
    return start >= to ? { start: start + grown, end: end + grown } : [];
  });
}

/** The text in pieces: what was understood as something, and what lies between. */
export function pieces<S extends Stretch>(
  text: string,
  spans: readonly S[],
): { text: string; span: S | null; start: number }[] {
  const found: { text: string; span: S | null; start: number }[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start > at) found.push({ text: text.slice(at, span.start), span: null, start: at });
    if (span.end > at)
      found.push({ text: text.slice(Math.max(at, span.start), span.end), span, start: Math.max(at, span.start) });
    at = Math.max(at, span.end);
  }
  if (at < text.length) found.push({ text: text.slice(at), span: null, start: at });
  return found;
}

/** The lines of what was pasted, each one task, without the signs of a list before them. */
export const linesIn = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–]\s+)?(?:\d{1,3}[.)]\s+)?(?:\[[ x]?\]\s+)?/i, "").trim())
    .filter(Boolean);
