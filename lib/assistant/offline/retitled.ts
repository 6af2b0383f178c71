import { numberOf } from "@/lib/words/english/dates";

const wordsIn = (text: string) => text.trim().split(/\s+/).filter(Boolean);
const plain = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** 3 and "three" are one word. */
const isSame = (one: string, other: string) => {
  const [a, b] = [plain(one), plain(other)];
  return a !== "" && (a === b || (numberOf(a) !== null && numberOf(a) === numberOf(b)));
};

/** "four litres, not three", of "buy 3 litres of paint": the title with what was meant in place of what was said; null when that isn't in it. */
export function retitled(title: string, right: string, wrong: string): string | null {
  const words = wordsIn(title);
  const said = wordsIn(wrong.replace(/^(?:the|a|an) /i, ""));
  const at = words.findIndex((_, i) => said.length > 0 && said.every((word, j) => isSame(words[i + j] ?? "", word)));
  if (at < 0) return null;
  const meant = wordsIn(right.replace(/^(?:(?:no|sorry|i (?:said|meant)|it'?s|the|a|an)[\s,]+)+/i, ""));
  const after = words.slice(at + said.length);
  // "four litres" stands for the litres of the title as well.
  const shared = meant.slice(1).length > 0 && meant.slice(1).every((word, i) => isSame(after[i] ?? "", word));
  return [...words.slice(0, at), ...meant, ...after.slice(shared ? meant.length - 1 : 0)].join(" ");
}
