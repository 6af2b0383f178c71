import type { Today } from "@/lib/words/today";
import { answered, pickedLate } from "./answer";
import type { Command } from "./command";
import { conditionalYes } from "./conditional-yes";
import { type Discourse, lastOf } from "./discourse";
import { broughtBack, corrected, followUp, recalled, redone, same } from "./follow-up";
import { grounded } from "./grounded";
import { ofWhatWasDone } from "./just-done";
import { fitOf } from "./match";
import { numbersOf } from "./pick";
import { readTarget } from "./read-target";
import { type Read, type Ready, ready, say } from "./ready";
import { retitled } from "./retitled";
import { afterRefusal, isVerdict, withoutChatter } from "./short-answer";
import { tidied } from "./tidied";

/** Turns answers, corrections and "the same" into commands of their own, from what was said before. */
export function expand(said: string, read: Read, discourse: Discourse, today: Today): Ready[] {
  const commands = tidied(read(said), read, today);
  const instead = meantInstead(said, commands, read, discourse, today);
  if (typeof instead === "string") return expand(instead, read, { ...discourse, said: instead }, today);
  if (instead) return instead;
  const fresh = afterRefusal(said);
  const next = fresh && discourse.pending ? read(fresh) : [];
  if (fresh && next.length > 0 && next.every(isDeed))
    return expand(fresh, read, { ...discourse, pending: null }, today);
  const others = conditionalYes(said, discourse, today);
  if (others) return others;
  const done = ofWhatWasDone(said, discourse);
  if (done) return done;
  const late = discourse.shelved && !discourse.pending && pickedLate(said, commands, discourse.shelved, today);
  if (late) return late;
  const answer = discourse.pending && answered(said, read, discourse.pending, today);
  if (answer) return answer;
  const [only] = commands;
  if (commands.length === 1 && only && discourse.decided && isKept(only, said)) return [say(discourse.decided)];
  if (isVerdict(said)) return answerTo(discourse);
  const stated = isExplicit.test(said) ? commands : commands.map((command) => grounded(command, said, today));
  return followUp(said, commands, discourse, today) ?? stated.flatMap((command) => standing(command, discourse));
}

const isDeed = ({ do: deed }: Command) =>
  deed === "create" || deed === "complete" || deed === "update" || deed === "delete" || deed === "restore";

const contrast =
  /^(?<right>[^,.;!?\n]{1,60}?)[\s,]+(?:and )?not (?:the |on |at )?(?<wrong>(?!to\b|yet\b|done\b)[^,;!?\n]{1,40})$/i;

/** "friday, not thursday": what is not meant adds nothing to a correction or an answer, unless it stands in a title. */
function meantInstead(
  said: string,
  commands: Command[],
  read: Read,
  discourse: Discourse,
  today: Today,
): string | Ready[] | null {
  const { pending, idle, done } = discourse;
  const { right = "", wrong = "" } = contrast.exec(withoutChatter(said))?.groups ?? {};
  if (!right || !(pending || (idle === 0 && done.length > 0))) return null;
  const last = pending ? null : lastOf(discourse);
  const [task] = last?.tasks ?? [];
  const title = task && isTitling(last?.command ?? null) ? retitled(task.title, right, wrong) : null;
  if (task && title) return [ready({ do: "update", target: numbersOf([task]), patch: { title } })];
  // "the rent, not milk", after milk was done, is about which task it should have been.
  const other = task && !title && fitOf(wrong, task.title).tier >= 3 ? readTarget(right, today) : null;
  if (other?.kind === "words") return corrected({ do: "correct", target: other, patch: null }, discourse);
  if (commands.length === 1 && commands[0]?.do === "correct" && commands[0].patch?.title === undefined) return null;
  const [only, ...others] = read(right);
  const isBare = only?.do === "correct" || only?.do === "pick" || only?.do === "unclear";
  return isBare && others.length === 0 ? right : null;
}

