/** Phrases of up to four words in one table, with commas between. */
export type Phrases = ReadonlySet<string>;

export const phrases = (...tables: string[]): Phrases =>
  new Set(tables.flatMap((table) => table.split(",").map((phrase) => phrase.trim().replace(/\s+/g, " "))));

/** The words of a sentence: in lower case, without signs and without an owner's 's. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/'s?(?![\p{L}])/gu, "")
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean);

const longest = 4;

/** Whether one of the phrases stands among the words, its last word in the singular or the plural. A thousand phrases cost no more than ten. */
export function holds(words: readonly string[], known: Phrases): boolean {
  for (let from = 0; from < words.length; from++) {
    let phrase = "";
    for (let to = from; to < Math.min(words.length, from + longest); to++) {
      phrase = to === from ? (words[to] ?? "") : `${phrase} ${words[to]}`;
      if (known.has(phrase) || known.has(phrase.replace(/s$/, ""))) return true;
    }
  }
  return false;
}

/** Whether the sentence begins with one of the phrases. */
export function leads(words: readonly string[], known: Phrases): boolean {
  return Array.from({ length: longest }, (_, i) => words.slice(0, i + 1).join(" ")).some((start) => known.has(start));
}
