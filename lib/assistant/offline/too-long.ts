import type { Reading } from "./weights";

/** Characters of one sentence, and of all that are longer than most. The time that reading takes grows faster than the sentence. */
const longest = 500;
const long = 150;
const mostLong = 1_500;
export function isTooLong(text: string) {
  const lengths = text
    .split(/[\n.!?;]+/)
    .map((sentence) => sentence.length)
    .filter((length) => length > long);
  return Math.max(0, ...lengths) > longest || lengths.reduce((sum, length) => sum + length, 0) > mostLong;
}
export const tooLong: Reading = {
  weight: "request",
  command: {
    do: "say",
    text: "That is a longer sentence than I can read, so I did nothing. Write what is to be done in short sentences, or each on a line of its own.",
  },
};
