import { findWhen } from "@/lib/words/find-when";
import { impossibleTime } from "@/lib/words/impossible-time";
import type { TaskWords } from "@/lib/words/read-task";
import { readShift } from "@/lib/words/shift";
import type { Today } from "@/lib/words/today";
import { actionVerbs } from "@/lib/words/verbs";
import { type Command, type Intent, intentOf, type Target } from "./command";
import { openers } from "./lexicon";
import { core, normalise } from "./normalise";
import { readComplete, readDelete, readRestore, readUndo } from "./read-change";
import { readCreate, taskFrom } from "./read-create";
import { isQuestion, readList } from "./read-list";
import { isOtherTopic, readTalk } from "./read-talk";
import { readTarget } from "./read-target";
import { readUpdate } from "./read-update";
import { type Part, split } from "./split";

/** Words → commands. Nothing is known here of tasks or of what was said before. */
export function understand(text: string, today: Today): Command[] {
  const said = normalise(text);
  const whole = wholeMessage(said, today);
  if (whole) return [whole];
  const commands = split(said, today).map((part) => readPart(part, today));
  // A greeting or a thank-you around a request is no request of its own.
  const requests = commands.filter((command) => command.do !== "talk" && command.do !== "decline");
  return requests.length > 0 ? requests : commands.slice(0, 1);
}

