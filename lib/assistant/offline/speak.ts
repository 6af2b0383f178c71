import { list } from "@/lib/words/say";
import type { Today } from "@/lib/words/today";
import type { Command } from "./command";
import type { Deed, Outcome, Pending } from "./discourse";
import type { Entry } from "./entry";
import { tasksIn } from "./lookups";
import { titleOfOther } from "./other-task";
import { askValue, askWhich } from "./say-ask";
import { sayChange } from "./say-change";
import { sayList } from "./say-list";
import { sayTalk } from "./say-talk";
import { bulleted, dated, escaped, paragraph, quoted } from "./say-task";
import type { Seen } from "./seen";

export type Said = { text: string; focus?: Seen[]; shown?: Seen[]; pending?: Pending | null };

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
    isList: said.some(({ shown }) => shown !== undefined),
    pending,
    deeds: entries.flatMap(deedOf),
    refused: entries.flatMap((entry) =>
      entry.is === "done" && entry.results.some(({ status }) => status === "denied")
        ? [{ command: entry.command, tasks: entry.tasks }]
        : [],
    ),
    listed: entries.flatMap((entry) => (entry.is === "listed" ? [entry.command] : [])).at(-1) ?? null,
    undone: entries.reduce((sum, entry) => sum + undoneBy(entry), 0),
  };
}

const joint = (parts: Said[]) => (parts.some(({ text }) => text.includes("\n")) ? "\n\n" : " ");

const unique = (tasks: Seen[]) => [...new Map(tasks.map((task) => [task.number, task])).values()];

function deedOf(entry: Entry): Deed[] {
  if (entry.is !== "done" || entry.command.do === "undo") return [];
  const tasks = tasksIn(entry.results);
  const calls = entry.results.filter((result) => result.status === "ok" && result.answer.tasks.length > 0).length;
  return calls > 0 ? [{ command: entry.command, tasks, candidates: entry.candidates, calls }] : [];
}

/** What was not done in this conversation is none of its deeds. */
const undoneBy = (entry: Entry) =>
  entry.is === "done" && entry.command.do === "undo" && !entry.command.call
    ? entry.results.filter(({ status }) => status === "ok").length
    : 0;

function sayEntry(entry: Entry, today: Today): Said {
  if (entry.is === "said") return { text: entry.text, pending: entry.pending };
  if (entry.is === "failed") return { text: entry.message };
  if (entry.is === "listed") return sayList(entry.command, entry.results, today);
  if (entry.is === "talked") return sayTalked(entry.command, today);
  if (entry.is === "unclear") return askWhich(entry, today);
  if (entry.is === "lacking") return askValue(entry, today);
  return sayChange(entry, today);
}

function sayCreations(entries: Entry[], today: Today): Said {
  const results = entries.flatMap((entry) => (entry.is === "done" ? entry.results : []));
  const tasks = tasksIn(results);
  const failed = results.flatMap((result) => (result.status === "ok" ? [] : [result.message]));
  const notes = results.flatMap((result) => (result.status === "ok" && result.answer.note ? [result.answer.note] : []));
  return {
    text: paragraph([sayAdded(tasks, today, wholeOf(entries)), ...notes, ...new Set(failed)].filter(Boolean)),
    focus: tasks,
  };
}

/** " as parts of **Move house**", when all are. */
function wholeOf(entries: Entry[]) {
  const wholes = new Set(
    entries.map((entry) => (entry.is === "done" ? titleOfOther(entry.command)?.title : undefined)),
  );
  const [title] = wholes;
  return wholes.size === 1 && title !== undefined ? ` as parts of ${quoted({ title })}` : "";
}

/** What all of them share, such as the day, is said once. */
function sayAdded(tasks: Seen[], today: Today, whole: string): string {
  if (tasks.length > 4) return `Added ${tasks.length} tasks${whole}:\n\n${bulleted(tasks, today)}`;
  const ends = new Set(tasks.map((task) => dated(task, today)));
  const [end = ""] = ends;
  if (tasks.length > 1 && ends.size === 1 && end)
    return `Added ${list(tasks.map(quoted))}, ${tasks.length === 2 ? "both" : "all"}${end}${whole}.`;
  return tasks.length > 0 ? `Added ${list(tasks.map((task) => quoted(task) + dated(task, today)))}${whole}.` : "";
}

/** Words that may be a task, and small talk. */
function sayTalked(command: Command, today: Today): Said {
  const task = command.do === "unclear" || command.do === "decline" ? command.task : undefined;
  if (!task || !/[\p{L}\p{N}]/u.test(task.title)) return { text: sayTalk(command, today) };
  const title = `**${escaped(task.title)}**`;
  // What was asked for was something else; to be put on a list it has to be wanted there.
  return {
    text:
      command.do === "decline"
        ? `I can't do that myself. Say yes, and I put ${title} on your list.`
        : `Shall I add ${title} to your tasks?`,
    pending: { kind: "confirm", commands: [{ do: "create", task }] },
  };
}
