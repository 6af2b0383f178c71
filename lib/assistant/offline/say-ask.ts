import { list } from "@/lib/words/say";
import type { Today } from "@/lib/words/today";
import type { Command } from "./command";
import type { Pending } from "./discourse";
import type { Entry } from "./entry";
import { sayMeanwhile } from "./meanwhile";
import { askedOf } from "./pick";
import { bulleted, dated, escaped, quoted } from "./say-task";
import type { Seen } from "./seen";
import type { Said } from "./speak";

type Unclear = Extract<Entry, { is: "unclear" }>;

const deeds: { [D in Command["do"]]?: string } = {
  complete: "mark as done",
  update: "change",
  delete: "delete",
  restore: "bring back",
  move: "move",
};

const isReopen = (command: Unclear["command"]) => command.do === "complete" && !command.completed;

const deedOf = (command: Unclear["command"]) => (isReopen(command) ? "open again" : (deeds[command.do] ?? "change"));

/** A question about what a command meant. Its candidates are kept, so that the next message can be the answer. */
export function askWhich({ command, found }: Unclear, today: Today): Said {
  const what: Pending = { kind: "what", command };
  const deed = deedOf(command);
  if (found.kind === "beyond") return askBeyond(command, found.candidates, today);
  if (found.kind === "changed") return sayMeanwhile(command, found, deed);
  const isGuess = command.do === "complete" && command.isGuess === true;
  if (isGuess && found.kind === "none") return { text: "I see no task that this is about. What should I do?" };
  const [only] = found.kind === "which" ? found.candidates : [];
  if (isGuess && found.kind === "which" && found.candidates.length === 1 && only) return askDone(command, only);
  if (found.kind === "which") return askAmong(command, found.candidates, today);
  if (found.kind === "what") return { text: `Which task should I ${deed}?`, pending: what };
  if (found.kind === "unsure")
    return {
      text: `I found no tasks like “${found.words}” to leave out, so nothing was changed. Which tasks should I ${deed}?`,
      pending: what,
    };
  const unread = command.target.kind === "bulk" ? command.target.filter.text : undefined;
  if (found.kind === "empty" && unread)
    return {
      text: `I found no tasks like “${unread}”, so nothing was changed. Which tasks do you mean?`,
      pending: what,
    };
  if (found.kind === "empty") return { text: nothingSuch(command) };
  const missing = `I found ${placeOf(command)} like “${found.words}”.`;
  const orCreate = "orCreate" in command ? command.orCreate : undefined;
  if (orCreate)
    return {
      text: `${missing} Shall I add **${escaped(orCreate.title)}** as a new one?`,
      pending: { kind: "confirm", commands: [{ do: "create", task: orCreate }] },
    };
  return { text: `${missing} Which task do you mean?`, pending: what };
}

function askDone(command: Unclear["command"], task: Seen): Said {
  return {
    text: `Shall I mark ${quoted(task)} as done?`,
    pending: { kind: "which", command, candidates: [task] },
    shown: [task],
  };
}

/** "the third one", of two. */
function askBeyond(command: Unclear["command"], candidates: Seen[], today: Today): Said {
  const some = candidates.slice(0, 8);
  const size = `The last list had ${candidates.length === 1 ? "one task" : `${candidates.length} tasks`}`;
  return {
    text: `${size}:\n\n${bulleted(some, today)}\n\nWhich one should I ${deedOf(command)}?`,
    pending: { kind: "which", command, candidates },
    shown: candidates,
  };
}

function askAmong(command: Unclear["command"], candidates: Seen[], today: Today): Said {
  const pending: Pending = { kind: "which", command, candidates };
  const [only] = candidates;
  if (candidates.length === 1 && only)
    return { text: `Do you mean ${quoted(only)}${dated(only, today)}?`, pending, shown: candidates };
  const some = candidates.slice(0, 8);
  const count = `${candidates.length} tasks could be meant${candidates.length > some.length ? ", among them" : ""}`;
  return {
    text: `${count}:\n\n${bulleted(some, today)}\n\nWhich one should I ${deedOf(command)}?`,
    pending,
    shown: candidates,
  };
}

function placeOf(command: Unclear["command"]) {
  if (command.do === "restore") return "nothing in the bin";
  return isReopen(command) ? "no completed task" : "no open task";
}

function nothingSuch(command: Unclear["command"]) {
  const view = command.target.kind === "bulk" ? command.target.filter.view : undefined;
  if (view === "overdue") return "Nothing is overdue, so there is nothing to do.";
  if (view === "completed") return "There are no completed tasks.";
  if (command.do === "restore") return "The bin holds no such task.";
  if (command.target.kind === "rest") return "Nothing else is left, so nothing was changed.";
  return "I found no such tasks, so nothing was changed.";
}

/** The task is known; what it should become was not said. */
export function askValue({ command, lacks, tasks }: Extract<Entry, { is: "lacking" }>, today: Today): Said {
  const known: typeof command = { ...command, target: askedOf(tasks) };
  const [only] = tasks;
  const names = tasks.length > 4 ? `these ${tasks.length} tasks` : list(tasks.map(quoted));
  const isDated = only?.dueDate && tasks.length === 1;
  const questions: { [L in typeof lacks]: string } = {
    when: isDated ? `${names} is set${dated(only, today)}. When should it be instead?` : `When should ${names} be?`,
    title: `What should ${names} be called?`,
    priority: `Which priority should ${names} have: high, medium or low?`,
    tags: `Which tag should I give ${names}?`,
  };
  return { text: questions[lacks], focus: tasks, pending: { kind: "value", command: known, lacks } };
}
