import { impossibleTime } from "@/lib/words/impossible-time";
import type { TaskWords } from "@/lib/words/read-task";
import type { Today } from "@/lib/words/today";
import { actionVerbs } from "@/lib/words/verbs";
import type { Command } from "./command";
import { isUndoing, readByCues } from "./cues";
import { openers, politeness } from "./lexicon";
import { core, normalise } from "./normalise";
import { isService, isWorldly } from "./other-topics";
import { readWhole } from "./read-answer";
import { readComplete, readStory } from "./read-complete";
import { isUntitled, readBuried, readCreate, readThought, readTold } from "./read-create";
import { readDelete } from "./read-delete";
import { asksForTasks, isQuestion, readList } from "./read-list";
import { isAboutAssistant, isChat, readTalk } from "./read-talk";
import { readRedo, readRestore, readUndo } from "./read-undo";
import { readUpdate } from "./read-update";
import { repaired } from "./repair";
import { type Part, split } from "./split";
import { taskFrom } from "./title";
import { about, splitTopic } from "./topic";

/** How sure a reading is: a request, something that may well be one, or words around it. */
type Weight = "request" | "likely" | "aside";
export type Reading = { command: Command; weight: Weight };

const request = (command: Command | null): Reading | null => command && { command, weight: "request" };
const likely = (command: Command | null): Reading | null => command && { command, weight: "likely" };
const aside = (command: Command): Reading => ({ command, weight: "aside" });

/** Words → commands. Nothing is known here of tasks or of what was said before. */
export const understand = (text: string, today: Today): Command[] =>
  readings(text, today).map(({ command }) => command);

/** Characters of one sentence. The time that reading takes grows faster than the sentence. */
const longest = 800;
const tooLong: Reading = {
  weight: "request",
  command: {
    do: "say",
    text: "That is a longer sentence than I can read, so I did nothing. Write what is to be done in short sentences, or each on a line of its own.",
  },
};

/** What was understood, with how sure each reading is. */
export function readings(text: string, today: Today): Reading[] {
  if (text.split(/[\n.!?;]+/).some((sentence) => sentence.length > longest)) return [tooLong];
  const said = repaired(normalise(text), today);
  const whole = readWhole(said, today);
  if (whole) return [{ command: whole, weight: "request" }];
  const parts = split(said, today);
  const all = parts.map((part, i) => withTopic(readPart(part, today), parts[i - 1], today));
  // A greeting, a thank-you or an explanation around a request is no request of its own.
  const requests = all.filter(({ weight }) => weight !== "aside");
  return requests.length > 0 ? requests : all.slice(0, 1);
}

/** "that meeting with HR? shift it to 4": a part that names a thing and asks nothing is what the next part's "it" is. */
function withTopic({ command, weight }: Reading, before: Part | undefined, today: Today): Reading {
  if (!before || weight !== "request" || readPart(before, today).weight !== "aside") return { command, weight };
  return { command: about(command, before.text, today), weight };
}

function readPart({ text, isItem }: Part, today: Today): Reading {
  const plain = core(text);
  if (!plain) return aside(readTalk(text) ?? { do: "decline" });
  const talk = readTalk(text) ?? readTalk(plain);
  if (talk) return aside(talk);
  const impossible = impossibleTime(text);
  if (impossible) {
    const sentence = `${impossible} is no time of day, so I did nothing. Say one up to 23:59, such as 17:00.`;
    return { command: { do: "say", text: sentence }, weight: "request" };
  }
  const arrow = isItem && /[-=]>|→|⇒/.test(plain) ? readUpdate(plain, today) : null;
  if (arrow) return { command: arrow, weight: "request" };
  if (isItem && !firm.test(plain)) return { command: { do: "create", task: itemOf(plain, today) }, weight: "request" };
  if (isUntitled(plain))
    return { command: { do: "create", task: { ...taskFrom(plain, today), title: "" } }, weight: "request" };
  const told = readTold(plain, today);
  if (told) return { command: told, weight: "request" };
  if (isQuestion(plain)) return readQuestion(plain, today);
  return (
    request(readRequest(plain, today)) ??
    request(readAboutTopic(plain, today)) ??
    readRamble(plain, today) ??
    request(readRequest(plain.replace(why, ""), today)) ??
    storyOf(plain, today) ??
    request(readList(plain, today)) ??
    readNeed(plain, today) ??
    (startsTask(plain) ? null : request(readByCues(plain, today))) ??
    (isWorldly(plain) && !asksForTasks(plain) ? serviceOf(plain, today) : null) ??
    (asksAssistant.test(plain) ? null : request(readBuried(plain, today))) ??
    readBare(plain, today, politeness.test(text.replace(openers, "")))
  );
}

