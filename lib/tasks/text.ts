// Characters that nobody sees but that change how text is read: bidi controls can show a title backwards, tag characters can
// carry a hidden sentence to a model, fillers and blanks that count as letters leave a title empty. Joiners stay, since emoji and some
// scripts need them.
const invisible =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\u2800\u3164\uFEFF\uFFA0\u{E0000}-\u{E007F}]|\u034F/gu;
const controls = /[\p{Cc}\u2028\u2029]/gu;

/** Text of several lines as it may be stored. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(controls, (character) => (character === "\n" || character === "\t" ? character : ""))
    .replace(invisible, "")
    .trim();
}

/** Text of one line: titles, tags. */
export function cleanLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s/g, " ")
    .replace(controls, "")
    .replace(invisible, "")
    .replace(/ +/g, " ")
    .trim();
}

export const cleanTag = (text: string) => cleanLine(text).replace(/^#+\s*/, "");

/** The first spelling of each word, whatever its case. */
export function withoutRepeats(words: string[]): string[] {
  const seen = new Map(words.toReversed().map((word) => [word.toLowerCase(), word]));
  return [...new Set(words.map((word) => seen.get(word.toLowerCase()) ?? word))];
}
