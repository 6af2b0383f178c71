import type { ToolCall } from "./calls";
import { needsCurrent, searchCalls } from "./calls";
import type { Command, Target, View } from "./command";
import type { Discourse } from "./discourse";
import type { CallResult } from "./history";
import { bestOf, fitOf, tokens } from "./match";
import type { Seen } from "./seen";

export type Found =
  | { kind: "tasks"; tasks: Seen[]; candidates: Seen[] }
  | { kind: "which"; candidates: Seen[]; words: string }
  /** Nothing fits the words. */
  | { kind: "none"; words: string }
  /** A reference to something that was never spoken of. */
  | { kind: "what" }
  | { kind: "empty" };

export type Targeted = Extract<Command, { do: "complete" | "update" | "delete" | "restore" }>;

const hasTarget = (command: Command): command is Targeted =>
  command.do === "complete" || command.do === "update" || command.do === "delete" || command.do === "restore";

export { hasTarget as isTargeted };

/** Where a command's tasks are looked for. */
export function viewOf(command: Targeted): View {
  if (command.do === "restore") return "bin";
  return command.do === "complete" && !command.completed ? "completed" : "all";
}

const partsOf = (text: string) =>
  text.split(/\s*,\s*(?:and\s+)?|\s+(?:and|&|plus)\s+/i).filter((part) => tokens(part).length > 0);

/** The words of a reference as a search: what would only narrow it is left out. */
const searchText = (words: string) => words.replace(/^(?:the|my|that|this|a|an|our)\s+/i, "").slice(0, 200);

/** What must be looked up before the command can act. */
export function lookups(command: Targeted): ToolCall[] {
  const { target } = command;
  const view = viewOf(command);
  if (target.kind === "bulk") return searchCalls({ view, ...target.filter });
  if (target.kind === "words") {
    const parts = partsOf(target.text);
    const texts = parts.length > 1 ? [target.text, ...parts] : [target.text];
    return texts.map((text) => ({ name: "list_tasks", input: { view, text: searchText(text), limit: 20 } }));
  }
  const isMove = command.do === "update" && needsCurrent(command.patch);
  return isMove ? [{ name: "list_tasks", input: { limit: 100 } }] : [];
}

/** A wider look, when nothing fitted: every open task, and those that were done. */
export function widerLookups(command: Targeted, words: string): ToolCall[] {
  const view = viewOf(command);
  const all: ToolCall = { name: "list_tasks", input: { view, limit: 100 } };
  const elsewhere = view === "completed" ? "all" : "completed";
  return view === "bin"
    ? [all]
    : [all, { name: "list_tasks", input: { view: elsewhere, text: searchText(words), limit: 20 } }];
}

export const tasksIn = (results: CallResult[]): Seen[] => {
  const byNumber = new Map<number, Seen>();
  for (const result of results) {
    if (result.status === "ok") for (const task of result.answer.tasks) byNumber.set(task.number, task);
  }
  return [...byNumber.values()];
};

/** The tasks that a command means, among those that were looked up and those spoken of before. */
export function locate(command: Targeted, seen: Seen[], discourse: Discourse): Found {
  const { target } = command;
  if (target.kind === "words") return byWords(target.text, seen);
  if (target.kind === "bulk") return inBulk(target, seen);
  const known = (task: Seen) => seen.find(({ number }) => number === task.number) ?? task;
  const found = spoken(target, discourse);
  if (found === "many") return { kind: "which", candidates: discourse.focus.map(known), words: "" };
  if (!found || found.length === 0) return { kind: "what" };
  return { kind: "tasks", tasks: found.map(known), candidates: discourse.shown.map(known) };
}

function spoken(target: Target, { focus, shown, last }: Discourse): Seen[] | "many" | null {
  if (target.kind === "numbers")
    return target.numbers.map(
      (number) => [...focus, ...shown].find((task) => task.number === number) ?? unknown(number),
    );
  if (target.kind === "it") return focus.length > 1 ? "many" : focus;
  if (target.kind === "them") return focus;
  if (target.kind === "places") {
    const list = shown.length > 0 ? shown : focus;
    return target.places.map((place) => list.at(place > 0 ? place - 1 : place)).filter((task) => task !== undefined);
  }
  const candidates = last?.candidates.length ? last.candidates : shown;
  const used = last?.tasks.length ? last.tasks : focus;
  const others = candidates.filter(({ number }) => !used.some((task) => task.number === number));
  return others.length === 1 ? others : null;
}

/** A task known by its number alone. */
const unknown = (number: number): Seen => ({
  number,
  title: `#${number}`,
  dueDate: null,
  dueTime: null,
  priority: "none",
  tags: [],
  recurrence: null,
  isCompleted: false,
  inBin: false,
  occurrence: null,
});

function byWords(words: string, seen: Seen[]): Found {
  const whole = bestOf(words, seen);
  const parts = partsOf(words);
  if (parts.length > 1 && whole.tier < 4) {
    const each = parts.map((part) => bestOf(part, seen));
    if (each.every(({ tasks, tier }) => tasks.length === 1 && tier >= 2)) {
      return { kind: "tasks", tasks: [...new Set(each.flatMap(({ tasks }) => tasks))], candidates: [] };
    }
    const unclear = each.find(({ tasks, tier }) => tasks.length > 1 && tier >= 2);
    if (unclear && whole.tier < 2) return { kind: "which", candidates: unclear.tasks, words };
  }
  if (whole.tasks.length === 0) return { kind: "none", words };
  const [first] = whole.tasks;
  if (whole.tasks.length === 1 && first && !(whole.tier === 1 && isOtherDeed(words, first))) {
    return { kind: "tasks", tasks: whole.tasks, candidates: seen.filter((task) => fitOf(words, task.title).tier > 0) };
  }
  return { kind: "which", candidates: whole.tasks, words };
}

/** "buy groceries" is not "sort groceries": a weak fit whose first word is missing from the title. */
function isOtherDeed(words: string, task: Seen) {
  const [first = ""] = tokens(words);
  return !tokens(task.title).some((token) => token.startsWith(first) || first.startsWith(token));
}

function inBulk(target: Extract<Target, { kind: "bulk" }>, seen: Seen[]): Found {
  const { text } = target.filter;
  const tasks = text
    ? seen.filter(({ title, tags }) => fitOf(text, title).tier >= 2 || tags.some((own) => isSameTag(own, text)))
    : seen;
  return tasks.length > 0 ? { kind: "tasks", tasks, candidates: [] } : { kind: "empty" };
}

export const isSameTag = (own: string, wanted: string) => own.toLowerCase() === wanted.toLowerCase();
