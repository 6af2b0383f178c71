import { needsCurrent, type ToolCall } from "./calls";
import { type Command, type Filter, isTargeted, type Targeted, type View } from "./command";
import type { Discourse } from "./discourse";
import type { CallResult } from "./history";
import { type Found, partsOf } from "./locate";
import { bestOf } from "./match";
import { lookAgain, lookElsewhere } from "./meanwhile";
import type { Seen } from "./seen";

/** As many as one page holds: most people's whole list, so that one look serves every kind of reference. */
const page = 100;

/** What is left out, and when something was done, is told here from what the tool answers. */
const look = (filter: Filter): ToolCall => {
  const { except: _, doneFrom: __, doneTo: ___, ...asked } = filter;
  return { name: "list_tasks", input: { ...asked, limit: page } };
};

/** Where a command's tasks are looked for. */
function viewOf(command: Targeted): View {
  if (command.do === "restore") return "bin";
  return command.do === "complete" && !command.completed ? "completed" : "all";
}

/** What must be known before a command can act or a question be answered. Words are compared here, with what one page holds. */
export function lookups(command: Command, discourse: Discourse): ToolCall[] {
  if (command.do === "list") {
    if (command.asks === "next" || command.asks === "overview" || command.asks === "week")
      return [{ name: "get_overview", input: {} }];
    if (command.asks === "parts") return [look({ view: "all" }), look({ view: "completed" })];
    return [look(withoutText(command.filter))];
  }
  if (!isTargeted(command)) return [];
  const { target } = command;
  const view = viewOf(command);
  if (target.kind === "bulk") return [look({ view, ...withoutText(target.filter) })];
  if (target.kind === "numbers" && target.asked) return lookAgain(target.asked);
  const isSpoken = target.kind === "numbers" || target.kind === "it" || target.kind === "them";
  const isListed = target.kind === "places" && discourse.shown.length + discourse.focus.length > 0;
  if (target.kind === "other" || isSpoken || isListed) return needsList(command) ? [look({ view: "all" })] : [];
  return [look({ view })];
}

const needsList = (command: Targeted) =>
  command.do === "move" || (command.do === "update" && needsCurrent(command.patch));

function withoutText({ text: _, ...filter }: Filter): Filter {
  return filter;
}

/** A second look: for what lies beyond the page, and, where nothing fitted, among what is done. */
export function widerLookups(command: Command, found: Found | null, looked: CallResult[]): ToolCall[] {
  const more = moreAfter(looked);
  if (command.do === "list") return widerList(command, looked, more);
  if (!isTargeted(command)) return [];
  const { target } = command;
  if (target.kind === "bulk" && target.filter.text && more > 0)
    return searches({ view: viewOf(command), ...target.filter });
  if (target.kind === "bulk" || target.kind === "rest") return more > 0 ? nextPage(command, looked) : [];
  if (target.kind === "numbers" && target.asked) return lookElsewhere(target.asked, tasksIn(looked));
  if (target.kind !== "words" && target.kind !== "title") return [];
  if (more === 0) return elsewhere(command, found);
  return textsOf(target.text).flatMap((text) => find({ view: viewOf(command), text }));
}

/** Where nothing fitted, what is done already is looked through, or what is open after all. */
export function elsewhere(command: Command, found: Found | null): ToolCall[] {
  if (!isTargeted(command) || found?.kind !== "none" || command.target.kind !== "words") return [];
  if (command.do === "complete" && command.isGuess) return [];
  const isNew = "isSurelyTask" in command && command.isSurelyTask === true && command.orCreate !== undefined;
  const view = viewOf(command);
  if (isNew) return [];
  // "put it back on the list" may be said of something done.
  if (view === "bin") return find({ view: "completed", text: command.target.text });
  return find({ view: view === "completed" ? "all" : "completed", text: command.target.text });
}

function widerList({ asks, filter }: Extract<Command, { do: "list" }>, looked: CallResult[], more: number): ToolCall[] {
  if (asks === "parts") return [];
  if (filter.text && more > 0) return searches(filter);
  const isAsked = (asks === "when" || asks === "is" || asks === "notes") && filter.text !== undefined;
  if (asks === "list" && isByDate(filter) && totalOf(looked) === 0) return [look({ view: "upcoming" })];
  const isMissing = isAsked && bestOf(filter.text ?? "", tasksIn(looked)).tier === 0;
  return isMissing ? find({ ...filter, view: "completed" }) : [];
}

/** An empty day is answered with what comes next. */
const isByDate = ({ view, text, tag, priority, dueFrom, dueTo }: Filter) =>
  !text && !tag && !priority && (view === "today" || (!view && (dueFrom ?? dueTo) !== undefined));

const totalOf = ([first]: CallResult[]) => (first?.status === "ok" ? first.answer.total : 0);

/** Of a list that is longer than a page the server finds what fits; one word may be a tag as well as part of a title. */
function searches(filter: Filter): ToolCall[] {
  const { text = "", ...others } = filter;
  const isTag = /^[\p{L}\p{N}_-]{2,50}$/u.test(text) && !others.tag;
  return [...find(filter), ...(isTag ? [look({ ...others, tag: text.toLowerCase() })] : [])];
}

const find = ({ text = "", ...filter }: Filter): ToolCall[] => [look({ ...filter, text: searchText(text) })];

/** The words of a reference as a search: what would only narrow it is left out. */
const searchText = (words: string) => words.replace(/^(?:the|my|that|this|a|an|our)\s+/i, "").slice(0, 200);

function textsOf(text: string) {
  const parts = partsOf(text);
  return parts.length > 1 ? [text, ...parts.slice(0, 5)] : [text];
}

/** A second hundred, which is as many as one call may change. */
function nextPage(command: Targeted, looked: CallResult[]): ToolCall[] {
  const [first] = looked;
  const cursor = first?.status === "ok" ? first.answer.nextCursor : null;
  const filter = command.target.kind === "bulk" ? command.target.filter : {};
  const call = look({ view: viewOf(command), ...filter });
  return cursor ? [{ ...call, input: { ...call.input, cursor } }] : [];
}

export const moreAfter = ([first]: CallResult[]) => (first?.status === "ok" ? first.answer.more : 0);

export const tasksIn = (results: CallResult[]): Seen[] => {
  const byNumber = new Map<number, Seen>();
  for (const result of results) {
    if (result.status === "ok") for (const task of result.answer.tasks) byNumber.set(task.number, task);
  }
  return [...byNumber.values()];
};