/** What was done put words into a title. */
const isTitling = (command: Command | null) =>
  command?.do === "create" || (command?.do === "update" && command.patch.title !== undefined);

const isExplicit =
  /\b(?:add|create|new|remind|note|jot|put|need|have to|don'?t forget|remember|schedule|to-?do)\b|^\s*(?:[-*•]|\d+[.)])\s/im;

const kept =
  /^(?:(?:no|nope|please)[\s,.!]+)*(?:(?:keep|leave)\s+(?:it|them|that|those|these|everything|all|(?:my|the) (?:tasks?|list|ones))\b|(?:don'?t|do not)(?! (?:let (?:me|us) )?forget\b)\s)/i;

/** "no, I still need those": of what was just refused, not something new to do. */
function isKept(command: Command, said: string) {
  if (command.do === "unclear" || command.do === "decline") return kept.test(said) || /^(?:no|nope)\b/i.test(said);
  return command.do === "create" && (kept.test(said) || ofThem.test(said));
}

/** "no, I still need those" */
const ofThem = /^(?:no|nope)\b[^.;]*\b(?:those|them|these|it|that|all of (?:them|those))[\s.!]*$/i;

const isFarewell = /^(?:ok(?:ay)?[\s,.!]+)?(?:bye|good ?bye|good ?night|night|see you)\b/i;

/** A yes or no in words of its own: of what was decided, or of nothing. */
const answerTo = ({ decided }: Discourse) => [say(decided ?? "Nothing is waiting for your answer.")];

function standing(command: Command, discourse: Discourse): Ready[] {
  if (command.do === "answer") {
    if (discourse.decided) return [say(discourse.decided)];
    if (/^(?:cancel|stop) (?:that|it|this)[\s.!]*$/i.test(discourse.said))
      return [say("Nothing is under way that I could cancel. Name the task that you mean.")];
    return [say(command.answer === "yes" ? "All right. What would you like me to do?" : "All right.")];
  }
  if (command.do === "pick") {
    return [say('What should I do with it? For example "mark it as done" or "move it to Friday".')];
  }
  if (command.do === "talk" && command.topic === "thanks" && isFarewell.test(discourse.said))
    return [ready({ do: "talk", topic: "bye" })];
  if (command.do === "say") return [say(command.text)];
  if (command.do === "same") return same(command.target, lastOf(discourse));
  if (command.do === "correct") return corrected(command, discourse);
  if (command.do === "redo") return redone(command, discourse);
  if (command.do === "recall") return [say(recalled(discourse))];
  if (command.do === "restore") return broughtBack(command, discourse);
  if (command.do === "unclear" && isStatement.test(command.task.title)) return [ready(told(command.task.title))];
  if (command.do === "update" && command.lacks) return [ready(completed(command, discourse))];
  if (command.do === "create" && command.task.title === "") return [say("What should I add?", { kind: "title" })];
  return [ready(command)];
}

/** "bins are out", "clened the gutters": said of something, not something to do. */
const isStatement =
  /\s(?:is|are|was|were|has|have|got|been|went)\s|'s\s|^\p{L}{3,}ed\s|\s(?:done|finished|sorted|gone|out)$/iu;

const told = (text: string): Command => ({
  do: "complete",
  target: { kind: "words", text },
  completed: true,
  isGuess: true,
});

/** "also tag the other one", after a task was tagged: what is not said is what was said before. */
function completed(command: Extract<Command, { do: "update" }>, discourse: Discourse): Command {
  const last = lastOf(discourse)?.command;
  if (discourse.idle > 0 || last?.do !== "update") return command;
  const { due, shift, hasDay, priority, addTags } = last.patch;
  const { lacks, ...known } = command;
  if (lacks === "when" && (due || shift)) return { ...known, patch: { due, shift, hasDay } };
  if (lacks === "tags" && addTags) return { ...known, patch: { addTags } };
  return lacks === "priority" && priority ? { ...known, patch: { priority } } : command;
}
