import { list } from "@/lib/words/say";
import type { Today } from "@/lib/words/today";
import { alreadySo, sayAlready } from "./already";
import type { Command } from "./command";
import type { Entry } from "./entry";
import type { CallResult } from "./history";
import { tasksIn } from "./lookups";
import { titleOfOther } from "./other-task";
import { bulleted, dated, due, paragraph, quoted } from "./say-task";
import type { Seen } from "./seen";

type Update = Extract<Command, { do: "update" }>;
type Done = Extract<Entry, { is: "done" }>;

/** The sentence for what a command changed, from the tools' results alone. */
export function sayChange(entry: Done, today: Today): { text: string; focus: Seen[] } {
  const tasks = tasksIn(entry.results);
  const sentences: string[] = [];
  const changed = sayChanged(entry, tasks, today);
  if (changed) sentences.push(changed);
  const along = sayAlong(entry.results);
  if (changed && along && entry.command.do !== "undo") sentences.push(along);
  const settled = unchangedIn(entry);
  if (settled.length > 0) sentences.push(sayUnchanged(entry, settled));
  const so = alreadySo(entry.command, entry.tasks, today);
  const already = sayAlready(entry.command, so, today);
  if (already) sentences.push(already);
  const same = [...settled, ...so];
  for (const result of entry.results) {
    if (result.status === "ok" && result.answer.note) sentences.push(result.answer.note);
    else if (result.status === "error") sentences.push(result.message);
  }
  if (entry.left && tasks.length > 0) sentences.push(sayLeft(entry, entry.left));
  if (entry.results.some(({ status }) => status === "denied"))
    sentences.push("All right, I left it as it was: nothing was changed.");
  if (sentences.length === 0) sentences.push("Nothing was changed.");
  return { text: paragraph([...new Set(sentences)]), focus: tasks.length > 0 ? tasks : same };
}

/** Said again, a command reaches the rest when what it changed no longer fits its own words. */
function sayLeft({ command, tasks }: Done, left: number) {
  const filter = "target" in command && command.target?.kind === "bulk" ? command.target.filter : {};
  const isMoved = command.do === "update" && Boolean(command.patch.due ?? command.patch.shift);
  const isByDate = Boolean(filter.dueFrom ?? filter.dueTo) || /^(?:today|overdue|inbox)$/.test(filter.view ?? "");
  const isGone = command.do !== "update" || (isMoved && isByDate);
  const rest = isGone ? "say it again for the rest" : "name the rest by day, tag or priority";
  // Of tasks found by words the search counts more than fit.
  return filter.text
    ? `That was as many as one message can change; ${rest}.`
    : `That was ${tasks.length} of ${tasks.length + left}; ${rest}.`;
}

function unchangedIn({ results, tasks }: Done): Seen[] {
  const numbers = results.flatMap((result) => (result.status === "ok" ? result.answer.unchanged : []));
  return tasks.filter(({ number }) => numbers.includes(number));
}

function sayUnchanged({ command }: Done, tasks: Seen[]) {
  const state =
    command.do === "delete"
      ? "in the bin"
      : command.do === "restore"
        ? "on your list"
        : command.do === "complete" && command.completed
          ? "done"
          : "open";
  return `${names(tasks)} ${tasks.length === 1 ? "was" : "were"} already ${state}.`;
}

/** Titles while there are few, their number when there are many. */
const names = (tasks: Seen[]) => (tasks.length > 4 ? `${tasks.length} tasks` : list(tasks.map(quoted)));

const withList = (sentence: string, tasks: Seen[], today: Today) =>
  tasks.length > 4 ? `${sentence}:\n\n${bulleted(tasks, today)}` : `${sentence}.`;

function sayChanged({ command, results, tasks: before }: Done, tasks: Seen[], today: Today): string | null {
  if (command.do === "undo")
    return sayUndone(
      results.flatMap((result) => (result.status === "ok" ? result.answer.undone : [])),
      tasks,
    );
  const [only] = tasks;
  if (!only) return null;
  if (command.do === "create")
    return `Added ${quoted(only)}${partOf(command)}${dated(only, today)}${command.notes ? ", with your note" : ""}.`;
  if (command.do === "move") return sayPlaced(command, tasks);
  if (command.do === "delete")
    return paragraph([
      withList(`Deleted ${names(tasks)}`, tasks, today),
      `${tasks.length === 1 ? "It is" : "They are"} in the bin.`,
    ]);
  if (command.do === "restore") return withList(`Brought back ${names(tasks)}`, tasks, today);
  if (command.do === "complete" && !command.completed) return withList(`Reopened ${names(tasks)}`, tasks, today);
  if (command.do === "complete") return sayCompleted(tasks, today);
  return command.do === "update" ? sayUpdated(command, before, tasks, today) : null;
}

/** " as a part of **Kitchen**" */
function partOf(command: Command) {
  const whole = titleOfOther(command);
  return whole ? ` as a part of ${quoted(whole)}` : "";
}

function sayPlaced(command: Extract<Command, { do: "move" }>, tasks: Seen[]) {
  const beside = titleOfOther(command);
  const where = beside
    ? `${command.place === "after" ? "below" : "above"} ${quoted(beside)}`
    : command.place === "last"
      ? "to the end of your list"
      : "to the top of your list";
  return `Put ${names(tasks)} ${where}.`;
}

const minutesIn = [
  [10_080, "week"],
  [1_440, "day"],
  [60, "hour"],
  [1, "minute"],
] as const;

