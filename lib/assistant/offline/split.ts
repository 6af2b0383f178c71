import { openers, politeness } from "@/lib/words/english/requests";
import { actionVerbs } from "@/lib/words/english/verbs";
import { findWhen } from "@/lib/words/find-when";
import { masked } from "@/lib/words/scan";
import type { Today } from "@/lib/words/today";
import { cut, isRemark, isSameMove, startsCommand } from "./clauses";
import { splitList } from "./items";
import { repaired } from "./repair";

/** One command's words. `isItem`: it follows "add", or stands in a list of things to do, so a bare phrase is a new task. */
export type Part = { text: string; isItem: boolean };

const box = "\\[[ xX✓✔]?\\]|[☐☑✅✔✓□■]";
const bullet = new RegExp(`^\\s*(?:(?:[-*•–+▪◦·]|\\(?\\d{1,2}[.)])\\s*)?(?:(?:${box})\\s*)?`);
const hasBullet = new RegExp(`^\\s*(?:(?:[-*•–+▪◦·]|\\(?\\d{1,2}[.)])\\s+|(?:${box})\\s*)\\S`);
/** "[x] pay rent": in a pasted list, what was done before it came here. */
const isTicked = /^\s*(?:[-*•–+▪◦·]\s*)?(?:\[[xX✓✔]\]|[☑✅✔✓])/;
const isHeading = /^\s*#{1,6}\s+\S|^\s*[^\p{L}\p{N}]*$/u;

export function split(text: string, today: Today): Part[] {
  const lines = text.split("\n").filter((line) => line.trim());
  if (lines.length > 1) return splitLines(lines, today);
  return splitSentences(text, today);
}

/** A pasted list, with or without a line above it that says what the lines are. */
function splitLines(lines: string[], today: Today): Part[] {
  const [first = "", ...others] = lines;
  const listed = others.filter((line) => !isHeading.test(line));
  const isHeaded = !hasBullet.test(first) && (/[:：]\s*$/.test(first) || listed.every((line) => hasBullet.test(line)));
  if (!isHeaded) {
    const kept = isHeading.test(first) ? listed : [first, ...listed];
    return open(kept).flatMap((line) =>
      hasBullet.test(line)
        ? [{ text: line.replace(bullet, "").trim(), isItem: true }]
        : splitSentences(line, today).map((part) => ({ ...part, isItem: part.isItem || !isQuestionLine(line) })),
    );
  }
  const verb = headVerb(first.replace(openers, "").replace(politeness, ""));
  const date = dateWords(first, today);
  return (verb ? listed : open(listed)).map((line) => {
    const item = line.replace(bullet, "").trim();
    if (verb) return { text: `${verb} ${item}`, isItem: false };
    return { text: withDate(item, date, today), isItem: true };
  });
}

/** What is ticked off already is nothing to do, unless there is nothing else. */
function open(lines: string[]) {
  const left = lines.filter((line) => !isTicked.test(line));
  return left.length > 0 ? left : lines;
}

const isQuestionLine = (line: string) => line.trim().endsWith("?");

function headVerb(header: string) {
  if (
    /^(?:delete|remove|erase|drop|cancel|(?:these are |things )?(?:not|no longer) needed|don'?t need|get rid of)\b/i.test(
      header,
    )
  )
    return "delete";
  return /^(?:mark|complete|check off|tick off|(?:i )?(?:finished|completed|done|did))\b/i.test(header)
    ? "mark as done"
    : null;
}

function dateWords(text: string, today: Today) {
  return findWhen(text, today)
    .spans.map(([start, end]) => text.slice(start, end))
    .join(" ");
}

function withDate(item: string, date: string, today: Today) {
  if (!date) return item;
  const own = findWhen(item, today);
  if (own.recurrence || (own.due && own.hasDay)) return item;
  // "thursday: dentist at 9, gym at 6": a time of its own still lacks the day.
  return own.due && findWhen(date, today).due?.time ? item : `${item} ${date}`;
}

