import { distance } from "@/lib/words/distance";

/**
 * The words by which this assistant is spoken to, each of which may arrive mistyped ("shwo my lsit"). Only these are mended, so
 * that nothing in a title is taken for a mistake. Four letters at least, and no word that is one slip away from another word.
 */
const words = new Set(
  `about actually again already appointment appointments been before bring calendar cancel cancelled change check clear complete
  completed could create deadline delete deleted done event events everything finish finished from have list lists mark meeting move
  moved need needed organise please postpone priority push put remind reminder reminders remove rename reopen reschedule restore schedule
  should show task tasks thanks that this today undo update urgent what when where which with would want your the and add can not just
  something anything because instead groceries grocery shopping yesterday difference explain
  weather forecast temperature translate convert calculate email emails message messages flight flights hotel restaurant directions
  traffic recipe recipes credit score balance account play music song songs playlist movie movies alarm timer train trains news`.split(
    /\s+/,
  ),
);

/** Real words that a slip would turn into one of ours. */
const others = new Set(
  "fight fights covert fright frights trail trails massage massages form forms crate crates remainder shipping thank cancer finnish charge chance shown planed".split(
    " ",
  ),
);

const mended = new Map<string, string>();

/** The message with its command words spelled right; letter case and everything else stay as they are. */
export function respelled(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}#@'’/.-])[a-z]{3,14}(?![\p{L}\p{N}'’@/]|\.\w)/giu, (word) => {
    const lower = word.toLowerCase();
    if (others.has(lower) || isKnown(lower)) return word;
    const known = mended.get(lower) ?? nearest(lower);
    if (mended.size < 2_000) mended.set(lower, known);
    return known === lower ? word : cased(known, word);
  });
}

/** Any form of one of the words is no mistake. */
const isKnown = (word: string) =>
  words.has(word) ||
  (word.length > 4 &&
    ["s", "d", "r", "ed", "ly", "ing"].some(
      (end) =>
        word.endsWith(end) && (words.has(word.slice(0, -end.length)) || words.has(`${word.slice(0, -end.length)}e`)),
    ));

/** Of the shortest words only these slips are known; "dad" is no "add". */
const short: Record<string, string> = {
  teh: "the",
  hte: "the",
  adn: "and",
  cna: "can",
  nto: "not",
  yuo: "you",
  udno: "undo",
  undoo: "undo",
};

const cased = (known: string, word: string) =>
  /^[A-Z]/.test(word) ? known.charAt(0).toUpperCase() + known.slice(1) : known;

/** Two neighbours swapped in any word; a letter too many or too few only in longer ones. The first letter is rarely the wrong one. */
function nearest(word: string): string {
  const known = short[word];
  if (known || word.length < 4) return known ?? word;
  for (let i = 0; i < word.length - 1; i++) {
    const swapped = word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2);
    if (swapped !== word && words.has(swapped)) return swapped;
  }
  if (word.length < 5) return word;
  for (const other of words) {
    if (other.length < 6 || other.charAt(0) !== word.charAt(0)) continue;
    if (isOneOff(word, other)) return other;
  }
  return word;
}

/** One letter too many, missing, or mistaken. A mistaken one is trusted in the longest words only: "marked" is not "market". */
const isOneOff = (word: string, known: string) =>
  distance(word, known) === 1 && (word.length !== known.length || known.length >= 8);
