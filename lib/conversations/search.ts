/** "Dent tues" → "dent:* & tues:*": every word, as the beginning of a word. Null when there is no word in it. */
export function prefixQuery(text: string): string | null {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  return words ? words.map((word) => `${word}:*`).join(" & ") : null;
}

/** A pattern for ILIKE that finds the text as it stands. */
export const containing = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