const abbreviation =
  /(?:^|[\s(])(?:[a-z]|dr|mr|mrs|ms|st|prof|vs|e\.g|i\.e|etc|approx|no|a\.m|p\.m|am|pm|jr|sr|inc|co|dept|apt|ave|rd|tel|ext|min|max|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\.$/i;

function splitSentences(text: string, today: Today): Part[] {
  const lower = masked(text);
  const sentences: string[] = [];
  let from = 0;
  for (const { index, 0: mark } of lower.matchAll(/[.!?;]+(?:\s+|$)/g)) {
    const end = index + mark.length;
    const isAbbreviated =
      mark.startsWith(".") && abbreviation.test(lower.slice(from, index + 1)) && /^\S/.test(lower.slice(end));
    if (isAbbreviated) continue;
    sentences.push(text.slice(from, end).replace(/;\s*$/, ""));
    from = end;
  }
  if (from < text.length) sentences.push(text.slice(from));
  const said = sentences
    .filter((sentence) => /[\p{L}\p{N}?]/u.test(sentence))
    .map((sentence) => repaired(sentence.trim(), today));
  let isAdding = false;
  return said.flatMap((sentence) => {
    const parts = splitShared(sentence, today);
    const goesOn = isAdding && more.test(sentence) && !startsCommand(sentence.replace(more, ""));
    isAdding = goesOn || addVerb.test(sentence.replace(openers, "").replace(politeness, ""));
    return goesOn ? parts.map(({ text }) => ({ text: text.replace(more, ""), isItem: true })) : parts;
  });
}

/** "add bread. also cheese. oh and eggs" */
const more = /^(?:(?:oh|and|also|plus|then|yes)[\s,]+)*(?:and|also|plus)[\s,]+(?=\S)/i;

/** "buy milk and call mum, both tomorrow": the date is that of each. */
function splitShared(sentence: string, today: Today): Part[] {
  const groups =
    /^(?<head>.+?)\s*[,–—(-]\s*(?:and )?(?:both|each|all(?: of (?:them|those|these))?|all (?:two|three|four|five))(?: of them)? (?<when>.+?)\)?[\s.!]*$/is.exec(
      sentence,
    )?.groups;
  const { head = "", when = "" } = groups ?? {};
  const shared = findWhen(when, today);
  const isDate = (shared.due !== null || shared.recurrence !== null) && shared.rest === "";
  const own = findWhen(head, today);
  const isRule = shared.recurrence !== null && own.recurrence === null;
  if (!isDate || !/\sand\s|,|&|\+/i.test(head) || (!isRule && own.due) || own.recurrence)
    return splitClauses(sentence, today);
  const parts = splitClauses(head, today);
  return (parts.length === 1 ? inTwo(parts) : parts).map((part) => ({
    ...part,
    text: isRule ? `${part.text} ${when}` : withDate(part.text, when, today),
  }));
}

/** "buy a tent and a stove", of which "both" was said: the verb is that of each. */
function inTwo(parts: Part[]): Part[] {
  const {
    lead = "",
    verb = "",
    one = "",
    other = "",
  } = /^(?<lead>(?:add|remind me to|i (?:need|have) to) )?(?<verb>\p{L}+) (?<one>(?:an?|the|my|our) .+?) and (?<other>(?:an?|the|my|our) .+)$/iu.exec(
    parts[0]?.text ?? "",
  )?.groups ?? {};
  if (!actionVerbs.has(verb.toLowerCase()) || /,|&|\sand\s/.test(other)) return parts;
  return [one, other].map((thing) => ({ text: `${lead}${verb} ${thing}`, isItem: false }));
}

const addVerb =
  /^(?:(?:please |also |and |then )*(?:add|create|put|make|new|insert|include|jot down|note down|remind me|todo|to-do|i (?:need|have|want|must|should|gotta)|i've got|don'?t forget|remember|schedule|set)\b)/i;

/** "add a and call b", "move x to friday and y to monday", "add: a, b and c" */
function splitClauses(sentence: string, today: Today): Part[] {
  const clean = sentence.replace(openers, "");
  const plain = clean.replace(politeness, "") || sentence;
  const leading = leadingDate(plain, today);
  const body = leading ? plain.slice(leading.length).replace(/^[\s,:]+/, "") : plain;
  const listed = splitList(plain, today) ?? (leading ? splitList(body, today) : null);
  if (listed) {
    const date = leading || dateWords(/^[^:]*:/.exec(plain)?.[0] ?? "", today) || dateWords(listed.at(-1) ?? "", today);
    return listed.map((item) => ({ text: withDate(item, date, today), isItem: true }));
  }
  const bare = bareList(plain, today);
  if (bare) return bare.map((item) => ({ text: item, isItem: true }));
  const wish = keep.exec(plain)?.groups?.thing;
  if (wish && !ofOneTask.test(wish)) return splitClauses(wish, today).map((part) => ({ ...part, isItem: true }));
  const pieces = cut(withSubject(plain)).map(withoutReason);
  if (pieces.length === 1 && pieces[0] === plain) return [{ text: sentence, isItem: false }];
  const first = pieces[0] ?? "";
  const isAdd = addVerb.test(leading ? body : plain);
  const moveVerb = /^(?:move|push|postpone|reschedule|change|set|shift|delay|make|rename|mark)\b/i.exec(first)?.[0];
  let date = "";
  return pieces.map((piece, i) => {
    const isBareMove = i > 0 && moveVerb !== undefined && isSameMove(first, piece) && !startsCommand(piece);
    if (isBareMove) return { text: `${moveVerb} ${piece}`, isItem: false };
    if (isRemark(piece)) return { text: piece, isItem: false };
    const text = i > 0 ? withDate(piece, date, today) : piece;
    date = leadingDate(piece, today) || dateBeforeDuty(piece, today) || date;
    return { text, isItem: i > 0 && isAdd };
  });
}

const sentenceWords =
  /\b(?:i|i'm|you|he|she|it|we|they|is|are|was|were|be|the|my|that|this|what|who|how|not|no|yes|ok|please|thanks|thank|bye|well|hi|hello|all|done|both|instead|actually|sorry|lol|then|do|did|don'?t|can|will|so|but|or)\b|[?!:;]/i;

/** "milk, eggs, bin bags": three things or more, none of them a sentence. */
function bareList(text: string, today: Today): string[] | null {
  const items = text.split(/\s*,\s*(?:and\s+)?|\s+and\s+(?=[^,]*$)/i).map((item) => item.trim().replace(/\.$/, ""));
  const isList =
    text.includes(",") && items.length >= 3 && items.every((item) => isThing(item)) && !sentenceWords.test(text);
  // "gym every mon, wed and fri": days in a row are of one thing.
  if (isList && items.slice(1).some((item) => findWhen(item, today).rest === "")) return null;
  return isList ? items : null;
}

/** A verb with an object would be something to do, which owns what follows it: "buy milk, eggs". "bin bags" are things. */
const isThing = (item: string) => {
  const [first = "", ...others] = item.toLowerCase().split(/\s+/);
  return (
    /^[\p{L}\d]/u.test(item) &&
    others.length < 3 &&
    (others.length === 0 || first === "bin" || (!actionVerbs.has(first) && !startsCommand(item)))
  );
};

/** "before I forget, on saturday I have to …" */
function dateBeforeDuty(text: string, today: Today) {
  const said = /(?:^|,\s*)(?<when>[^,]{3,25}?),? (?:i|we) (?:also )?(?:have|need|must|should|gotta|ought)\b/i.exec(text)
    ?.groups?.when;
  return said && findWhen(said, today).rest === "" ? said : "";
}

/** "dentist tomorrow at 3, remind me please": what is to be kept stands before the wish to keep it. */
const keep =
  /^(?<thing>.{3,}?)[,;]\s+(?:(?:please|and|so|can you|could you|you) )*(?:remind me|(?:write|note|jot|put|add|save|keep) (?:it|that|this)(?: down)?(?: (?:on|to|in) (?:my|the) \S+)?)(?: please| for me| then)*[\s.!]*$/is;

const ofOneTask =
  /^(?:delete|remove|erase|drop|cancel|scrap|skip|complete|mark|tick|check|move|push|postpone|reschedule|shift|change|bump|clear|undo)\b/i;
const reason = /,?\s+(?:because|cos|coz|cause|since|as|now that) (?:it|i|we|he|she|they|that|there|the|my|our)\b.*$/is;

/** "delete the milk because it expired": why is no part of the name. Something new to do keeps it. */
const withoutReason = (piece: string) => (ofOneTask.test(piece) ? piece.replace(reason, "") : piece);

/** "slides for board: move to thursday": the task stands before what is to be done with it. */
function withSubject(text: string): string {
  const groups =
    /^(?<subject>[^:,]{3,80}?)\s*[:–—]\s+(?<verb>move|push|postpone|reschedule|change|set|make|mark|tag|delay|rename|bump) (?:it |this |that |them )?(?<rest>.+)$/is.exec(
      text,
    )?.groups;
  const { subject = "", verb = "", rest = "" } = groups ?? {};
  const goes = /^(?<thing>[^,.]{3,40}?) (?:goes|moves|shifts) (?<when>to .+ and .+ to .+)$/i.exec(text)?.groups;
  if (goes && !startsCommand(text)) return `move ${goes.thing} ${goes.when}`;
  return subject && !startsCommand(subject) ? `${verb} ${subject} ${rest}` : text;
}

function leadingDate(text: string, today: Today) {
  const when = findWhen(text, today);
  return when.spans[0]?.[0] === 0 && when.spans.length === 1 ? text.slice(0, when.spans[0][1]) : "";
}
