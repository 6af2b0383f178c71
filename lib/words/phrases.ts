const longest = 4;

/** Phrases of a few words in one table, with commas between. */
export type Phrases = ReadonlySet<string>;

/** A phrase longer than those that are looked for would never be found, and one that stands twice hides a mistake. */
export function phrases(...tables: string[]): Phrases {
  const known = new Set<string>();
  for (const phrase of tables.flatMap((table) => table.split(",").map((one) => one.trim().replace(/\s+/g, " ")))) {
    if (phrase.split(" ").length > longest) throw new Error(`"${phrase}" is longer than ${longest} words.`);
    if (known.has(phrase)) throw new Error(`"${phrase}" stands twice in one table.`);
    known.add(phrase);
  }
  return known;
}

/** The words of a sentence: in lower case, without signs and without an owner's 's. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/'s?(?![\p{L}])/gu, "")
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean);

/** The phrases among the words, and those at their beginning: a sentence is put to many tables in turn. */
type Held = { all: string[]; first: string[] };
const held = new WeakMap<readonly string[], Held>();

function heldBy(words: readonly string[]): Held {
  const before = held.get(words);
  if (before) return before;
  const runs = words.map((_, from) =>
    Array.from({ length: Math.min(longest, words.length - from) }, (_, i) => words.slice(from, from + i + 1).join(" ")),
  );
  const all = runs.flat().flatMap((phrase) => (phrase.endsWith("s") ? [phrase, phrase.slice(0, -1)] : [phrase]));
  const found = { all, first: runs[0] ?? [] };
  held.set(words, found);
  return found;
}

/** Whether one of the phrases stands among the words, its last word in the singular or the plural. A thousand phrases cost no more than ten. */
export const holds = (words: readonly string[], known: Phrases) =>
  heldBy(words).all.some((phrase) => known.has(phrase));

/** Whether the sentence begins with one of the phrases. */
export const leads = (words: readonly string[], known: Phrases) =>
  heldBy(words).first.some((phrase) => known.has(phrase));
