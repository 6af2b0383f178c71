import { distance } from "@/lib/words/distance";
import { presentOf } from "@/lib/words/english/requests";
import { actionVerbs } from "@/lib/words/english/verbs";
import type { Seen } from "./seen";

const empty = new Set(
  "the a an my our your his her their its to of for and with on at in by from about that this it is be as do task tasks todo item one thing please some i me up off".split(
    " ",
  ),
);
const synonyms: Record<string, string> = {
  mom: "mum",
  mommy: "mum",
  mother: "mum",
  mama: "mum",
  dr: "doctor",
  dad: "dad",
  father: "dad",
  phone: "call",
  ring: "call",
  buy: "get",
  purchase: "get",
  grab: "get",
  telephone: "call",
  appt: "appointment",
  grocery: "groceries",
  xmas: "christmas",
  veggies: "vegetables",
  bike: "bicycle",
  fridge: "refrigerator",
  tv: "television",
};

function stem(word: string) {
  const base = presentOf(word) ?? word;
  if (base.length <= 3) return base;
  return base
    .replace(/(?:'s|s'|ies|es|s|ing|(?<=\p{L}{3})ed)$/u, (end) =>
      end === "ies"
        ? "y"
        : end === "es" && /(?:[sxz]|[cs]h)es$/.test(base)
          ? ""
          : end === "es"
            ? "e"
            : end === "s" && base.endsWith("ss")
              ? "s"
              : "",
    )
    .replace(/e$/, "");
}

/** Remembers what was made of a text: the same few hundred titles are compared again and again. */
function remembering<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    // Nobody needs the ones of another day.
    if (known.size > 5_000) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}

/** The words of a title or a reference that tell it from others, each without its ending. */
export const tokens = remembering(tellingWords);

const plain = remembering((text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim(),
);

function tellingWords(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? [];
  const telling = words.filter((word) => !empty.has(word));
  return (telling.length > 0 ? telling : words).map((word) => synonyms[word] ?? word).map(stem);
}

/** How well a reference fits a title. 0 is not at all. */
type Fit = { tier: 0 | 1 | 2 | 3 | 4 | 5; share: number };

export function fitOf(query: string, title: string): Fit {
  if (plain(query) === plain(title)) return { tier: 5, share: 1 };
  const wanted = tokens(query);
  const has = tokens(title);
  if (wanted.length === 0 || has.length === 0) return { tier: 0, share: 0 };
  const hits = wanted.filter((want) => has.some((got) => isNear(want, got)));
  if (hits.length === 0) return { tier: 0, share: 0 };
  const share = Math.min(1, wanted.length / has.length);
  const all = (test: (want: string, got: string) => boolean) =>
    wanted.every((want) => has.some((got) => test(want, got)));
  if (all((want, got) => want === got)) return { tier: wanted.length === has.length ? 5 : 4, share };
  if (all((want, got) => want === got || (want.length >= 3 && got.startsWith(want)))) return { tier: 3, share };
  if (hits.length === wanted.length) return { tier: 2, share };
  const weight = hits.join("").length / wanted.join("").length;
  // Most of what was said fits, or all of a longer title is in what was said.
  const named = withoutVerb(title, has);
  const covers = named.length >= 2 && named.every((got) => wanted.some((want) => isNear(want, got)));
  return (weight >= 0.6 && hits.length >= 1 && wanted.length >= 2) ||
    covers ||
    (has.length === 1 && hits.length === 1 && wanted.length <= 3)
    ? { tier: 1, share: weight }
    : { tier: 0, share: 0 };
}

/** What a title speaks of: "Submit | the grant form". */
const withoutVerb = (title: string, has: string[]) =>
  has.length > 2 && actionVerbs.has(title.toLowerCase().split(/\s+/)[0] ?? "") ? has.slice(1) : has;

/** "payment" of "pay", "reminder" of "remind", "application" of "apply" */
const derived = /^(?:ment|er|or|al|ation|ion|ance|ence|ly|y|ing)$/;
const ofY = /^(?:ication|ier|iance|iness)$/;
const isDerived = (long: string, short: string) =>
  short.length >= 3 &&
  ((long.startsWith(short) && derived.test(long.slice(short.length))) ||
    (short.endsWith("y") && long.startsWith(short.slice(0, -1)) && ofY.test(long.slice(short.length - 1))));

function isNear(want: string, got: string) {
  if (want === got || (want.length >= 3 && got.startsWith(want))) return true;
  if (isDerived(want, got)) return true;
  const longest = Math.max(want.length, got.length);
  const most = longest >= 8 ? 2 : 1;
  if (longest < 4 || Math.abs(want.length - got.length) > most) return false;
  const isSameStart = want[0] === got[0];
  // One mistake leaves the first letter or the last one as it was.
  if (!isSameStart && (longest <= 4 || (most === 1 && want.at(-1) !== got.at(-1)))) return false;
  // Short words differ by one letter without any mistake: "rest" is not "rent".
  if (longest === 4 && want.length === got.length && sorted(want) !== sorted(got)) return false;
  return !/\d/.test(want + got) && isWithin(want, got, most);
}

/** The same words are compared with each other in every title, and again with the next message. */
const compared = new Map<string, boolean>();
const mostCompared = 20_000;

function isWithin(want: string, got: string, most: number) {
  const key = `${want} ${got}`;
  const known = compared.get(key);
  if (known !== undefined) return known;
  const found = distance(want, got) <= most;
  if (compared.size >= mostCompared) compared.clear();
  compared.set(key, found);
  return found;
}

/** How many telling words a text has in common with a title. */
export function wordsShared(text: string, title: string): number {
  const said = tokens(text);
  return tokens(title).filter((word) => word.length >= 3 && said.some((one) => isNear(one, word))).length;
}

const sorted = (word: string) => [...word].sort().join("");

/** The tasks that fit best, all equally well: one is an answer, several are a question. */
export function bestOf(query: string, tasks: Seen[]): { tasks: Seen[]; tier: number } {
  let tier = 0;
  let best: { task: Seen; share: number }[] = [];
  for (const task of tasks) {
    const found = fitOf(query, task.title);
    if (found.tier === 0 || found.tier < tier) continue;
    if (found.tier > tier) best = [];
    tier = found.tier;
    best.push({ task, share: found.share });
  }
  // Of weak fits only the strongest count.
  const most = Math.max(0, ...best.map(({ share }) => share));
  const kept = tier === 1 ? best.filter(({ share }) => share >= most - 0.05) : best;
  return { tasks: kept.map(({ task }) => task), tier };
}
