import type { Today } from "@/lib/words/today";
import type { Command, Filter } from "./command";
import type { CallResult } from "./history";
import { tasksIn } from "./lookups";
import { bestOf, fitOf } from "./match";
import { isSameTag, wasDoneIn } from "./narrow";
import { heading } from "./say-heading";
import { sayNext, sayOverview, sayParts, sayWeek } from "./say-overview";
import { bulleted, dated, due, escaped, quoted } from "./say-task";
import type { Seen } from "./seen";
import type { Said } from "./speak";

type Listing = Extract<Command, { do: "list" }>;

/** The answer to a question about tasks. */
export function sayList(command: Listing, results: CallResult[], today: Today): Said {
  const { asks, filter, period } = command;
  const [first] = results;
  const answer = first?.status === "ok" ? first.answer : null;
  if (asks === "parts") return sayParts(command, tasksIn(results), today);
  if (answer && asks === "next") return sayNext(answer, today);
  if (answer && asks === "week") return sayWeek(answer, today);
  if (answer && asks === "overview") return sayOverview(answer, today);
  if (asks === "when" || asks === "is" || asks === "notes") return sayOne(command, tasksIn(results), today);
  // A second look tells what there is instead, or holds the rest of a long list.
  const isInstead = !filter.text && results.length > 1;
  const own = isInstead ? results.slice(0, 1) : results;
  const tasks = relevant(tasksIn(own), filter, today);
  // What one page holds was counted by the server; what was told apart here, here.
  const isCounted = !filter.text && !filter.doneFrom && !filter.doneTo && !filter.except;
  const total = isCounted ? (answer?.total ?? tasks.length) : tasks.length;
  if (total === 0 && asks === "list" && isListName.test(filter.text ?? "")) {
    const { text: name = "", ...others } = filter;
    const all = tasksIn(own);
    if (all.length > 0) return sayAllInstead(name, heading(others, answer?.total ?? all.length, today), all, today);
  }
  const head = heading(filter, total, today, period);
  if (total === 0) return sayNone(head, isInstead ? tasksIn(results.slice(1)) : [], today);
  if (asks === "count") return { text: head, shown: tasks, ...(tasks.length <= 10 ? { focus: tasks } : {}) };
  const some = tasks.slice(0, 30);
  const more = total > some.length ? `\n\nAnd ${total - some.length} more.` : "";
  return { text: `${head.replace(/\.$/, ":")}\n\n${bulleted(some, today)}${more}`, focus: tasks, shown: tasks };
}

/** There is one list; whoever speaks of "the shopping list" and has no tag of that name means that one. */
const isListName =
  /^(?:shopping|grocery|groceries|food|errands?|chores?|packing|reading|work|home|house(?:hold)?|family|personal)$/i;

function sayAllInstead(name: string, head: string, tasks: Seen[], today: Today): Said {
  const text = `Nothing is filed under “${name}”. ${head.replace(/\.$/, ":")}\n\n${bulleted(tasks.slice(0, 30), today)}`;
  return { text, focus: tasks, shown: tasks };
}

/** The server's search forgives more than an answer should. */
function relevant(tasks: Seen[], { text, doneFrom, doneTo }: Filter, today: Today) {
  const done = doneFrom || doneTo ? tasks.filter((task) => wasDoneIn(task, doneFrom, doneTo, today)) : tasks;
  return text ? aboutIt(done, text) : done;
}

const aboutIt = (tasks: Seen[], text: string) =>
  tasks.filter(({ title, tags }) => fitOf(text, title).tier >= 1 || tags.some((tag) => isSameTag(tag, text)));

/** Nothing there; what comes next may help. */
function sayNone(head: string, instead: Seen[], today: Today): Said {
  const [next] = instead;
  return next ? { text: `${head} Next is ${quoted(next)}${dated(next, today)}.`, focus: [next] } : { text: head };
}

/** "when is the dentist?", "is milk on my list?", "what did I note for the dentist?" */
function sayOne({ asks, about, filter, isOfDone = false }: Listing, all: Seen[], today: Today): Said {
  const tasks = filter.text ? told(all, filter.text) : all;
  const [only] = tasks;
  if (!only)
    return {
      text: asks === "is" ? `No, there is nothing about “${about}” on your list.` : `I found no task about “${about}”.`,
    };
  if (tasks.length > 1)
    return {
      text: `${asks === "is" ? "Yes: " : ""}${tasks.length} tasks fit:\n\n${bulleted(tasks.slice(0, 10), today)}`,
      focus: tasks,
      shown: tasks,
    };
  const text = asks === "notes" ? sayNotes(only) : asks === "is" ? sayIs(only, today, isOfDone) : sayWhen(only, today);
  return { text, focus: [only] };
}

/** Open tasks are meant before those that are done, and close fits before far ones. */
function told(all: Seen[], text: string): Seen[] {
  const open = all.filter(({ isCompleted }) => !isCompleted);
  const best = bestOf(text, open);
  if (best.tier >= 1)
    return best.tier >= 2 ? aboutIt(open, text).filter((task) => fitOf(text, task.title).tier >= 2) : best.tasks;
  return bestOf(text, all).tasks;
}

function sayWhen(task: Seen, today: Today) {
  if (task.isCompleted) return `${quoted(task)} is done.`;
  const repeat = task.recurrence ? `, and repeats ${task.recurrence}` : "";
  return task.dueDate
    ? `${quoted(task)} is due ${due(task, today)}${repeat}.`
    : `${quoted(task)} is open and has no due date.`;
}

const sayIs = (task: Seen, today: Today, isOfDone: boolean) =>
  isOfDone && !task.isCompleted
    ? `No, ${quoted(task)} is still open${dated(task, today)}.`
    : task.isCompleted
      ? `Yes, ${quoted(task)} is done.`
      : `Yes, ${quoted(task)} is on your list${dated(task, today)}.`;

const sayNotes = (task: Seen) =>
  task.notes ? `The note on ${quoted(task)} says: ${escaped(task.notes)}` : `${quoted(task)} has no note.`;
