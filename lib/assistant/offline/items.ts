import { withPairsHidden } from "@/lib/words/english/pairs";
import { actionVerbs } from "@/lib/words/english/verbs";
import { findWhen } from "@/lib/words/find-when";
import { findPriority } from "@/lib/words/read-task";
import { masked } from "@/lib/words/scan";
import type { Today } from "@/lib/words/today";

const headWords =
  /^(?:add|create|put|make|new|insert|include|jot|note|to-?do|i (?:need|have) to|to do|remember|remind|buy|get|shopping|groceries)\b|\b(?:tasks?|to-?dos?|lists?|things|items|chores|errands|reminders)(?: down)?$/i;

/** Words before a colon that announce a list: "add these", "things to do", "tomorrow". */
function isHead(head: string, today: Today) {
  return headWords.test(head.trim()) || findWhen(head, today).rest === "";
}

const also = "(?:(?:also|still|really|just|and|oh|then) )*";
const people = `(?:(?:i|we)(?:'ve| have)? ${also})?`;
/** Verbs before things: each thing is a task of its own. "buy milk, eggs and bread" is one thing to do. */
const things = new RegExp(
  `^${also}(?:(?:add|put|jot down|note down|include)(?! (?:a |the )?note\\b)|${people}(?:need|(?:are|am) (?:all )?out of|ran out of)(?! to\\b)|we'?re (?:all )?out of)\\s+(?<rest>.+)$`,
  "is",
);
/** Words before deeds: each deed is a task of its own. */
const deeds = new RegExp(
  `^${also}(?:${people}(?:need|have|want|ought|got|had better|must|should|gotta)(?: to)?|remind me to|don'?t (?:let me )?forget to|remember to) (?<rest>.+)$`,
  "is",
);

type List = { rest: string; isColon: boolean; isDeeds: boolean };

function listIn(text: string, today: Today): List | null {
  const colon = /^(?<head>(?:[^:,"'#]|(?<=\p{L})'(?=\p{L})){2,40}):\s+(?<rest>.+)$/su.exec(text)?.groups;
  if (colon?.rest && isHead(colon.head ?? "", today)) return { rest: colon.rest, isColon: true, isDeeds: false };
  const toDo = deeds.exec(text)?.groups?.rest;
  if (toDo && isVerbLed(toDo)) return { rest: toDo, isColon: false, isDeeds: true };
  const named = things.exec(text)?.groups?.rest;
  return named ? { rest: named, isColon: false, isDeeds: false } : null;
}

const firstWord = (text: string) =>
  text
    .toLowerCase()
    .replace(/^to /, "")
    .split(/[\s,;]+/)[0] ?? "";
const isVerbLed = (text: string) => actionVerbs.has(firstWord(text));

/** "add: milk, eggs and bread"; "need milk, salt and pepper, bread"; "I have to pack, clean the flat and water the plants". */
export function splitList(text: string, today: Today): string[] | null {
  const found = listIn(text, today);
  if (!found) return ownMarks(text, today);
  const { isColon, isDeeds } = found;
  const tail =
    /\s+(?:to|on|onto|in) (?:my |the )?(?:[\w-]+ ){0,2}(?:list|tasks|to-?dos?)(?=$|[\s,.!])/i.exec(found.rest)?.[0] ??
    "";
  const rest = found.rest.replace(tail, "");
  const joints = [...withPairsHidden(masked(rest)).matchAll(/\s*[,;]\s*(?:and |& )?|\s+and\s+|\s+&\s+/g)];
  const commas = joints.filter(({ 0: joint }) => /[,;]/.test(joint)).length;
  if (commas === 0 && !(isColon && joints.length > 0)) return null;
  const items = pieces(rest, joints);
  const isLed = isVerbLed(items[0] ?? "") && /\s/.test(items[0] ?? "");
  // An item that has a verb and an object owns the list that follows, unless the other items are deeds as well.
  const areAllLed = items.slice(1).every((item) => isVerbLed(item) && (isDeeds || /\s/.test(item)));
  if (isDeeds) return areAllLed && items.length > 1 ? items : null;
  const isAnnounced = isColon && /^(?:add|create|make|new|these|\d+|here)\b/i.test(text);
  if (isLed && !areAllLed && !isAnnounced) return null;
  if (!isColon && !isLed && (joints.length < 2 || !areThings(items))) return null;
  return items.length > 1 && items.every((item) => /\p{L}/u.test(item)) ? items : null;
}

const areThings = (items: string[]) =>
  items.every((item) => item.split(/\s+/).length <= 4) &&
  !/^(?:a|an|the)? ?(?:task|reminder|note|tag|label|high|low|new)\b/i.test(items[0] ?? "");

/** "gym monday, dentist tuesday 3pm, taxes p1": each item has a day or a priority of its own. */
function ownMarks(text: string, today: Today): string[] | null {
  const joints = [...withPairsHidden(masked(text)).matchAll(/\s*[,;]\s*(?:and |& )?|\s+and\s+/g)];
  if (!joints.some(({ 0: joint }) => /[,;]/.test(joint))) return null;
  const items = pieces(text, joints);
  return items.length > 1 && items.every((item) => isMarked(item, today)) ? items : null;
}

function isMarked(item: string, today: Today) {
  const { spans } = findPriority(item);
  const when = findWhen(item, today);
  const isPriced = spans.length > 0 && item.length > (spans[0]?.end ?? 0) - (spans[0]?.start ?? 0) + 2;
  const isDated = when.due !== null && /\p{L}{2}/u.test(when.rest) && when.spans.at(-1)?.[1] === item.length;
  const hasSubject = !/^(?:but|or|not|no|i|it|then|make|at|on|by|until|from|due)\b/i.test(item);
  return hasSubject && (isPriced || isDated);
}

export function pieces(text: string, joints: RegExpExecArray[]) {
  const result: string[] = [];
  let from = 0;
  for (const { index, 0: joint } of joints) {
    result.push(text.slice(from, index));
    from = index + joint.length;
  }
  result.push(text.slice(from));
  return result.map((piece) => piece.trim()).filter(Boolean);
}