/** Why something is asked for, after it. */
const why =
  /,\s+(?:it|they|half|because|since|i|we|he|she|there|some|found|got|bought|as|it's|they're|i'm|we're|i've|we've)\b[^,]*$/i;

/** "i dropped spanish so delete anything about spanish": in a long sentence the request may come after what led to it. */
function readRamble(text: string, today: Today): Reading | null {
  const clauses = text.split(/\s*[,;–—]\s+(?:(?:so|and|but|then) )*|\s+(?:so|but)\s+/i);
  if (clauses.length < 2 || (!isChat(text) && !hasVerb.test(text))) return null;
  for (const [i, clause] of clauses.entries()) {
    const plain = core(clause);
    // What stands alone must say what it is about, or be about what was said before.
    const command =
      i === 0 || !plain
        ? null
        : (readRequest(plain, today) ?? (readTalk(plain) || !isChat(text) ? null : readThought(plain, today)));
    if (command) return request(about(command, clauses[i - 1] ?? "", today));
  }
  return null;
}

/** A finite verb makes a sentence of what would otherwise be a list. */
const hasVerb =
  /\b(?:is|are|was|were|has|have|had|isn'?t|aren'?t|wasn'?t|got|went|fell|came|told|said|swapped|forgot|cancelled|won'?t|can'?t|will|would|did|didn'?t)\b/i;

const firm =
  /^(?:delete|remove|mark .+ (?:as )?(?:done|complete\w*|finished)|move .+ to|rename|undo|restore|reopen|show|what|which|how many|reschedule|postpone|push|tag .+ (?:with|as)|set the|add (?:a |the )?(?:note|tag|label)|add|create|remind|make .+ (?:priority|urgent)|mark)\b/i;

function itemOf(text: string, today: Today): TaskWords {
  const created = readCreate(text, today);
  return created?.do === "create" ? created.task : taskFrom(text, today);
}

/** A question is about the assistant, the tasks or the world; it never changes anything, but for one that asks for a change. */
function readQuestion(text: string, today: Today): Reading {
  const isOwn = asksForTasks(text);
  if (isWorldly(text) && !isOwn) return aside({ do: "decline" });
  if (isAboutAssistant(text)) return aside({ do: "talk", topic: "who" });
  const list =
    readList(text, today) ??
    (/\b(?:i|my|we|our|me|us|kids?|children|have|planned|happening|coming)\b/i.test(text) &&
    !/\b(?:your?|u)\b/i.test(text)
      ? readList(`show me ${text} on my list`, today)
      : null);
  if (list) return { command: list, weight: "request" };
  return aside(isChat(text) ? { do: "talk", topic: "chat" } : { do: "decline" });
}

