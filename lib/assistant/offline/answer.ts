import { actionVerbs } from "@/lib/words/english/verbs";
import { findWhen } from "@/lib/words/find-when";
import { priorityOf } from "@/lib/words/read-task";
import { readShift } from "@/lib/words/shift";
import type { Today } from "@/lib/words/today";
import type { Command, Patch, Target } from "./command";
import { isConditional } from "./conditional-yes";
import type { Pending } from "./discourse";
import { core } from "./normalise";
import { answeredParts } from "./parts";
import { patchOf } from "./patch";
import { askedOf, pickedFrom } from "./pick";
import { readTarget } from "./read-target";
import { type Read, type Ready, ready, say, withTarget } from "./ready";
import { afterAssent, isAssent, isRefusal, withoutChatter } from "./short-answer";

/** Verbs that only a new request begins with. */
const isRequest = (said: string) =>
  /^(?:add|create|remind|new|put|note|delete|remove|show|list|undo|rename|move|mark)\b/i.test(
    core(withoutChatter(said)),
  ) || /\?\s*$/.test(said);

/** The message as an answer to what was asked; null when it is something else. */
export function answered(said: string, read: Read, pending: Pending, today: Today): Ready[] | null {
  if (pending.kind === "parts") return answeredParts(said, pending.command);
  const commands = read(said);
  const [command] = commands;
  const isNo = isRefusal(said) || (command?.do === "answer" && command.answer === "no");
  if (isNo) return [say("All right, I changed nothing.")];
  if (pending.kind === "day") return null;
  if (pending.kind === "confirm") return confirmed(said, command, read, pending.commands, today);
  if (pending.kind === "title") return titled(said, commands, read);
  if (pending.kind === "value") return filled(said, command, pending, today);
  if (pending.kind === "what") return named(said, commands, pending.command, today);
  return chosen(said, command, pending, today);
}

function confirmed(said: string, command: Command | undefined, read: Read, asked: Command[], today: Today) {
  const isYes = isAssent(said) || (command?.do === "answer" && command.answer !== "no");
  if (isYes) return asked.map(ready);
  const rest = afterAssent(said);
  if (!rest) return null;
  if (isConditional(rest)) return [say("I changed nothing: say again what to do, and what to leave out.")];
  const [only] = asked;
  const when = findWhen(rest, today);
  if (asked.length === 1 && only?.do === "create" && when.rest === "" && (when.due || when.recurrence))
    return [ready({ do: "create", task: { ...only.task, due: when.due, recurrence: when.recurrence } })];
  return [...asked, ...read(rest)].map(ready);
}

/** After "What should I add?" the words are the task, however they begin. */
function titled(said: string, commands: Command[], read: Read): Ready[] | null {
  if (commands.every(({ do: deed }) => deed === "create")) return null;
  if (isRequest(said) || commands.some(({ do: deed }) => deed === "undo" || deed === "list")) return null;
  const made = read(`add ${withoutChatter(said)}`);
  return made.every(({ do: deed }) => deed === "create") ? made.map(ready) : null;
}