/** "30 minutes", "a day" */
function sayMinutes(minutes: number) {
  const [size, unit] = minutesIn.find(([size]) => minutes > 0 && minutes % size === 0) ?? [1, "minute"];
  return `${minutes / size} ${unit}${minutes === size ? "" : "s"}`;
}

function sayReminders(reminders: number[], tasks: Seen[]) {
  if (reminders.length === 0) return `${names(tasks)} ${tasks.length === 1 ? "has" : "have"} no reminder any more`;
  const when = reminders.map((minutes) => (minutes === 0 ? "when it is due" : `${sayMinutes(minutes)} before`));
  const isUndated = tasks.every(({ dueDate }) => dueDate === null);
  return `I remind you of ${names(tasks)} ${list(when)}${isUndated ? ", once it has a date" : ""}`;
}

/** Parts that went along with what was changed. */
function sayAlong(results: CallResult[]) {
  const along = results.flatMap((result) => (result.status === "ok" ? (result.answer.along ?? []) : []));
  if (along.length === 0) return null;
  return along.length > 4 ? `${along.length} parts went along.` : `${list(along.map(quoted))} went along.`;
}

function sayCompleted(tasks: Seen[], today: Today) {
  const [only] = tasks;
  if (tasks.length === 1 && only?.occurrence && only.dueDate && !only.isCompleted) {
    return `Done: ${quoted(only)}. The next one is due ${due(only, today)}.`;
  }
  return tasks.length > 4 ? withList(`Marked ${tasks.length} tasks as done`, tasks, today) : sayTicked(tasks);
}

/** The same deed twice in a row is told in other words: which ones, the task itself decides. */
function sayTicked(tasks: Seen[]) {
  const [first] = tasks;
  const names = list(tasks.map(quoted));
  const ways = [`Done: ${names}.`, `Ticked off ${names}.`, `Marked ${names} as done.`];
  return ways[((first?.number ?? 1) - 1) % ways.length] ?? `Done: ${names}.`;
}

function sayUpdated(command: Update, before: Seen[], tasks: Seen[], today: Today): string {
  const { patch } = command;
  const said: string[] = [];
  const [only] = tasks;
  const it = names(tasks);
  const is = tasks.length === 1 ? "is" : "are";
  const first = (task: Seen) => (patch.due && task.dueDate ? `, first on ${due(task, today)}` : "");
  if (patch.title && only) {
    const old = before.find(({ number }) => number === only.number)?.title;
    said.push(`Renamed ${old && !/^#\d+$/.test(old) ? `**${old}**` : `#${only.number}`} to ${quoted(only)}`);
  }
  if (patch.due === "remove") said.push(`Removed the due date of ${it}`);
  else if ((patch.due || patch.shift) && !(patch.recurrence && only)) said.push(sayMoved(tasks, today));
  if (patch.recurrence === "remove") said.push(`${it} no longer ${tasks.length === 1 ? "repeats" : "repeat"}`);
  else if (patch.recurrence && only)
    said.push(
      `${it} now ${tasks.length === 1 ? "repeats" : "repeat"} ${only.recurrence ?? "as you said"}${first(only)}`,
    );
  if (patch.priority)
    said.push(
      patch.priority === "none"
        ? `${it} ${is} back to normal priority`
        : `${it} now ${tasks.length === 1 ? "has" : "have"} ${patch.priority} priority`,
    );
  const reminders = patch.addReminders ?? patch.reminders;
  if (reminders) said.push(sayReminders(reminders, tasks));
  if (patch.parent === null) said.push(`${it} ${is} no longer a part of another task`);
  else if (patch.parent !== undefined)
    said.push(`${it} ${is} now${partOf(command).replace(/^ as a part/, tasks.length === 1 ? " a part" : " parts")}`);
  if (patch.addTags) said.push(`Tagged ${it} ${patch.addTags.map((tag) => `#${tag}`).join(" ")}`);
  if (patch.removeTags) said.push(`Removed ${patch.removeTags.map((tag) => `#${tag}`).join(" ")} from ${it}`);
  if (patch.tags) said.push(`Removed the tags of ${it}`);
  if (patch.description)
    said.push(patch.description === "remove" ? `Removed the notes of ${it}` : `Added a note to ${it}`);
  return paragraph(said.map((sentence) => (sentence.includes("\n") ? sentence : `${sentence}.`)));
}

function sayMoved(tasks: Seen[], today: Today) {
  const dues = new Set(tasks.map((task) => due(task, today)));
  if (dues.size === 1) return `Moved ${names(tasks)} to ${[...dues][0]}`;
  return tasks.length > 4
    ? `Moved ${tasks.length} tasks:\n\n${bulleted(tasks, today)}`
    : `Moved ${list(tasks.map((task) => `${quoted(task)} to ${due(task, today)}`))}`;
}

const undoneWords: Record<string, string> = {
  create_task: "adding",
  update_task: "the change to",
  set_task_complete: "the change to",
  delete_task: "deleting",
  restore_task: "restoring",
  move_task: "moving",
};

function sayUndone(calls: string[], tasks: Seen[]) {
  if (calls.length === 0) return null;
  if (calls.every((name) => name === "set_task_complete")) {
    // The record of a day that was done goes with it.
    const settled = tasks.filter(({ inBin }) => !inBin);
    if (settled.length > 0 && settled.every(({ isCompleted }) => !isCompleted))
      return `Undid completing ${names(settled)}.`;
  }
  const what = new Set(calls.map((name) => undoneWords[name] ?? "the change to"));
  if (tasks.length === 0) return calls.length === 1 ? "Undone." : `Undid ${calls.length} changes.`;
  return `Undid ${what.size === 1 ? [...what][0] : "the changes to"} ${names(tasks)}.`;
}
