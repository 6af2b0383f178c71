import { dayPatterns } from "./day-patterns";
import { connectives, determiners } from "./english";
import type { Here, Pattern, Piece } from "./piece";
import { repeatPatterns } from "./repeat-patterns";
import { timePatterns } from "./time-patterns";
import { actionVerbs } from "./verbs";

const patterns: Pattern[] = [...repeatPatterns, ...dayPatterns, ...timePatterns];

/** Quoted text, addresses and tags hold no dates; blanked out with the length kept, so that positions stay true. */
const closed =
  /"[^"\n]*"|(?<![\p{L}\p{N}])'[^'\n]+'(?![\p{L}\p{N}])|`[^`\n]*`|https?:\/\/\S+|\S+@\S+\.\S+|#[\p{L}\p{N}_-]+/gu;

/** A character of the private-use area: no pattern matches it. */
export const blank = "\uE000";

export function masked(text: string): string {
  const lower = [...text]
    .map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
    .join("");
  const straight = lower
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[\t\u00a0\u202f]/g, " ");
  return straight.replace(closed, (found) => blank.repeat(found.length));
}

const wordStart = /(?<![\p{L}\p{N}_\uE000])[\p{L}\p{N}]/gu;
const roomAfter = new RegExp(
  `^(?:\\s*$|\\s*[,.;:!?)\\]|\\n–—]|\\s+[-#!@\\uE000]|\\s+(?:${connectives})(?![\\p{L}\\p{N}]))`,
  "u",
);
const ownedBefore = new RegExp(`(?:^|[^\\p{L}])(?:${determiners}|[\\p{L}]+'s)\\s+$`, "u");
const firmBefore = /(?:^|\s)(?:on|by|before|until|till|due|this|next|every)\s+$/;

/** Finds every stretch that speaks of a day, a time or a repetition, the longest at each place. */
export function scan(text: string, here: Here): Piece[] {
  const lower = masked(text);
  const found: (Piece & { isLoose: boolean })[] = [];
  let free = 0;
  for (const { index } of lower.matchAll(wordStart)) {
    if (index < free) continue;
    const piece = longestAt(lower, index, here);
    if (!piece) continue;
    found.push(piece);
    free = piece.end;
  }
  return found.filter((piece, i) => !piece.isLoose || hasRoom(lower, piece, found[i - 1], found[i + 1]));
}

function longestAt(lower: string, start: number, here: Here) {
  let best: (Piece & { isLoose: boolean }) | null = null;
  for (const { regex, read, isLoose = false } of patterns) {
    regex.lastIndex = start;
    const match = regex.exec(lower);
    if (!match || match[0].length === 0 || start + match[0].length <= (best?.end ?? start)) continue;
    const meaning = read(match.groups ?? {}, here);
    if (meaning) best = { ...meaning, start, end: start + match[0].length, isLoose };
  }
  return best;
}

/** Can a date stand here, or does the word belong to a thing ("Sunday roast", "the 5th floor")? */
function hasRoom(lower: string, piece: Piece, before: Piece | undefined, after: Piece | undefined) {
  const left = lower.slice(0, piece.start);
  const right = lower.slice(piece.end);
  const followsPiece =
    before !== undefined && /^[\s,]*(?:at |on |in |the )?$/.test(lower.slice(before.end, piece.start));
  const precedesPiece =
    after !== undefined && /^[\s,]*(?:at |on |in |the |@ ?)*$/.test(lower.slice(piece.end, after.start));
  if (ownedBefore.test(left) && !followsPiece) return false;
  if (roomAfter.test(right) || precedesPiece || (followsPiece && before.kind !== "time")) return true;
  const nextWord = /^\s+([\p{L}-]+)/u.exec(right)?.[1] ?? "";
  if (/^\s*$/.test(left) || /[,;:.\n]\s*$/.test(left)) return beginsTask(right, nextWord);
  return piece.kind === "day" && piece.weekday !== undefined && firmBefore.test(left);
}

/** Verbs that are things as well: "sunday roast", "morning run"; a verb when something owned or definite follows. */
const nounToo =
  /^(?:roast|show|run|walk|swim|test|ride|drive|practi[cs]e|play|report|review|work|lunch|dance|mass|sale|sun|yoga|dress|post|rest|shop|drink)$/;
const objectNext = /^\s+[\p{L}-]+\s+(?:the|my|our|a|an|his|her|their|for|with|to)\b/u;

function beginsTask(right: string, word: string) {
  if (/^(?:i|we)$/.test(word)) return true;
  return actionVerbs.has(word) && (!nounToo.test(word) || objectNext.test(right));
}
