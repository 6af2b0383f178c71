import { sayDueShort } from "@/lib/words/say";
import type { Today } from "@/lib/words/today";
import type { Command } from "./command";
import type { Turn } from "./history";
import type { Seen } from "./seen";

type Update = Extract<Command, { do: "update" }>;
type Listing = Extract<Command, { do: "list" }>;

/** What the assistant asked, and what it will do once it is answered. */
export type Pending =
  | { kind: "which"; command: Command; candidates: Seen[] }
  | { kind: "confirm"; commands: Command[] }
  | { kind: "what"; command: Command }
  /** When, or what as: the task is known, the change isn't yet. */
  | { kind: "value"; command: Update; lacks: NonNullable<Update["lacks"]> }
  | { kind: "title" }
  /** Whether the open parts of a task that is done are done as well. */
  | { kind: "parts"; command: Extract<Command, { do: "complete" }> }
  /** The day of a message that told it by another task: what stands around it, and the tasks that could tell it with their days. */
  | { kind: "day"; before: string; after: string; candidates: Seen[]; dates: string[] };

/** A change that was made, so that it can be taken back, made again, or made to another task. `command` is null when another model made it. */
export type Deed = {
  command: Command | null;
  /** The tasks as they were after it. */
  tasks: Seen[];
  /** What else its words might have meant. */
  candidates: Seen[];
  /** How many tool calls it took. */
  calls: number;
};

/** A change to these tasks that the person, asked about it, did not allow. */
export type Refused = { command: Command; tasks: Seen[] };

/** What was said and done before, as far as a next message can refer to it. */
export type Discourse = {
  /** The message that is being answered. */
  said: string;
  /** The tasks last spoken of: "it", "them". */
  focus: Seen[];
  /** The tasks last listed, in their order: "the second one". */
  shown: Seen[];
  /** Those to which something was done since they were listed; the others are "the rest". */
  handled: number[];
  pending: Pending | null;
  /** The question before the last message, which went on to something else. */
  shelved: Pending | null;
  /** What there is to say of calls that the app asked the person about, and that have been decided since: a bare "yes" or "no" meant them. */
  decided: string | null;
  /** What the last message asked for and was refused. */
  refused: Refused[];
  /** What was done and still stands, message by message. */
  done: Deed[][];
  /** What was taken back and could be done again: undo by undo, the newest last. */
  undone: Deed[][];
  /** How many messages ago something was last done. */
  idle: number;
  /** The question about tasks that the last message was. */
  listed: Listing | null;
};

export const nothingSaid: Discourse = {
  said: "",
  focus: [],
  shown: [],
  handled: [],
  pending: null,
  shelved: null,
  decided: null,
  refused: [],
  done: [],
  undone: [],
  idle: 0,
  listed: null,
};

export type Outcome = {
  text: string;
  focus: Seen[];
  shown: Seen[];
  /** Whether `shown` was listed as an answer or a question, rather than being what was changed. */
  isList: boolean;
  pending: Pending | null;
  deeds: Deed[];
  /** How many tool calls were taken back. */
  undone: number;
  /** What the person was asked about and said no to. */
  refused?: Refused[];
  /** How many undos were done again. */
  redone?: number;
  /** The question that was answered. */
  listed?: Listing | null;
};

/** An answer to the assistant's question that an interface can offer as a button; sending it sends its text. */
export type Choice = { label: string; text: string };

/** More than these are no choice but a list. */
const mostChoices = 8;

/** What can be answered to a question: the tasks that could be meant, or yes and no. */
export function choicesOf({ pending }: Outcome, today: Today): Choice[] {
  if (pending?.kind === "confirm")
    return [
      { label: "Yes", text: "yes" },
      { label: "No", text: "no" },
    ];
  if (pending?.kind === "parts")
    return [
      { label: "Complete them too", text: "complete them too" },
      { label: "Leave them open", text: "leave them open" },
      { label: "Cancel", text: "never mind" },
    ];
  if (pending?.kind !== "which" && pending?.kind !== "day") return [];
  const some = pending.candidates.slice(0, mostChoices);
  const isTold = (one: Seen, label: (task: Seen) => string) =>
    some.filter((each) => label(each) === label(one)).length === 1;
  const withDate = (task: Seen) => dueLabel(task, today);
  return some.map((task) => ({
    label: isTold(task, titleOf)
      ? task.title
      : isTold(task, withDate)
        ? withDate(task)
        : `${task.title}, #${task.number}`,
    text: `#${task.number}`,
  }));
}

const titleOf = ({ title }: Seen) => title;
const dueLabel = ({ title, dueDate, dueTime }: Seen, today: Today) =>
  `${title}, ${dueDate ? sayDueShort({ date: dueDate, time: dueTime }, today) : "no date"}`;

