import type { Today } from "@/lib/words/today";
import type { Command, Target } from "./command";
import type { Discourse, Pending } from "./discourse";
import { fitOf } from "./match";
import { readTarget } from "./read-target";
import type { Seen } from "./seen";

/** A command that stands on its own, or a sentence that answers at once. */
export type Ready = { is: "command"; command: Command } | { is: "say"; text: string; pending?: Pending };

const ready = (command: Command): Ready => ({ is: "command", command });
const say = (text: string, pending?: Pending): Ready => (pending ? { is: "say", text, pending } : { is: "say", text });

/** Turns answers, corrections and "the same" into commands of their own, from what was said before. */
export function expand(commands: Command[], discourse: Discourse, said: string, today: Today): Ready[] {
  const [only] = commands;
  if (commands.length === 1 && only) {
    const answer = discourse.pending && answered(only, discourse.pending, said, today);
    if (answer) return answer;
    if (discourse.decided && isRefusal(only, said)) return [say(discourse.decided)];
  }
  return commands.flatMap((command) => standing(command, discourse));
}

const kept =
  /^(?:(?:no|nope|please)[\s,.!]+)*(?:(?:keep|leave)\s+(?:it|them|that|those|these|everything|all|(?:my|the) (?:tasks?|list|ones))\b|(?:don'?t|do not)(?! (?:let (?:me|us) )?forget\b)\s)/i;

/** "no, I still need those": of what was just refused, not something new to do. */
function isRefusal(command: Command, said: string) {
  if (command.do === "unclear" || command.do === "decline") return kept.test(said) || /^(?:no|nope)\b/i.test(said);
  return command.do === "create" && kept.test(said);
}

/** The message as an answer to what was asked; null when it is something else. */
function answered(command: Command, pending: Pending, said: string, today: Today): Ready[] | null {
  if (command.do === "answer" && command.answer === "no") return [say("All right, I changed nothing.")];
  if (pending.kind === "confirm") return command.do === "answer" ? pending.commands.map(ready) : null;
  if (pending.kind === "what") {
    const isReference =
      command.do === "pick" || command.do === "unclear" || (command.do === "correct" && command.target !== null);
    const target = isReference ? (command.do === "pick" ? command.target : readTarget(said, today)) : null;
    return target && [ready(withTarget(pending.command, target))];
  }
  return chosen(command, pending, said);
}

function chosen(command: Command, pending: Extract<Pending, { kind: "which" }>, said: string): Ready[] | null {
  const { candidates } = pending;
  const take = (tasks: Seen[]) => [
    ready(withTarget(pending.command, { kind: "numbers", numbers: tasks.map(({ number }) => number) })),
  ];
  if (command.do === "answer") return command.answer === "all" || candidates.length === 1 ? take(candidates) : null;
  if (command.do === "pick" || command.do === "correct") {
    const picked = command.target ? pick(command.target, candidates) : [];
    if (picked.length > 0) return take(picked);
  }
  // Their words are the answer when they fit one of the candidates: "the bill", "call the dentist".
  const words = said.replace(/^(?:the|i mean(?:t)?|it'?s)\s+/i, "").replace(/\s+(?:one|task)?[.!]*$/i, "");
  const fits = candidates.filter(({ title }) => fitOf(words, title).tier >= 2);
  const isFree =
    command.do === "unclear" || command.do === "create" || command.do === "decline" || command.do === "pick";
  return isFree && fits.length === 1 ? take(fits) : null;
}

/** The candidates that a reference picks out; a bare number may be a task's or a place in the list. */
function pick(target: Target, candidates: Seen[]): Seen[] {
  const at = (place: number) => candidates.at(place > 0 ? place - 1 : place);
  if (target.kind === "numbers") {
    const named = candidates.filter(({ number }) => target.numbers.includes(number));
    return named.length > 0 ? named : target.numbers.map(at).filter((task) => task !== undefined);
  }
  if (target.kind === "places") return target.places.map(at).filter((task) => task !== undefined);
  if (target.kind === "them") return candidates;
  if (target.kind === "words") {
    const fits = candidates.filter(({ title }) => fitOf(target.text, title).tier >= 2);
    return fits.length === 1 ? fits : [];
  }
  return candidates.length === 1 ? candidates : [];
}

export function withTarget(command: Command, target: Target): Command {
  return "target" in command && command.do !== "correct" ? { ...command, target } : command;
}

const numbersOf = (tasks: Seen[]): Target => ({ kind: "numbers", numbers: tasks.map(({ number }) => number) });

function standing(command: Command, discourse: Discourse): Ready[] {
  if (command.do === "answer") {
    if (discourse.decided) return [say(discourse.decided)];
    return [say(command.answer === "yes" ? "All right. What would you like me to do?" : "All right.")];
  }
  if (command.do === "pick") {
    return [say('What should I do with it? For example "mark it as done" or "move it to Friday".')];
  }
  if (command.do === "say") return [say(command.text)];
  if (command.do === "same") return same(command.target, discourse);
  if (command.do === "correct") return corrected(command, discourse);
  return [ready(command)];
}

function same(target: Target, { last }: Discourse): Ready[] {
  const isRepeatable = last && last.command.do !== "create" && "target" in last.command;
  return isRepeatable
    ? [ready(withTarget(last.command, target))]
    : [say("The same as what? Tell me what to do with it.")];
}

/** A correction changes what was just done, or takes it back and does it to another task. */
function corrected(command: Extract<Command, { do: "correct" }>, discourse: Discourse): Ready[] {
  const { last } = discourse;
  const about = last?.tasks.length ? last.tasks : discourse.focus;
  const isRetitle = command.patch !== null && command.target !== null;
  if (command.patch && !(isRetitle && last && last.command.do !== "create")) {
    if (about.length === 0) return [say("What should I change? Name the task.")];
    return [ready({ do: "update", target: numbersOf(about), patch: command.patch })];
  }
  if (!last || !command.target || last.command.do === "create")
    return [say("Which task do you mean, and what should I do with it?")];
  const others = last.candidates.filter(({ number }) => !last.tasks.some((task) => task.number === number));
  const target: Target = command.target.kind === "other" && others.length > 0 ? numbersOf(others) : command.target;
  return [ready({ do: "undo" }), ready(withTarget(last.command, target))];
}