const ofTask =
  /^(?:add|put|attach|apply|write|leave|append|give|set|make|note|move)\b.*?(?:\b(?:notes?|comment|description|tags?|labels?)\b|#[\p{L}])/iu;
const ofOneTask =
  /^(?:make|set|put|schedule|start|open|move|change|get|book|switch) (?:the|this|that|these|those|it|them|#?\d)\b/i;
const shows = /^(?:show|list|display|view)\b/i;

/** A request that begins with a verb for this assistant, or tells what was done. */
function readRequest(text: string, today: Today): Command | null {
  const update = ofTask.test(text) ? readUpdate(text, today) : null;
  if (update) return update;
  const back =
    (isUndoing(text) ? ({ do: "undo" } as const) : null) ??
    readUndo(text) ??
    readRedo(text) ??
    readRestore(text, today);
  if (back) return back;
  if (shows.test(text) && asksForTasks(text)) return readList(text, today);
  if (isService(text)) return null;
  const isPlain = !ofOneTask.test(text);
  return (
    (isPlain && !moves.test(text) ? readCreate(text, today) : null) ??
    readDone(text, today) ??
    readUpdate(text, today) ??
    readCreate(text, today)
  );
}

const moves = /^(?:move|push|shift|reschedule|postpone|change|switch|bump|bring)\b/i;

const throwsOut =
  /^(?:delete|remove|erase|clear|clean|cancel|drop|scrap|get rid|take|throw|strike|forget|stop|lose|wipe|empty|bin|trash|kill)\b/i;

function readDone(text: string, today: Today): Command | null {
  // "clear the due date of…" and "remove the tag…" are changes, not deletions; "the report is due friday" is no report done.
  const update = /^(?:clear|remove|delete|drop|take|cancel|erase|unset|stop|get rid of)\b/i.test(text)
    ? readUpdate(text, today)
    : null;
  if (update) return update;
  return throwsOut.test(text)
    ? (readDelete(text, today) ?? readComplete(text, today))
    : (readComplete(text, today) ?? readDelete(text, today));
}

/** "the playdate fell through, so take that off" */
function readAboutTopic(text: string, today: Today): Command | null {
  const parts = splitTopic(text);
  if (parts && startsTask(parts.topic)) return null;
  const command = parts && readRequest(core(parts.rest), today);
  return command && parts ? about(command, parts.topic, today) : null;
}

/** "drop off the kids", "finish painting": a verb first makes the rest its object, whatever words it holds. */
function startsTask(text: string) {
  const [first = ""] = text.toLowerCase().split(/[^\p{L}-]+/u);
  return actionVerbs.has(first) && !/[,;.–—]\s/.test(text);
}

/** What one did oneself is told to be ticked off; what happened may only be told beside a request. */
function storyOf(text: string, today: Today): Reading | null {
  const command = readStory(text, today);
  return command && { command, weight: /^(?:i|we)\b/i.test(text) ? "request" : "aside" };
}

/** "I need to mow the lawn"; "I want to tweet a complaint" is a job for another assistant. */
function readNeed(text: string, today: Today): Reading | null {
  const command = readThought(text, today);
  if (command?.do !== "create" || !isService(command.task.title)) return likely(command);
  return serviceOf(command.task.title, today);
}

/** A job for another assistant is declined, and offered as something to do; with a date it is that already. */
function serviceOf(text: string, today: Today, isAsked = false): Reading {
  const task = taskFrom(text, today);
  const [first = ""] = text.toLowerCase().split(/[\s,]+/);
  const isDeed = actionVerbs.has(first) && (task.due !== null || task.recurrence !== null);
  const isNote = !isAsked && /^(?:book|reserve|order|get|rent)$/.test(first) && !/^\w+ (?:me|us)\b/i.test(text);
  const isFirm = isNote || /\bby\b/i.test(text) || (first === "play" && /\bwith\b/i.test(text));
  return isDeed && (isFirm || !/^(?:set|turn|play|wake|find|get|book|reserve|order)$/.test(first))
    ? { command: { do: "create", task }, weight: "likely" }
    : aside({ do: "decline", ...(actionVerbs.has(first) ? { task } : {}) });
}

const aboutPeople =
  /^(?:i|i'm|im|i've|ive|i'd|i'll|you|you're|youre|your|he|she|it|it's|its|they|we|we're|we've|that|that's|thats|this|there|there's|my name|who|nobody|everyone|everybody|someone|so|how|what|oh|no|yes|not)\b/i;

/** "honestly I could cry" */
const saysOfPeople =
  /^(?:[\p{L}']+,? ){0,3}(?:i|you|we|it|that|he|she|they|yer|ur|i'm|i've|it's|you're|we're)\s+\p{L}+/iu;
/** What only somebody who knows things can do for one. */
const asksAssistant =
  /^(?:give me|tell (?:me|us)|explain|describe|show me|repeat (?:that|it|what|after|yourself|the last)|read me|recommend|suggest|teach me|define|compare|next (?:track|song|page|slide)|previous|skip|metronome|inform me|advise|calculate|guess|imagine|pretend|say|talk|speak|sing|answer)\b/i;
const pronouns = /\b(?:i|i'm|im|me|you|u|r|we|us|it|that|this|they|he|she|them)\b/i;

/** A message with no verb of a command: something to do, when it begins with a verb or names a date. */
function readBare(text: string, today: Today, isAsked: boolean): Reading {
  if (isService(text)) return serviceOf(text, today, isAsked);
  const task = taskFrom(text, today);
  const [first = "", second = ""] = text
    .toLowerCase()
    .replace(openers, "")
    .split(/[\s,]+/);
  const length = task.title.split(/\s+/).length;
  if (!task.title || /^[^\p{L}\p{N}]*$/u.test(task.title)) return aside({ do: "unclear", task });
  if (asksAssistant.test(text)) return aside({ do: "decline" });
  if (aboutPeople.test(text) || saysOfPeople.test(text)) return aside({ do: "talk", topic: "chat" });
  const isVerbLed = actionVerbs.has(first) && second !== "";
  const hasMark = task.due !== null || task.recurrence !== null || task.tags.length > 0 || task.priority !== "none";
  if (isVerbLed || (hasMark && length <= 14)) return { command: { do: "create", task }, weight: "likely" };
  if (isChat(text) || hasVerb.test(text) || pronouns.test(text)) return aside({ do: "talk", topic: "chat" });
  return aside(length <= 5 ? { do: "unclear", task } : { do: "decline" });
}
