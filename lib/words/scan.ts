import { clockTimes } from "./clock-times";
import { joined } from "./join";
import { partsOfDay } from "./parts-of-day";
import { periodPatterns } from "./period-patterns";
import type { Here, Pattern, Piece } from "./piece";
import { relativeDays } from "./relative-days";
import { repeatPatterns } from "./repeat-patterns";
import { type Found, withRoom } from "./room";
import { writtenDates } from "./written-dates";
import { zonePatterns } from "./zone-names";

const patterns: Pattern[] = [
  ...repeatPatterns,
  ...writtenDates,
  ...relativeDays,
  ...periodPatterns,
  ...clockTimes,
  ...partsOfDay,
  ...zonePatterns,
];

const wordStart = /(?<![\p{L}\p{N}_\uE000$€£¥])(?<!\d[.:/,])[\p{L}\p{N}+]/gu;

/** Finds every stretch that speaks of a day, a time or a repetition, the longest at each place. */
export function scan(lower: string, here: Here, options: { lists: boolean }): Piece[] {
  const found: Found[] = [];
  const fitting = patternsFor(lower);
  let free = 0;
  for (const { index } of lower.matchAll(wordStart)) {
    if (index < free) continue;
    const piece = longestAt(lower, index, here, fitting);
    if (!piece) continue;
    found.push(piece);
    free = piece.end;
  }
  const kept = withRoom(found, lower);
  return joined(kept, lower, here, options.lists || kept.some(({ kind }) => kind === "repeat"));
}

/** Most texts name no month and no amount of time; the longest patterns are left out for them. */
function patternsFor(lower: string) {
  const answers = new Map<RegExp, boolean>();
  return patterns.filter(({ needs }) => {
    if (!needs) return true;
    const answer = answers.get(needs) ?? needs.test(lower);
    answers.set(needs, answer);
    return answer;
  });
}

/** Where two patterns reach equally far, the one that needs the least around it wins. */
function longestAt(lower: string, start: number, here: Here, fitting: Pattern[]) {
  let best: Found | null = null;
  for (const { regex, read, firmness } of fitting) {
    regex.lastIndex = start;
    const match = regex.exec(lower);
    if (!match || match[0].length === 0 || start + match[0].length <= (best?.end ?? start)) continue;
    const meaning = read(match.groups ?? {}, here);
    if (meaning) best = { ...meaning, start, end: start + match[0].length, firmness };
  }
  return best;
}

/** Quoted text, addresses and tags hold no dates; blanked out with the length kept, so that positions stay true. */
const closed =
  /"[^"\n]*"|(?<![\p{L}\p{N}])'[^'\n]+'(?![\p{L}\p{N}])|`[^`\n]*`|https?:\/\/\S+|(?<!\S)[^\s@]{1,99}@[^\s@]{1,99}\.\S+|#[\p{L}\p{N}_-]+/gu;

/** A character of the private-use area: no pattern matches it. */
export const blank = "\uE000";

/** The text in lower case and plain signs, with what can hold no date blanked out; as long as the text. */
export function masked(text: string): string {
  const lower = text.toLowerCase();
  const same =
    lower.length === text.length
      ? lower
      : [...text]
          .map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
          .join("");
  return same
    .replace(/[‘’ʼ´]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[\t\u00a0\u202f]/g, " ")
    .replace(closed, (found) => blank.repeat(found.length));
}

export function blanked(text: string, spans: readonly { start: number; end: number }[]) {
  let result = text;
  for (const { start, end } of spans) result = result.slice(0, start) + blank.repeat(end - start) + result.slice(end);
  return result;
}
