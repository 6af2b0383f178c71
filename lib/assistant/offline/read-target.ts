import { numberOf, ordinal, ordinalOf } from "@/lib/words/english/dates";
import { taskNoun } from "@/lib/words/english/requests";
import type { Today } from "@/lib/words/today";
import type { Target } from "./command";
import { readFilter } from "./read-filter";

const it =
  /^(?:it|that|this|that one|this one|the one|that task|this task|the task|that thing|the same|same one|him|her|the last (?:one )?(?:i|you|we) (?:just )?(?:added|created|made|mentioned)|the (?:one|task) (?:i|you|we) just (?:added|created|made)|the new (?:one|task))$/i;
const them =
  /^(?:them|those|these|both|both of (?:them|those|these)|all of (?:them|those|these|it)|all (?:two|three|four|five|those|these)(?: of them)?|them both|they|those (?:tasks|ones|two|three)|these (?:tasks|ones|two|three)|(?:the |all )?(?:two|three|four) of them|both tasks|all(?: of)? the above)$/i;
const other = /^(?:the )?other(?: one| task)?(?:,? not (?:this|that)(?: one)?)?$/i;
const rest =
  /^(?:(?:all )?(?:the |those |these )?(?:rest|others?(?: ones| two| three| four| tasks)|others|remaining(?: ones| tasks| two| three| stuff| items)?)(?: of (?:them|those|these|it|the (?:list|tasks)|my (?:list|tasks)))?|(?:everything|all) else)$/i;
const numbered = new RegExp(
  `^(?:${taskNoun} )?(?:(?:numbers?|nos?\\.?|nr\\.?|ids?) )?#?\\d{1,6}(?:(?:,? and |, ?| & | )#?\\d{1,6})*$`,
  "i",
);
const placeWord = `(?:${ordinal}|last|final|top|bottom|next)`;
const placed = new RegExp(
  `^(?:the )?(${placeWord}(?:(?:,? and |, ?)(?:the )?${placeWord})*)(?: (?:${taskNoun}|in (?:the|that) list|on (?:the|that|my) list|of (?:them|those)))*$`,
  "i",
);
const counted = /^(?:the )?(?<which>first|last|top) (?<n>two|three|four|five|\d)(?: (?:ones?|tasks|items))?$/i;

/** "the novel, it stresses me out": the reason is no part of a name. */
const why =
  /,\s+(?:it|i|we|they|he|she|because|since|cause|as|so|that|i'm|we're|it's|its|\p{Lu}\p{L}+(?:'s| is| has| will| got| said))\b.*$/isu;

/** What a command speaks of. Text that is no reference of another kind is part of a title. */
export function readTarget(text: string, today: Today): Target | null {
  const whole = /^(?:the )?(?:task |one )?(?<quote>["'])(?<title>[^"']+)\k<quote>[.!?]*$/i.exec(text.trim())?.groups
    ?.title;
  if (whole) return { kind: "words", text: whole };
  const said = text
    .trim()
    .replace(/^["']|["']$/g, "")
    .replace(why, "")
    .replace(/\s+(?:he|she|they)(?:'s| has| is| just)? (?:cancell?ed|called|can'?t|won'?t|said|bailed|left)\b.*$/i, "")
    .replace(/\s+(?:instead of|rather than|as opposed to)\s.+$/i, "")
    .replace(/[.!?,;:]+$/, "")
    .trim();
  if (!said) return null;
  if (it.test(said)) return { kind: "it" };
  if (them.test(said)) return { kind: "them" };
  if (other.test(said)) return { kind: "other" };
  if (numbered.test(said)) return { kind: "numbers", numbers: (said.match(/\d+/g) ?? []).map(Number) };
  const several = counted.exec(said)?.groups;
  if (several)
    return { kind: "places", places: placesOf(several.which ?? "", numberOf((several.n ?? "").toLowerCase()) ?? 1) };
  const place = placed.exec(said);
  if (place?.[1])
    return { kind: "places", places: (place[1].toLowerCase().match(new RegExp(placeWord, "g")) ?? []).map(placeOf) };
  if (rest.test(said)) return { kind: "rest" };
  const filter = readFilter(said, today);
  if (filter) return { kind: "bulk", filter };
  const words = titleWords(said);
  return words ? { kind: "words", text: words } : { kind: "it" };
}

function placesOf(which: string, n: number) {
  return Array.from({ length: n }, (_, i) => (which.toLowerCase() === "last" ? i - n : i + 1));
}

function placeOf(word: string) {
  if (word === "bottom") return -1;
  return word === "top" || word === "next" ? 1 : (ordinalOf(word) ?? 1);
}

/** The words of a title inside a reference: "the task about the dentist" → "the dentist". */
export function titleWords(text: string): string {
  return text
    .replace(
      new RegExp(
        `^(?:(?:the|my|that|this|a|an|our) )?${taskNoun} (?:(?:is )?(?:called|named|titled|about|for|to|of|with|that says|saying|regarding|labelled)|:|-) ?`,
        "i",
      ),
      "",
    )
    .replace(/^(?:the|my|that|this|our) (?:one|thing) (?:about|for|with|to) /i, "")
    .replace(/\s+(?:tasks?|to[- ]?do|items?|reminder|one|thing)$/i, "")
    .replace(
      /\s+(?:(?:from|off|on|in|of) (?:my|the) (?:(?:to[- ]?do|task|shopping) ?)*(?:list|tasks|to[- ]?dos))$/i,
      "",
    )
    .replace(/\s+(?:task|item|one)$/i, "")
    .replace(/^["']|["']$/g, "")
    .trim();
}

/** The target of the first pattern that fits. */
export function firstTarget(patterns: RegExp[], text: string, today: Today): Target | null {
  for (const pattern of patterns) {
    const said = pattern.exec(text)?.groups?.target;
    const target = said && readTarget(said.replace(/ (?:done|finished|sorted)$/i, ""), today);
    if (said && target && target.kind === "bulk") return readTarget(`${said} ${dayAfter(text, said)}`, today);
    if (target) return target;
  }
  return null;
}

/** "I finished everything today": of many tasks the day tells which. */
function dayAfter(text: string, said: string) {
  const after = text.slice(text.indexOf(said) + said.length);
  return /\b(?:today|yesterday|this morning|last night)\b/i.exec(after)?.[0] ?? "";
}
