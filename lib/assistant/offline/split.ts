import { findWhen } from "@/lib/words/find-when";
import { masked } from "@/lib/words/scan";
import type { Today } from "@/lib/words/today";
import { actionVerbs } from "@/lib/words/verbs";
import { commandVerb, nounToo, openers, politeness } from "./lexicon";

/** One command's words. `isItem`: it follows "add", or stands in a list of things to do, so a bare phrase is a new task. */
export type Part = { text: string; isItem: boolean };

const bullet = /^\s*(?:(?:[-*•–+▪◦]|\(?\d{1,2}[.)])\s*)?(?:\[[ xX]?\]\s*)?/;
const hasBullet = /^\s*(?:(?:[-*•–+▪◦]|\(?\d{1,2}[.)])\s+|\[[ xX]?\]\s*)\S/;

export function split(text: string, today: Today): Part[] {
  const lines = text.split("\n").filter((line) => line.trim());
  if (lines.length > 1) return splitLines(lines, today);
  return splitSentences(text, today);
}

/** A pasted list, with or without a line above it that says what the lines are. */
function splitLines(lines: string[], today: Today): Part[] {
  const [first = "", ...others] = lines;
  const isHeaded = !hasBullet.test(first) && (/[:：]\s*$/.test(first) || others.every((line) => hasBullet.test(line)));
  if (!isHeaded) {
    return lines.flatMap((line) =>
      hasBullet.test(line)
        ? [{ text: line.replace(bullet, "").trim(), isItem: true }]
        : splitSentences(line, today).map((part) => ({ ...part, isItem: part.isItem || !isQuestionLine(line) })),
    );
  }
  const verb = headVerb(first.replace(openers, "").replace(politeness, ""));
  const date = dateWords(first, today);
  return others.map((line) => {
    const item = line.replace(bullet, "").trim();
    if (verb) return { text: `${verb} ${item}`, isItem: false };
    return { text: withDate(item, date, today), isItem: true };
  });
}

const isQuestionLine = (line: string) => line.trim().endsWith("?");

function headVerb(header: string) {
  if (/^(?:delete|remove|erase|drop|cancel)\b/i.test(header)) return "delete";
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
  return own.due || own.recurrence ? item : `${item} ${date}`;
}

const abbreviation =
  /(?:^|[\s(])(?:dr|mr|mrs|ms|st|prof|vs|e\.g|i\.e|etc|approx|no|a\.m|p\.m|am|pm|jr|sr|inc|co|dept|apt|ave|rd|tel|ext|min|max|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\.$/i;

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
  return sentences
    .filter((sentence) => /[\p{L}\p{N}?]/u.test(sentence))
    .flatMap((sentence) => splitShared(sentence.trim(), today));
}

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
  if (!isDate || !/\sand\s|,|&|\+/i.test(head) || own.due || own.recurrence) return splitClauses(sentence, today);
  return splitClauses(head, today).map((part) => ({ ...part, text: withDate(part.text, when, today) }));
}

const addVerb =
  /^(?:(?:please |also |and |then )*(?:add|create|put|make|new|insert|include|jot down|note down|remind me|todo|to-do|i (?:need|have|want|must|should|gotta)|i've got|don'?t forget|remember|schedule|set)\b)/i;

/** "add a and call b", "move x to friday and y to monday", "add: a, b and c" */
function splitClauses(sentence: string, today: Today): Part[] {
  const clean = sentence.replace(openers, "");
  const plain = clean.replace(politeness, "") || sentence;
  const isAdd = addVerb.test(plain);
  const listed = splitList(plain, today);
  if (listed) {
    const date = dateWords(/^[^:]*:/.exec(plain)?.[0] ?? "", today) || dateWords(listed.at(-1) ?? "", today);
    return listed.map((item) => ({ text: withDate(item, date, today), isItem: true }));
  }
  const leading = leadingDate(plain, today);
  const pieces = cut(plain);
  if (pieces.length === 1) return [{ text: sentence, isItem: false }];
  const first = pieces[0] ?? "";
  const moveVerb = /^(?:move|push|postpone|reschedule|change|set|shift|delay|make|rename|mark)\b/i.exec(first)?.[0];
  return pieces.map((piece, i) => {
    const isBareMove = i > 0 && moveVerb !== undefined && !startsCommand(piece);
    if (isBareMove) return { text: `${moveVerb} ${piece}`, isItem: false };
    return { text: i > 0 && leading ? withDate(piece, leading, today) : piece, isItem: i > 0 && isAdd };
  });
}

function leadingDate(text: string, today: Today) {
  const when = findWhen(text, today);
  return when.spans[0]?.[0] === 0 && when.spans.length === 1 ? text.slice(0, when.spans[0][1]) : "";
}

const startsCommand = (text: string) => new RegExp(`^(?:please |also |then )*${commandVerb}\\b`, "i").test(text);

/** Cuts where a conjunction or a comma is followed by something that begins a command of its own. */
function cut(text: string): string[] {
  const lower = masked(text);
  const pieces: string[] = [];
  let from = 0;
  for (const { index, 0: joint } of lower.matchAll(
    /(?:\s*,\s*(?:and then |and also |and |then |also |plus |but )?|\s+(?:and then|and also|and|then|also|plus|&|\+|but)\s+)(?=\S)/g,
  )) {
    const left = text.slice(from, index);
    const right = text.slice(index + joint.length);
    if (!begins(right, left, pieces.length > 0)) continue;
    pieces.push(left);
    from = index + joint.length;
  }
  pieces.push(text.slice(from));
  return pieces.map((piece) => piece.trim()).filter(Boolean);
}