/** An outcome that does nothing but say something. */
export const sayOnly = (text: string): Outcome => ({
  text,
  focus: [],
  shown: [],
  isList: false,
  pending: null,
  deeds: [],
  undone: 0,
});

export function after(before: Discourse, outcome: Outcome): Discourse {
  const { focus, shown, isList, pending, deeds, undone, redone = 0 } = outcome;
  const { standing, taken } = without(before.done, undone);
  const isChange = deeds.length > 0 || undone > 0;
  const touched = deeds.flatMap(({ tasks }) => tasks.map(({ number }) => number));
  const isNewList = shown.length > 0 && (isList || before.shown.length === 0);
  return {
    said: "",
    focus: focus.length > 0 ? focus : before.focus,
    shown: isNewList || isOtherTasks(shown, before.shown) ? shown : updated(before.shown, deeds),
    handled: isList && shown.length > 0 ? [] : [...new Set([...before.handled, ...touched])],
    pending,
    shelved: pending ? null : isChange && touched.length > 0 ? before.pending : null,
    decided: null,
    refused: outcome.refused ?? [],
    done: deeds.length > 0 ? [...standing, deeds] : standing,
    undone: undoneAfter(before.undone, { taken, redone, isNew: deeds.length > 0 }),
    idle: isChange ? 0 : before.idle + 1,
    listed: outcome.listed ?? null,
  };
}

/** A new change leaves nothing to be done again; doing some of it again leaves the rest. */
function undoneAfter(before: Deed[][], { taken, redone, isNew }: { taken: Deed[]; redone: number; isNew: boolean }) {
  if (taken.length > 0) return [...before, taken];
  if (redone > 0) return before.slice(0, -redone);
  return isNew ? [] : before;
}

/** Several tasks that were no part of the list shown before are a list of their own. */
const isOtherTasks = (shown: Seen[], before: Seen[]) =>
  shown.length > 1 && shown.some(({ number }) => !before.some((task) => task.number === number));

const updated = (shown: Seen[], deeds: Deed[]) => {
  const now = new Map(deeds.flatMap(({ tasks }) => tasks.map((task) => [task.number, task] as const)));
  return shown.map((task) => now.get(task.number) ?? task);
};

/** The deeds that stand when so many calls are taken back, and those that don't. */
function without(done: Deed[][], calls: number): { standing: Deed[][]; taken: Deed[] } {
  const standing = done.map((deeds) => [...deeds]);
  const taken: Deed[] = [];
  for (let left = calls; left > 0; ) {
    const deed = standing.at(-1)?.pop();
    if (deed) taken.unshift(deed);
    left -= deed?.calls ?? 1;
    if (standing.at(-1)?.length === 0) standing.pop();
    if (!deed && standing.length === 0) break;
  }
  return { standing, taken };
}

/** What the last message that changed something did, as one: its tasks are those of all its equal commands. */
export function lastOf({ done }: Discourse): Deed | null {
  const deeds = done.at(-1) ?? [];
  const last = deeds.at(-1);
  if (!last) return null;
  const isOne = last.command?.do !== "create" && deeds.every(({ command }) => command?.do === last.command?.do);
  return {
    ...last,
    tasks: isOne ? deeds.flatMap(({ tasks }) => tasks) : last.tasks,
    calls: deeds.reduce((sum, { calls }) => sum + calls, 0),
  };
}

const changes = new Set([
  "create_task",
  "update_task",
  "set_task_complete",
  "delete_task",
  "restore_task",
  "move_task",
  "undo_change",
]);

/** What a turn did, when it was not this assistant's own or can't be followed: its results speak for themselves. */
export function afterUnknown(before: Discourse, turn: Turn): Discourse {
  const calls = turn.steps.flat();
  const tasksOf = (names: (name: string) => boolean) =>
    calls.flatMap(({ name, result }) => (names(name) && result.status === "ok" ? result.answer.tasks : []));
  const changed = tasksOf((name) => changes.has(name));
  const named = new Set((turn.spoken.match(/#\d+/g) ?? []).map((text) => Number(text.slice(1))));
  const listed = tasksOf((name) => name === "list_tasks").filter(({ number }) => named.has(number));
  const focus = changed.length > 0 ? changed : listed;
  const made = calls.filter(
    ({ name, result }) => changes.has(name) && name !== "undo_change" && result.status === "ok",
  );
  const undone = calls.filter(({ name, result }) => name === "undo_change" && result.status === "ok").length;
  const deed: Deed = { command: null, tasks: changed, candidates: [], calls: made.length };
  return after(before, {
    ...sayOnly(turn.spoken),
    focus,
    shown: focus,
    isList: true,
    deeds: made.length > 0 ? [deed] : [],
    undone,
  });
}
