/** A word that is looked for; the last one may be the beginning of what is meant, and so may any that is long enough. */
export type Wanted = { word: string; isPrefix: boolean };

const mostWords = 12;
/** So many letters, and a word before the last one is taken for a beginning too: "dent tues" finds the dentist on Tuesday. */
const prefixFrom = 3;

/** As the database's docket_words does it: without case and accents. */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]+/g, "");

const wordsIn = (text: string): string[] => folded(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

export function wantedIn(text: string): Wanted[] {
  const words = wordsIn(text).slice(0, mostWords);
  return words.map((word, at) => ({ word, isPrefix: at === words.length - 1 || word.length >= prefixFrom }));
}

/** For to_tsquery: [dent, tues] → "'dent':* & 'tues':*". Null when there is no word in it. */
export const queryFor = (wanted: readonly Wanted[]): string | null =>
  wanted.length === 0 ? null : wanted.map(({ word, isPrefix }) => `'${word}'${isPrefix ? ":*" : ""}`).join(" & ");

/** One Latin letter is the beginning of something in nearly every message: then only titles are looked through. */
export const isTelling = (wanted: readonly Wanted[]): boolean => wanted.some(({ word }) => !/^[a-z\d]?$/.test(word));

/** A pattern for ILIKE that finds the text as it stands. */
export const containing = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

export type Range = { from: number; to: number };

/** Where in a text, as it is written, stand the words that are looked for. */
export function rangesOf(text: string, wanted: readonly Wanted[]): Range[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: written, index }) => {
    const found = wordsIn(written).flatMap((said) => wanted.filter((one) => isMet(one, said)));
    if (found.length === 0) return [];
    const length = Math.max(...found.map(({ word }) => word.length));
    // A word whose letters fold one by one shows how far it was typed; another one is marked as a whole.
    const isPlain = folded(written).length === written.length;
    return [{ from: index, to: index + (isPlain ? length : written.length) }];
  });
}

const isMet = ({ word, isPrefix }: Wanted, said: string) => (isPrefix ? said.startsWith(word) : said === word);