const pronounObject = /^\S+\s+(?:(?:up|off|out|in|down|back|away|on)\s+)?(?:them|it|him|her|one|some|both)\b/i;
const leftVerbOnly = /(?:^|\b(?:to|me to|add|task|and|forget to|need to|have to)\s+)(?<verb>[a-z-]+)$/i;

function begins(right: string, left: string, hasCut: boolean) {
  const [word = "", next = ""] = right
    .toLowerCase()
    .replace(/^(?:please|also|then|to) /, "")
    .split(/\s+/);
  if (
    startsCommand(right) &&
    !/^(?:make|check|set|put|find|note|tell|change|move|clear|drop|cross|complete|cancel|take|schedule|search|tick|update|label|list|show|add|bring|mark|edit|create|remove|cancel)$/.test(
      word,
    )
  )
    return next !== "" || /^(?:undo|delete|reopen)/.test(word);
  if (/^(?:to|me to)$/.test(left.trim())) return false;
  // "the plumber to monday", after "move the dentist to friday"
  if (
    /^(?:move|push|postpone|reschedule|change|shift|delay|rename|mark|make|set)\b.+\b(?:to|as|until)\b/i.test(left) &&
    /\s(?:to|as|until)\s/i.test(right)
  )
    return true;
  if (!actionVerbs.has(word) && !startsCommand(right))
    return /^(?:i (?:need|have|must|should|called|did|finished)|don'?t|remind|what|show|how|when)\b/i.test(right);
  if (!next || actionVerbs.has((leftVerbOnly.exec(left)?.groups?.verb ?? "").toLowerCase())) return false;
  if (/^(?:add|create|delete|remove|mark|rename|reschedule|schedule|cancel|move|complete)$/.test(word))
    return !pronounFirst(right) || /^(?:move|mark|delete|rename|reschedule|remove|complete|cancel)$/.test(word);
  if (pronounObject.test(right))
    return (
      /^(?:make|set|put|mark|move|change|push|tag|label)$/.test(word) &&
      /^(?:make|set|mark|move|change|push|put|tag|label)\s+(?:it|them)\b/i.test(right)
    );
  return (
    !nounToo.has(word) ||
    hasCut ||
    /^\S+\s+(?:the|my|our|a|an|his|her|their|for|with|to|about|some|mum|mom|dad|off|up|out|in|on|down|#?\d|[A-Z])/.test(
      right,
    )
  );
}

const pronounFirst = (text: string) => /^\S+\s+(?:it|them|one|some)\b/i.test(text);

const headWords =
  /^(?:add|create|put|make|new|insert|include|jot|note|to-?do|i (?:need|have) to|to do|remember|remind|buy|get|shopping|groceries)\b|\b(?:tasks?|to-?dos?|lists?|things|items|chores|errands|reminders)$/i;

/** Words before a colon that announce a list: "add these", "things to do", "tomorrow". */
function isHead(head: string, today: Today) {
  return headWords.test(head.trim()) || findWhen(head, today).rest === "";
}

/** "add: milk, eggs and bread"; "add milk, eggs and bread". Not "buy milk, eggs and bread", which is one thing to do. */
function splitList(text: string, today: Today): string[] | null {
  const colon = /^(?<head>[^:,"'#]{2,40}):\s+(?<rest>.+)$/s.exec(text)?.groups;
  const plain = /^(?:add|put|jot down|note down|include)\s+(?<rest>.+)$/is.exec(text)?.groups;
  const isColon = colon !== undefined && isHead(colon.head ?? "", today);
  const said = isColon ? colon.rest : plain?.rest;
  if (!said) return null;
  const tail =
    /\s+(?:to|on|onto|in) (?:my |the )?(?:[\w-]+ ){0,2}(?:list|tasks|to-?dos?)(?=$|[\s,.!])/i.exec(said)?.[0] ?? "";
  const rest = said.replace(tail, "");
  const lower = masked(rest);
  const joints = [...lower.matchAll(/\s*[,;]\s*(?:and |& )?|\s+and\s+|\s+&\s+/g)];
  const commas = joints.filter(({ 0: joint }) => /[,;]/.test(joint)).length;
  if (commas === 0 && !(isColon && joints.length > 0)) return null;
  const items = pieces(rest, joints);
  const [firstWord = "", ...more] = (items[0] ?? "").toLowerCase().split(/\s+/);
  // An item that has a verb and an object owns the list that follows, unless the other items are commands as well.
  const isVerbLed = actionVerbs.has(firstWord) && more.length > 0;
  const others = items.slice(1);
  const areAllVerbLed = others.every(
    (item) => actionVerbs.has((item.toLowerCase().split(/\s+/)[0] ?? "").replace(/^to /, "")) && /\s/.test(item),
  );
  if (isVerbLed && !areAllVerbLed) return null;
  if (
    !isColon &&
    !isVerbLed &&
    (joints.length < 2 ||
      items.some((item) => item.split(/\s+/).length > 4) ||
      /^(?:a|an|the)? ?(?:task|reminder|note|tag|label|high|low|new)\b/i.test(items[0] ?? ""))
  )
    return null;
  return items.length > 1 && items.every((item) => /\p{L}/u.test(item)) ? items : null;
}

function pieces(text: string, joints: RegExpExecArray[]) {
  const result: string[] = [];
  let from = 0;
  for (const { index, 0: joint } of joints) {
    result.push(text.slice(from, index));
    from = index + joint.length;
  }
  result.push(text.slice(from));
  return result.map((piece) => piece.trim()).filter(Boolean);
}