/** After "When?" a day, a time or a distance; after "What should it be called?" the words themselves. */
function filled(
  said: string,
  command: Command | undefined,
  { command: asked, lacks }: Extract<Pending, { kind: "value" }>,
  today: Today,
): Ready[] | null {
  const fill = (patch: Patch | null) => {
    if (!patch) return null;
    const { lacks: _, ...known } = asked;
    return [ready({ ...known, patch: { ...asked.patch, ...patch } })];
  };
  const plain = withoutChatter(said);
  if (lacks === "when") return fill(whenIn(plain, today) ?? (command?.do === "correct" ? command.patch : null));
  if (isRequest(said)) return null;
  if (lacks === "title") return fill({ title: plain.replace(/^["'](.*)["']$/s, "$1") });
  if (lacks === "tags") {
    const addTags = tagsIn(plain, today);
    return fill(addTags && { addTags });
  }
  const level = /\b(?:highest|high|top|urgent|important|medium|normal|lowest|low|none|no|p[1-4])\b/i.exec(plain)?.[0];
  return fill(level ? { priority: priorityOf(level.replace(/^p(?=\d)/i, "")) } : null);
}

const noTag = /^(?:the|an?|my|our|to|on|in|at|by|for|of|with|i|it|is|not)$/i;

/** After "Which tag?" one to three words; a date, or a verb with its object, is something new. */
function tagsIn(said: string, today: Today): string[] | null {
  const words = said
    .replace(/^(?:(?:tag|label) (?:it|them) |with |as |it'?s |the tag )+/i, "")
    .split(/,? and |, ?|\s+/i);
  const tags = words.map((word) => word.replace(/^["'#]|["']$/g, ""));
  if (tags.length > 3 || !tags.every((tag) => /^[\p{L}\p{N}_-]+$/u.test(tag))) return null;
  if (words.every((word) => word.startsWith("#"))) return tags;
  const isDeed = /^\S+ (?!and\b)/i.test(said) && !said.includes(",") && actionVerbs.has(words[0]?.toLowerCase() ?? "");
  const when = findWhen(said, today);
  const isDated = when.rest !== "" && (when.due !== null || when.recurrence !== null);
  return isDeed || isDated || tags.some((tag) => noTag.test(tag)) ? null : tags;
}

const aroundDate =
  /^(?:(?:at|on|for|to|by|until|till|it|is|it's|i|i'd|want|wanted|need|like|have|do|make|move|push|should be|could be|only|instead|rather|that|then|now|just|actually|the|be|due|say|let's|try|how about|what about|maybe|and|can|we|please|same time|same day|ok|okay|done|again|they|said)[\s,.!]*)*$/i;

/** A date, a time or a distance with nothing else around it. */
export function whenIn(said: string, today: Today): Patch | null {
  const shift = readShift(said);
  if (shift && aroundDate.test(shift.rest)) return { shift: shift.shift };
  for (const text of [`at ${said}`, said]) {
    const when = findWhen(text, today);
    if (!(when.due || when.recurrence) || !aroundDate.test(when.rest)) continue;
    return patchOf(when);
  }
  return null;
}

/** Several things, a thing with a date, or a whole sentence is no task's name. */
function isNewRequest(said: string, commands: Command[]) {
  const [only, ...others] = commands;
  if (others.length > 0 || !only) return true;
  const words = said.trim().split(/\s+/).length;
  if (only.do === "create") return words > 6 || only.task.due !== null || only.task.recurrence !== null;
  return only.do === "list" ? words > 4 || /^(?:what|when|how|which|show|is|are|do|any)\b/i.test(said) : words > 10;
}

/** After "Which task?" a title, a number or a place is the answer. */
function named(said: string, commands: Command[], asked: Command, today: Today): Ready[] | null {
  const [command] = commands;
  if (command?.do === "pick") return [ready(withTarget(asked, command.target))];
  const isName =
    command?.do === "unclear" ||
    command?.do === "create" ||
    command?.do === "decline" ||
    command?.do === "list" ||
    (command?.do === "correct" && command.target !== null);
  if (!isName || isRequest(said) || isNewRequest(said, commands)) return null;
  const target = readTarget(withoutChatter(said), today);
  if (!target) return null;
  const task = command.do === "create" || command.do === "unclear" ? command.task : undefined;
  const next = withTarget(asked, target);
  // A whole deed that fits no task is a new one.
  const isDeed = command.do === "create" && said.trim().split(/\s+/).length >= 3;
  const isChange = next.do === "complete" || next.do === "update" || next.do === "delete";
  if (task && isChange && isDeed) return [ready({ ...next, orCreate: task, isSurelyTask: true })];
  return [ready(task && "orCreate" in asked ? { ...next, ...{ orCreate: task } } : next)];
}

/** An answer that names none of the candidates: perhaps another task, or one that has to be asked for again. */
function otherThan(
  said: string,
  command: Command | undefined,
  { command: asked, candidates }: Extract<Pending, { kind: "which" }>,
  today: Today,
): Ready[] | null {
  if (command?.do === "pick" && command.target.kind !== "words") return [{ is: "ask", command: asked, candidates }];
  const plain = withoutChatter(said);
  const target = /^(?:the|my|that) /i.test(plain) && plain.split(/\s+/).length <= 6 ? readTarget(plain, today) : null;
  const isName = command?.do === "pick" || command?.do === "unclear" || command?.do === "correct";
  // It was about something that is there; what is named now is no new task either.
  const { orCreate: _, isSurelyTask: __, ...known } = { orCreate: null, isSurelyTask: null, ...asked };
  return isName && target?.kind === "words" ? [ready(withTarget(known, target))] : null;
}

/** "oh, and the rehearsal: the brass", after something else was done first: the question before it still stands for those words. */
export function pickedLate(said: string, commands: Command[], asked: Pending, today: Today): Ready[] | null {
  const [only, ...others] = commands;
  const isLoose = only && others.length === 0 && ["pick", "unclear", "correct", "talk", "decline"].includes(only.do);
  // "call the dentist" is something to do again.
  const isDeed = only?.do === "decline" && only.task !== undefined;
  if (!isLoose || isDeed || asked.kind !== "which" || isRequest(said)) return null;
  const words = withoutChatter(said).replace(/^.*\bi mean(?:t)?\s+/i, "");
  const { tasks, isSure } = pickedFrom(words, asked.candidates, today);
  if (!isSure || tasks.length !== 1) return null;
  // Nothing is thrown out for words that come so late.
  return asked.command.do === "delete" && !/\bi mean(?:t)?\b/i.test(said)
    ? [{ is: "ask", command: asked.command, candidates: tasks }]
    : [ready(withTarget(asked.command, askedOf(tasks)))];
}

function chosen(
  said: string,
  command: Command | undefined,
  pending: Extract<Pending, { kind: "which" }>,
  today: Today,
): Ready[] | null {
  const { candidates } = pending;
  const take = (target: Target) => [ready(withTarget(pending.command, target))];
  if (command?.do === "answer" && command.answer === "all") return take(askedOf(candidates));
  if (candidates.length === 1 && (isAssent(said) || command?.do === "answer")) return take(askedOf(candidates));
  // A yes to several is no answer yet.
  if (isAssent(said)) return [{ is: "ask", command: pending.command, candidates }];
  const isFree =
    command === undefined ||
    ["unclear", "create", "decline", "pick", "correct", "list", "talk", "answer"].includes(command.do);
  if (!isFree || isRequest(said)) return null;
  // "no, the present"
  const plain = withoutChatter(said).replace(/^(?:no+|nope|nah|yes|yeah)[\s,.!]+(?=\S)/i, "");
  const { tasks, isSure } = pickedFrom(plain, candidates, today);
  if (tasks.length === 0) return otherThan(said, command, pending, today);
  return isSure ? take(askedOf(tasks)) : [{ is: "ask", command: pending.command, candidates: tasks }];
}
