import { list } from "@/lib/words/say";
import type { Today } from "@/lib/words/today";
import type { Command } from "./command";
import type { Discourse, Outcome, Pending } from "./discourse";
import type { Entry } from "./entry";
import { tasksIn } from "./locate";
import { sayChange } from "./say-change";
import { sayList } from "./say-list";
import { sayTalk } from "./say-talk";
import { bulleted, dated, paragraph, quoted } from "./say-task";
import type { Seen } from "./seen";

type Said = { text: string; focus?: Seen[]; shown?: Seen[]; pending?: Pending | null };

/** Puts what was found and done into words, and keeps what a next message may refer to. It claims only what results show. */
export function speak(entries: Entry[], today: Today): Outcome {
  const said: Said[] = [];
  const creations = entries.filter((entry) => entry.is === "done" && entry.command.do === "create");
  const added = creations.length > 1 ? sayCreations(creations, today) : null;
  for (const entry of entries) {
    if (added && creations.includes(entry)) {
      if (entry === creations[0]) said.push(added);
    } else said.push(sayEntry(entry, today));
  }
  const pending = said.map((part) => part.pending ?? null).findLast((part) => part !== null) ?? null;
  // A question comes last, whatever else was done.
  const parts = [...said.filter((part) => !part.pending), ...said.filter((part) => part.pending)];
  const focus = said.flatMap((part) => part.focus ?? []);
  return {
    text: [...new Set(parts.map(({ text }) => text).filter(Boolean))].join(joint(parts)),
    focus: unique(focus),
    shown: unique(said.flatMap((part) => part.shown ?? part.focus ?? [])),
    pending,
    last: lastDone(entries),
  };
}

const joint = (parts: Said[]) => (parts.some(({ text }) => text.includes("\n")) ? "\n\n" : " ");

const unique = (tasks: Seen[]) => [...new Map(tasks.map((task) => [task.number, task])).values()];

function lastDone(entries: Entry[]): Discourse["last"] {
  const done = entries.filter(
    (entry) =>
      entry.is === "done" && entry.command.do !== "undo" && entry.results.some(({ status }) => status === "ok"),
  );
  const last = done.at(-1);
  if (last?.is !== "done") {
    const undone = entries.some((entry) => entry.is === "done" && entry.command.do === "undo");
    return undone ? { command: { do: "undo" }, tasks: [], candidates: [], calls: 1 } : null;
  }
  const results = done.flatMap((entry) => (entry.is === "done" ? entry.results : []));
  const isSame = done.every((entry) => entry.is === "done" && entry.command.do === last.command.do);
  const tasks = isSame && last.command.do !== "create" ? tasksIn(results) : tasksIn(last.results);
  return {
    command: last.command,
    tasks,
    candidates: last.candidates,
    calls: results.filter(({ status }) => status === "ok").length,
  };
}

function sayEntry(entry: Entry, today: Today): Said {
  if (entry.is === "said") return { text: entry.text, pending: entry.pending };
  if (entry.is === "failed") return { text: entry.message };
  if (entry.is === "listed") return sayList(entry.command, entry.results, today);
  if (entry.is === "talked") return sayTalked(entry.command);
  if (entry.is === "unclear") return ask(entry, today);
  return sayChange(entry, today);
}

function sayCreations(entries: Entry[], today: Today): Said {
  const results = entries.flatMap((entry) => (entry.is === "done" ? entry.results : []));
  const tasks = tasksIn(results);
  const failed = results.flatMap((result) => (result.status === "ok" ? [] : [result.message]));
  const notes = results.flatMap((result) => (result.status === "ok" && result.answer.note ? [result.answer.note] : []));
  const sentence =
    tasks.length > 4
      ? `Added ${tasks.length} tasks:\n\n${bulleted(tasks, today)}`
      : tasks.length > 0
        ? `Added ${list(tasks.map((task) => quoted(task) + dated(task, today)))}.`
        : "";
  return { text: paragraph([sentence, ...notes, ...new Set(failed)].filter(Boolean)), focus: tasks };
}

function sayTalked(command: Command): Said {
  if (command.do !== "unclear") return { text: sayTalk(command) };
  const { task } = command;
  if (!/[\p{L}\p{N}]/u.test(task.title)) return { text: sayTalk({ do: "decline" }) };
  return {
    text: `Shall I add **${task.title}** to your tasks?`,
    pending: { kind: "confirm", commands: [{ do: "create", task }] },
  };
}

const deeds: { [D in Command["do"]]?: string } = {
  complete: "mark as done",
  update: "change",
  delete: "delete",
  restore: "bring back",
};

/** A question about what a command meant. Its candidates are kept, so that the next message can be the answer. */
function ask({ command, found }: Extract<Entry, { is: "unclear" }>, today: Today): Said {
  const deed = command.do === "complete" && !command.completed ? "open again" : (deeds[command.do] ?? "change");
  if (found.kind === "which") {
    const { candidates } = found;
    const pending: Pending = { kind: "which", command, candidates };
    const [only] = candidates;
    if (candidates.length === 1 && only)
      return { text: `Do you mean ${quoted(only)}${dated(only, today)}?`, pending, shown: candidates };
    const some = candidates.slice(0, 8);
    const count =
      candidates.length > some.length
        ? `${candidates.length} tasks could be meant, among them`
        : `${candidates.length} tasks could be meant`;
    return { text: `${count}:\n\n${bulleted(some, today)}\n\nWhich one should I ${deed}?`, pending, shown: candidates };
  }
  const unread = command.target.kind === "bulk" ? command.target.filter.text : undefined;
  if (found.kind === "empty" && unread)
    return {
      text: `I found no tasks like “${unread}”, so nothing was changed. Which tasks do you mean?`,
      pending: { kind: "what", command },
    };
  if (found.kind === "empty") return { text: nothingSuch(command) };
  if (found.kind === "what") return { text: `Which task should I ${deed}?`, pending: { kind: "what", command } };
  const where =
    command.do === "restore"
      ? "nothing in the bin"
      : command.do === "complete" && !command.completed
        ? "no completed task"
        : "no open task";
  const missing = `I found ${where} like “${found.words}”.`;
  const orCreate = "orCreate" in command ? command.orCreate : undefined;
  if (orCreate)
    return {
      text: `${missing} Shall I add **${orCreate.title}** as a new one?`,
      pending: { kind: "confirm", commands: [{ do: "create", task: orCreate }] },
    };
  return { text: `${missing} Which task do you mean?`, pending: { kind: "what", command } };
}

function nothingSuch(command: Extract<Entry, { is: "unclear" }>["command"]) {
  const view = command.target.kind === "bulk" ? command.target.filter.view : undefined;
  if (view === "overdue") return "Nothing is overdue, so there is nothing to do.";
  if (view === "completed") return "There are no completed tasks.";
  if (command.do === "restore") return "The bin holds no such task.";
  return "I found no such tasks, so nothing was changed.";
}
