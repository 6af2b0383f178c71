import { findWhen } from "@/lib/words/find-when";
import { readTask, type TaskWords } from "@/lib/words/read-task";
import type { Today } from "@/lib/words/today";
import type { Command } from "./command";
import { listNoun, taskNoun } from "./lexicon";

const makes =
  "(?:add|create|make|put|set(?: ?up)?|insert|start|enter|log|open|new|give me|include|write(?: down)?|record|register|i need|i want|i'd like|i would like|schedule|jot(?: down)?|note(?: down)?|get)";
const adjectives =
  "(?<extra>(?:(?:an?|the|another|one more|this|some|these|one|two|three|\\d|my|new|quick|following|extra|additional|high(?:[- ]priority)?|low(?:[- ]priority)?|medium(?:[- ]priority)?|urgent|important|daily|weekly|monthly|yearly|recurring|repeating|top[- ]priority) )*)";
const joins =
  "(?:(?:called|named|titled|to|for(?! (?:tomorrow|today|tonight|next|this|mon|tue|wed|thu|fri|sat|sun|\\d|the \\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) to\\b))|that says|saying|about|which says|labelled|:|-|–|of|that i (?:need|have) to|that)(?= |:|$))";

const forms: RegExp[] = [
  // add a high priority task called X
  new RegExp(
    `^(?:${makes}) (?:me )?${adjectives}(?<noun>tasks?|to[- ]?dos?(?: items?| tasks?)?|(?:list )?items?|reminders?|todo list items?|entry|chores?)(?: (?:in|on|to|onto) ${listNoun})?(?<join>\\s*${joins}\\s*|\\s*[:–-]\\s*|\\s+)(?<rest>.+)$`,
    "is",
  ),
  // add X to my list
  new RegExp(
    `^(?:add|put|stick|throw|pop|chuck|write|jot|include|note|get|place|slap|enter|toss|drop)(?: down)?:? (?<rest>.+?) (?:down )?(?:to|on|onto|in|into|down on) (?:${listNoun}|there|(?:my|the|our) (?:[\\w-]+ ){1,2}list|(?:my|the) (?:reminders|inbox))(?<tail>[\\s,.!].*)?$`,
    "is",
  ),
  new RegExp(`^(?:to|on|in) ${listNoun},? (?:add|put|include) (?<rest>.+)$`, "is"),
  /^(?:add|create|new|jot down|note down|write down|make a note(?: to| that| of)?|note to self:?|pencil in|include|insert|log)\b:? *(?:that )?(?<rest>.+)$/is,
  // remind me tomorrow to X
  /^(?:(?:set|add|create|give me|put|make|i need|send me)(?: up)? (?:me )?an? )?(?:reminder|alert|notification)\b(?: for me)?(?<rest>.+)$/is,
  /^(?:remind|reming|remid|prompt|nudge|ping) (?:me|us)(?: again)?\b(?! (?:what|which|when|how|who|where|of what)\b),?(?<rest>.+)$/is,
  /^(?:don'?t|do not|never) (?:let me |let us )?forget\b(?<rest>.+)$/is,
  /^(?:i |we )?(?:must |should |mustn't forget to |need to |have to )?(?:remember|not forget)\b(?<rest> (?:to|about|that)\b.+)$/is,
  /^(?:(?:i|we)(?:'ve| have|'m|'re| am| are)? (?:(?:also|really|still|just|then|definitely|probably) )*)?(?:need|have|got|ought|want|plan|planning|going|would like|supposed|will need|have got) (?:(?:also|really|still) )?to (?:(?:really|still|also|definitely) )?(?<rest>.+)$/is,
  /^(?:(?:i|we) (?:(?:also|really|probably) )*)?(?:must|should|gotta|wanna|had better|better|'d better)(?: (?:really|probably|also|definitely))* (?<rest>.+)$/is,
  // need milk
  /^(?:(?:i|we) (?:(?:also|still|really) )*)?need (?!you\b|help\b|advice\b|to\b|more (?:info|help)\b|some (?:help|advice|ideas)\b)(?<rest>.+)$/is,
  // I have a meeting on friday: something to do only because it has a date
  /^(?:(?:i|we) (?:also )?have|(?:i|we)'ve got|there(?:'s| is)) (?:an? )?(?<dated>.+)$/is,
  /^(?:to-?do|task|reminder|todo item|new|note)s?\s*[:–-]\s*(?<rest>.+)$/is,
  /^(?:schedule|plan|pencil in|set up|arrange|book in|slot in) (?<scheduled>(?:an?|my|the|our|some)\b.+)$/is,
  /^\[ ?\]\s*(?<rest>.+)$/s,
];

/** An explicit request for a new task; null when the text isn't one. */
export function readCreate(text: string, today: Today): Command | null {
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    if (!groups) continue;
    if (groups.scheduled) return scheduled(text, groups.scheduled, today);
    if (groups.dated && !findWhen(groups.dated, today).due) continue;
    const rest = (groups.rest ?? "") + (groups.tail ?? "");
    const task = taskFrom(withExtra(groups.dated ?? rest, groups.extra ?? ""), today);
    if (task.title) return { do: "create", task };
  }
  return null;
}

/** "schedule a call with Ana tomorrow" makes the call a task; without a date, scheduling it is the task, and planning always is. */
function scheduled(text: string, rest: string, today: Today): Command {
  if (/^plan\b/i.test(text)) return { do: "create", task: taskFrom(text, today) };
  const task = taskFrom(rest.replace(/^(?:an?|some) /i, ""), today);
  return { do: "create", task: task.due || task.recurrence ? task : taskFrom(text, today) };
}

/** "a high priority task to call mum" says the priority before the title, "a daily task" the repetition. */
function withExtra(rest: string, extra: string) {
  const level = /\b(?:high|low|medium|urgent|important|top)\b/i.exec(extra)?.[0];
  const repeat = /\b(?:daily|weekly|monthly|yearly)\b/i.exec(extra)?.[0];
  const marks = [repeat, level && (/urgent|important/i.test(level) ? "high priority" : `${level} priority`)].filter(
    Boolean,
  );
  return marks.length > 0 ? `${rest.trim()} ${marks.join(" ")}` : rest;
}

/** The words of a new task, without what led to them. */
export function taskFrom(text: string, today: Today): TaskWords {
  const task = readTask(text.trim(), today);
  const hasDate = task.spans.some(({ kind }) => kind === "when");
  const title = tidyTitle(task.title);
  return { ...task, title: hasDate ? title.replace(dangling, "") : title };
}

const leadIn = new RegExp(
  `^(?:(?:to|that|about|of|for|called|named|titled|and|then|please|also)\\s+(?=\\S)|[:–—-]\\s*|(?:i|we) (?:need|have|want|should|must)(?: to)? |that i (?:need|have) to |${taskNoun}:\\s*)`,
  "i",
);

/** What a date that was taken out leaves hanging: "pay the rent by". */
const dangling = /\s+(?:for|on|at|by|due|and|is|it'?s|until|from|before|to|that)$/i;

export function tidyTitle(title: string): string {
  let result = title.trim();
  for (let last = ""; last !== result; ) {
    last = result;
    result = result.replace(leadIn, "").trim();
  }
  return result
    .replace(/\s+(?:to|on|in|onto) (?:my |the )(?:to[- ]?do |task |tasks )?(?:list|to[- ]?dos|tasks)$/i, "")
    .replace(/\s+(?:please|pls|thanks)$/i, "")
    .replace(/[\s,;:.]+$/, "")
    .replace(/^(["'])(.*)\1$/s, "$2")
    .trim();
}