const yes =
  /^(?:(?:yes|yep|yeah|yup|ya|sure|ok(?:ay)?|of course|please do|go ahead|do it|do that|correct|right|exactly|absolutely|definitely|confirm(?:ed)?|y|affirmative|that'?s right|sounds good|add it|yes please|why not|indeed|certainly|go for it|please)[\s,.!]*)+(?:please|do|do it|do that|thanks|add it|that one|go ahead)?[\s.!]*$/i;
const no =
  /^(?:(?:no|nope|nah|neither|none|none of (?:them|those|these)|cancel|never ?mind|forget (?:it|about it|that)|don'?t|stop|leave it|n|not (?:that|those|now|really)|no thanks?|no thank you|skip it|drop it|don'?t bother|neither of (?:them|those)|nothing|rather not|do not|(?:don'?t|do not) (?:do|delete|change|move|touch|remove) (?:it|that|this|them|those|these|any(?:thing| of (?:them|those|it))?)|(?:please )?(?:keep|leave) (?:it|that|this|them|those|these|everything|all(?: of (?:it|them|those|these))?)(?: all)?(?: alone| there| be| (?:just )?(?:as|how|where|the way) (?:it|they) (?:is|are|was|were))?|please)[\s,.!]*)+$/i;
const all =
  /^(?:all|all of (?:them|those|these)|both|both of (?:them|those)|every one(?: of them)?|everything|each of them|all (?:two|three|four|five)|them all|the lot|all the above|all of the above)[\s.!]*$/i;

/** Messages that only make sense as a whole: an answer, a correction, "undo", a bare reference. */
function wholeMessage(text: string, today: Today): Command | null {
  const plain = text.replace(/\s+(?:please|pls)[.!]*$/i, "");
  const request = core(plain);
  const undone = readUndo(plain) ?? readUndo(request);
  if (undone) return undone;
  if (/^(?:never ?mind|forget it)[\s.!]*$/i.test(plain) || no.test(plain)) return { do: "answer", answer: "no" };
  if (yes.test(plain)) return { do: "answer", answer: "yes" };
  if (all.test(plain)) return { do: "answer", answer: "all" };
  const same =
    /^(?:(?:and )?(?:do )?the same (?:thing )?(?:with|for|to)|same (?:for|with|thing (?:for|with))|likewise|(?:and )?also|ditto(?: for)?|do (?:it|that) (?:for|to|with)) (?<target>(?:the|that|#?\d|my).*?)(?: too| as well)?[\s.!]*$/i.exec(
      plain,
    )?.groups?.target;
  const sameTarget = same && readTarget(same, today);
  if (sameTarget) return { do: "same", target: sameTarget };
  return readCorrection(plain, today) ?? readPick(plain, today);
}

const correction =
  /^(?:(?:no|nope|nah|not (?:that|this)(?: one| task)?|wait|sorry|oops|hmm|hold on|wrong(?: one)?|correction|actually|ah|oh)(?:[\s,.!-]+|$))*(?:(?:i (?:mean|meant)(?: to say)?|i said|it should be|should be|rather|make (?:it|that)|not .+?,|but|instead|it'?s|that should be|i wanted)[\s,:]+)*(?<rest>.+?)(?: (?:instead|i meant|rather|actually|sorry))*[\s.!]*$/i;
const correctionStart =
  /^(?:no|nope|nah|not|wait|sorry|oops|hold on|wrong|correction|actually|i mean|i meant|i said|make (?:it|that)|rather|should be|it should be|that should be|i wanted|ah|oh no)\b/i;

/** "no, friday", "I meant the other one", "not friday, saturday", "make that 6pm" */
function readCorrection(text: string, today: Today): Command | null {
  if (!correctionStart.test(text) || text.includes("\n")) return null;
  const rest = correction.exec(text)?.groups?.rest?.replace(/^(?:for|on|at|by|to|until) (?=\S)/i, "") ?? "";
  if (!rest) return null;
  const when = findWhen(`at ${rest}`, today);
  const whole = /^(?:at)?$/i.test(when.rest) ? when : findWhen(rest, today);
  if ((whole.due || whole.recurrence) && whole.rest === "") {
    return {
      do: "correct",
      target: null,
      patch: {
        ...(whole.due ? { due: whole.due, hasDay: whole.hasDay } : {}),
        ...(whole.recurrence ? { recurrence: whole.recurrence } : {}),
      },
    };
  }
  const shift = readShift(rest);
  if (shift && shift.rest === "") return { do: "correct", target: null, patch: { shift: shift.shift } };
  const level = /^(?:an? )?(?<level>high|low|medium|urgent)(?:[- ]priority)?$/i.exec(rest)?.groups?.level;
  if (level)
    return {
      do: "correct",
      target: null,
      patch: {
        priority:
          level.toLowerCase() === "urgent"
            ? "high"
            : level.toLowerCase() === "low"
              ? "low"
              : level.toLowerCase() === "medium"
                ? "medium"
                : "high",
      },
    };
  const target = readReference(rest.replace(/,? not (?:this|that)(?: one)?$/i, ""), today);
  if (target) return { do: "correct", target, patch: null };
  const isNamed =
    /\b(?:i meant|i mean|i said|i wanted)\b|^(?:it should be|should be|make (?:it|that)|that should be)\b/i.test(text);
  if (!isNamed || isQuestion(rest) || readUpdate(rest, today)) return null;
  // The words may name another task, or be the right title of a new one.
  return { do: "correct", target: readTarget(rest, today), patch: { title: rest.replace(/^["'](.*)["']$/, "$1") } };
}

/** A reference by number, place, pronoun or "the … one"; free words don't count. */
function readReference(text: string, today: Today): Target | null {
  const target = readTarget(text, today);
  if (target?.kind === "words") return /^(?:the|that) .+ (?:one|task)$/i.test(text.trim()) ? target : null;
  return target;
}

function readPick(text: string, today: Today): Command | null {
  const said = text.replace(
    /^(?:(?:yes|ok(?:ay)?|um+|probably|maybe|i think|i guess)[,.]?\s+)?(?:(?:i mean|it'?s|that'?s|this is) )?/i,
    "",
  );
  const target = readReference(said, today);
  return target && target.kind !== "bulk" ? { do: "pick", target } : null;
}

function readPart({ text, isItem }: Part, today: Today): Command {
  const request = core(text);
  if (!request) return readTalk(text) ?? { do: "decline" };
  const talk = readTalk(text) ?? readTalk(request);
  if (talk) return talk;
  const impossible = impossibleTime(text);
  if (impossible) {
    return {
      do: "say",
      text: `${impossible} is no time of day, so I did nothing. Say one up to 23:59, such as 17:00.`,
    };
  }
  if (isItem && !isFirmCommand(request)) return { do: "create", task: readTaskOf(request, today) };
  const isAsked = isQuestion(request);
  return (
    (isAsked ? null : readRequest(request, today)) ??
    (isOtherTopic(request) ? { do: "decline" } : null) ??
    readList(request, today) ??
    (isAsked ? null : readBare(request, today)) ?? { do: "decline" }
  );
}

const firm =
  /^(?:delete|remove|mark .+ (?:as )?(?:done|complete\w*|finished)|move .+ to|rename|undo|restore|reopen|show|what|which|how many|reschedule|postpone|push|tag .+ (?:with|as)|set the|add (?:a |the )?(?:note|tag|label)|add|create|remind|make .+ (?:priority|urgent)|mark)\b/i;
const isFirmCommand = (text: string) => firm.test(text);

const readTaskOf = (text: string, today: Today): TaskWords => {
  const created = readCreate(text, today);
  return created?.do === "create" ? created.task : taskFrom(text, today);
};

const ofTask =
  /^(?:add|put|attach|apply|write|leave|append|give|set|make|note|move)\b.*?(?:\b(?:notes?|comment|description|tags?|labels?)\b|#[\p{L}])/iu;
const ofOneTask = /^(?:make|set|put|schedule|start|open|move|change|get) (?:the|this|that|these|those|it|them|#?\d)\b/i;

/** A request that begins with a verb for this assistant, or tells what was done. */
function readRequest(text: string, today: Today): Command | null {
  const update = ofTask.test(text) ? readUpdate(text, today) : null;
  if (update) return update;
  const restored = readRestore(text, today);
  if (restored) return restored;
  if (/^(?:show|list|display|view)\b/i.test(text)) return readList(text, today);
  const isPlain = !ofOneTask.test(text);
  const other = isOtherTopic(text);
  return (
    (isPlain && !other ? readCreate(text, today) : null) ??
    readUndo(text) ??
    readCompleteOrDelete(text, today) ??
    (other ? null : readUpdate(text, today)) ??
    (isPlain ? null : readCreate(text, today))
  );
}

function readCompleteOrDelete(text: string, today: Today): Command | null {
  // "clear the due date of…" and "remove the tag…" are changes, not deletions.
  const update = /^(?:clear|remove|delete|drop|take|cancel|erase|unset|stop|get rid of)\b/i.test(text)
    ? readUpdate(text, today)
    : null;
  return update ?? readComplete(text, today) ?? readDelete(text, today);
}

const aboutPeople =
  /^(?:i|i'm|i've|i'd|you|you're|he|she|it|it's|they|we|we're|that|that's|this|there|there's|my name|who|nobody|everyone|someone)\b/i;

/** A message with no verb of a command: something to do, when it begins with a verb or names a date. */
function readBare(text: string, today: Today): Command {
  const task = taskFrom(text, today);
  const [first = "", second = ""] = text
    .toLowerCase()
    .replace(openers, "")
    .split(/[\s,]+/);
  const isShort = task.title.split(/\s+/).length <= 12;
  if (!task.title || /^[^\p{L}\p{N}]*$/u.test(task.title)) return { do: "unclear", task };
  if (aboutPeople.test(text)) return { do: "decline" };
  const isVerbLed = actionVerbs.has(first) && second !== "";
  const hasMark = task.due !== null || task.recurrence !== null || task.tags.length > 0 || task.priority !== "none";
  if (isVerbLed || (hasMark && isShort)) return { do: "create", task };
  return isShort && task.title.split(/\s+/).length <= 6 ? { do: "unclear", task } : { do: "decline" };
}

/** What the words alone say, for measuring: the first command of a message. */
export type Parsed = {
  intent: Intent;
  title: string | null;
  due: string | null;
  recurrence: string | null;
  target: string | null;
  commands: Command[];
};

export function parse(text: string, today: Today): Parsed {
  const commands = understand(text, today);
  const [command] = commands;
  const task = command?.do === "create" || command?.do === "unclear" ? command.task : null;
  const patch = command?.do === "update" || command?.do === "correct" ? command.patch : null;
  const due = task ? task.due : patch?.due && patch.due !== "remove" ? patch.due : null;
  return {
    intent: command ? intentOf(command) : "out_of_scope",
    title: task?.title ?? patch?.title ?? null,
    due: due && (due.time ? `${due.date}T${due.time}` : due.date),
    recurrence: task?.recurrence ?? patch?.recurrence ?? null,
    target: command && "target" in command && command.target?.kind === "words" ? command.target.text : null,
    commands,
  };
}
