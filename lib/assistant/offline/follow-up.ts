import { dateOf, partsOf } from "@/lib/words/calendar";
import type { TaskWords } from "@/lib/words/read-task";
import type { Today } from "@/lib/words/today";
import { whenIn } from "./answer";
import type { Command, Patch, Target } from "./command";
import { type Deed, type Discourse, lastOf, type Pending } from "./discourse";
import { numbersOf } from "./pick";
import { readTarget } from "./read-target";
import { readUpdate } from "./read-update";
import { type Ready, ready, say, withTarget } from "./ready";
import type { Seen } from "./seen";
import { withoutChatter } from "./short-answer";
import { againOf, deedNames } from "./undo";

/** Words that are no request of their own may go on with what was just done; null when they don't. */
export function followUp(said: string, commands: Command[], discourse: Discourse, today: Today): Ready[] | null {
  const [command] = commands;
  if (commands.length !== 1 || !command || !isLoose(command, said)) return null;
  return onward(said, discourse, today) ?? likewise(said, command, discourse, today) ?? moved(said, discourse, today);
}

const explicit = /^(?:please )?(?:add|create|remind|new|put|note|don'?t forget)\b/i;

/** Nothing in the words says for sure what is to be done. */
function isLoose(command: Command, said: string) {
  if (command.do === "correct") return command.target?.kind === "words";
  if (command.do === "create") return !explicit.test(withoutChatter(said));
  return command.do === "unclear" || command.do === "talk" || command.do === "decline";
}

const alsoBefore =
  /^(?:(?:oh|ah|and|also|plus|ok(?:ay)?|yes|then)[\s,]+)*(?:(?:and|also|plus|(?:do )?(?:the )?same (?:goes |thing |again )?(?:for|with|to|on)|ditto(?: for)?|likewise(?: for)?)\s+)(?<words>.+?)(?:\s+(?:too|as well|also|please))*[\s.!]*$/i;
const alsoAfter =
  /^(?:(?:oh|ah|and|also|plus|ok(?:ay)?|yes|then)[\s,]+)*(?<words>.+?)(?:,? (?:too|as well|also|likewise|same|the same))(?: please)?[\s.!]*$/i;

const isSentence =
  /\b(?:is|are|was|were|has|have|had|gets?|got|should|can|could|must|will|need|needs|to|make|move|put|mark|set)\b|'s\b/i;

/** "and the milk too": the same with another task, or another task of the same kind. */
function likewise(said: string, command: Command, discourse: Discourse, today: Today): Ready[] | null {
  const words = (alsoAfter.exec(said) ?? alsoBefore.exec(said))?.groups?.words;
  const last = lastOf(discourse);
  if (!words || !last || command.do === "talk" || discourse.idle > 0 || isSentence.test(words)) return null;
  const isThing = words.split(/\s+/).length <= 4;
  const isSame = /\b(?:same|ditto|likewise)\b/i.test(said);
  if (last.command?.do !== "create" && !alsoAfter.test(said) && !(isThing && (isSame || /^(?:the|my|#)/i.test(words))))
    return null;
  const target = readTarget(words, today);
  return target && same(target, last, command.do === "create" || command.do === "unclear" ? command.task : null);
}

/** "and meet omar to 2pm", after a task was moved: another one is. */
function onward(said: string, discourse: Discourse, today: Today): Ready[] | null {
  const words = /^(?:and|then|also)\s+(?<words>.+ (?:to|till|until) .+)$/i.exec(said)?.groups?.words;
  const last = lastOf(discourse)?.command;
  const hasMoved = discourse.idle === 0 && last?.do === "update" && (last.patch.due || last.patch.shift);
  const command = words && hasMoved ? readUpdate(`move ${words}`, today) : null;
  return command?.do === "update" && command.patch.due ? [ready(command)] : null;
}

/** The last deed, done to another task. Of something added it is another one, for the same day. */
export function same(target: Target, last: Deed | null, task: TaskWords | null = null): Ready[] {
  const command = last?.command;
  if (command?.do === "create" && target.kind === "words") {
    const { recurrence, priority, tags } = command.task;
    const isDated = task !== null && (task.due !== null || task.recurrence !== null);
    // The day is that of the task that was made: read again later, "in 45 minutes" would be another moment.
    const made = last?.tasks.at(-1);
    const due = made?.dueDate ? { date: made.dueDate, time: made.dueTime } : null;
    const own = isDated ? { due: task.due, recurrence: task.recurrence } : { due, recurrence };
    return [
      ready({ do: "create", task: { title: isDated ? task.title : target.text, ...own, priority, tags, spans: [] } }),
    ];
  }
  // What the words of the last one could have been otherwise is nothing of this one.
  const { orCreate: _, isSurelyTask: __, ...plain } = { orCreate: null, isSurelyTask: null, ...command };
  return command && command.do !== "create" && "target" in command
    ? [ready(withTarget(plain as Command, target))]
    : [say("The same as what? Tell me what to do with it.")];
}

/** "half an hour earlier please, they rang": a new time for what was just spoken of. */
function moved(said: string, discourse: Discourse, today: Today): Ready[] | null {
  const about = subjectOf(discourse);
  const [first] = about;
  if (!first) return null;
  const plain = said.replace(/,? (?:and )?not .+$/i, "");
  const clauses = [plain, ...plain.split(/\s*[,;.!]+\s+/)].map(withoutChatter).filter(Boolean);
  for (const clause of clauses) {
    const patch = dayOf(clause, first) ?? whenIn(clause, today);
    if (patch && (discourse.idle === 0 || patch.shift))
      return [ready({ do: "update", target: numbersOf(about), patch })];
  }
  return null;
}

/** "is 26, not 25": of a task that has a day and no time, a number alone is a day of that month. */
function dayOf(said: string, { dueDate, dueTime }: Seen): Patch | null {
  const day = /^(?:(?:it )?is |it'?s |on )?(?:the )?(?<day>\d{1,2})(?:st|nd|rd|th)?$/i.exec(said)?.groups?.day;
  if (!day || !dueDate || dueTime) return null;
  const { year, month } = partsOf(dueDate);
  const date = dateOf(year, month, Number(day));
  return date ? { due: { date, time: null }, hasDay: true } : null;
}

/** The tasks that a correction changes: those of the last deed, or the one that was spoken of. */
export function subjectOf(discourse: Discourse): Seen[] {
  const last = lastOf(discourse);
  const about = discourse.idle === 0 && last?.tasks.length ? last.tasks : discourse.focus;
  return about.filter(({ inBin }) => !inBin);
}

const askedFor = (patch: Patch): Pending => ({
  kind: "what",
  command: { do: "update", target: { kind: "it" }, patch },
});

/** "not that one": it is taken back, and which one is meant instead is asked. */
export function wrongOne({ command, tasks, candidates }: Deed): Ready[] {
  const others = candidates.filter(({ number }) => !tasks.some((task) => task.number === number));
  const undo = ready({ do: "undo" });
  return command && command.do !== "create" ? [undo, { is: "ask", command, candidates: others }] : [undo];
}

/** "#2" and "task 2" are tasks. */
const isNumbered = /#\s?\d|\b(?:tasks?|numbers?|nr|items?)\.? \d/i;

/** A bare number after something that got a time is a time: "I said 5, not 4". */
function timeIn(target: Target | null, last: Deed | null, said: string): Patch | null {
  if (isNumbered.test(said)) return null;
  const hour = target?.kind === "numbers" && target.numbers.length === 1 ? target.numbers[0] : undefined;
  const [first] = last?.tasks ?? [];
  const isDated = last?.command?.do === "create" || (last?.command?.do === "update" && last.command.patch.due);
  if (!hour || hour > 23 || !isDated || !first?.dueTime) return null;
  const time = `${String(hour).padStart(2, "0")}:00`;
  return { due: { date: first.dueDate ?? "", time }, hasDay: false, isBareHour: hour <= 12 };
}

/** "no, I meant friday", after "what's due tomorrow?", is the same question of another day. */
function askedAgain(patch: Patch | null, { listed }: Discourse): Command | null {
  const isOfDay = listed?.filter.view === "today" || Boolean(listed?.filter.dueTo);
  if (!listed || !(listed.asks === "list" || listed.asks === "count") || !isOfDay) return null;
  if (!patch?.due || patch.due === "remove" || !patch.hasDay) return null;
  const { view: _, ...filter } = listed.filter;
  const { date } = patch.due;
  return { ...listed, period: undefined, filter: { ...filter, dueFrom: date, dueTo: date } };
}

/** A correction changes what was just done, or takes it back and does it to another task. */
export function corrected(command: Extract<Command, { do: "correct" }>, discourse: Discourse): Ready[] {
  const last = lastOf(discourse);
  const about = subjectOf(discourse);
  const asked = askedAgain(command.patch, discourse);
  if (asked) return [ready(asked)];
  const time = timeIn(command.target, last, discourse.said);
  if (time) return [ready({ do: "update", target: numbersOf(about), patch: time })];
  const isRetitle = command.patch?.title !== undefined;
  // Words become a title only where they were a title before, and of one task.
  const hasTitled = about.length <= 1 && (!last || last.command?.do === "create" || discourse.idle > 0);
  if (command.patch && (!isRetitle || hasTitled)) {
    if (about.length === 0) return [say("Which task should I change?", askedFor(command.patch))];
    return [ready({ do: "update", target: numbersOf(about), patch: command.patch })];
  }
  if (!last?.command || !command.target || last.command.do === "create")
    return [say("Which task do you mean, and what should I do with it?")];
  const others = last.candidates.filter(({ number }) => !last.tasks.some((task) => task.number === number));
  const target: Target = command.target.kind === "other" && others.length > 0 ? numbersOf(others) : command.target;
  return [ready({ do: "undo" }), ready(withTarget(last.command, target))];
}

/** What was taken back is done after all, the newest first. */
export function redone({ count = 1 }: Extract<Command, { do: "redo" }>, { undone }: Discourse): Ready[] {
  const deeds = undone.slice(count === "all" ? 0 : -count);
  const [first, ...others] = againOf(deeds.toReversed().flat());
  if (!first) return [say("There is nothing that I took back and could do again.")];
  return [{ ...ready(first), redoes: deeds.length }, ...others.map(ready)];
}

/** The last thing that this conversation changed, in words. */
export function recalled(discourse: Discourse): string {
  const deeds = discourse.done.at(-1);
  if (deeds && deeds.length > 0) return `The last thing I did was ${deeds.map(deedNames).join(", and ")}.`;
  const taken = discourse.undone.at(-1);
  if (taken) return `I took back ${taken.map(deedNames).join(", and ")}.`;
  return "I haven't changed anything in this conversation yet.";
}

/** "bring it back" after a deletion is that task; after something else it is that change. */
export function broughtBack(command: Extract<Command, { do: "restore" }>, discourse: Discourse): Ready[] {
  const last = lastOf(discourse);
  const isSpoken = command.target.kind === "it" || command.target.kind === "them";
  if (!isSpoken || !last) return [ready(command)];
  if (last.command?.do !== "delete") return [ready({ do: "undo" })];
  return [ready({ do: "restore", target: numbersOf(last.tasks) })];
}
