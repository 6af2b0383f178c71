import { list } from "@/lib/words/say";
import type { ToolCall } from "./calls";
import type { Command } from "./command";
import { type Deed, type Discourse, lastOf } from "./discourse";
import type { Entry } from "./entry";
import type { CallResult } from "./history";
import { quoted } from "./say-task";
import type { LastChange, Seen } from "./seen";

/** Calls that one message takes back at most. */
const most = 8;
/** After so many messages that changed nothing, a bare "undo" is asked about. */
const longAgo = 2;

type Undo = Extract<Command, { do: "undo" }>;

/** What an undo would reach back to, when that lies too far back to be meant for sure. */
function tooFarBack({ count }: Undo, discourse: Discourse): Ask | null {
  const last = lastOf(discourse);
  if (count !== undefined || !last || discourse.idle <= longAgo) return null;
  return asking(`The last change here was ${deedNames(last)}. Shall I undo that?`, { do: "undo", count: 1 });
}

/** The tool takes back the newest change of all. Where that is none of this conversation's, the person says whether it is meant. */
function notFromHere(change: LastChange, discourse: Discourse): Ask | null {
  const own = (discourse.done.at(-1) ?? []).flatMap(({ tasks }) => tasks.map(({ number }) => number));
  // Of a task that repeats, the day that was done stays as a task of its own, which no call named.
  const isNamed = ({ number, isCompleted }: Seen) =>
    own.includes(number) || (change.toolName === "set_task_complete" && isCompleted);
  const isOwn =
    !change.isByHand && change.tasks.some(({ number }) => own.includes(number)) && change.tasks.every(isNamed);
  if (isOwn) return null;
  const where = change.isByHand ? "was made by hand" : "was made elsewhere";
  const text = `The last change ${where}: ${changeNames(change)}. Shall I undo that?`;
  return asking(text, { do: "undo", call: change.call });
}

type Ask = Extract<Entry, { is: "said" }>;

const asking = (text: string, command: Undo): Ask => ({
  is: "said",
  text,
  pending: { kind: "confirm", commands: [command] },
});

const ofTools: Record<string, string> = {
  create_task: "adding",
  update_task: "changing",
  delete_task: "deleting",
  restore_task: "bringing back",
  move_task: "moving",
};

function changeNames({ toolName, tasks, count }: LastChange): string {
  if (toolName !== "set_task_complete") return naming(ofTools[toolName] ?? "a change to", tasks, count);
  const records = tasks.filter(({ isCompleted }) => isCompleted);
  // What moved on to its next day is named once, with the day that was done.
  const rest = tasks.filter((task) => task.isCompleted || !records.some((one) => isDayOf(one, task)));
  const isDone = rest.every(({ isCompleted, occurrence }) => isCompleted || occurrence);
  return naming(isDone ? "completing" : "reopening", rest, count - (tasks.length - rest.length));
}

const isDayOf = (record: Seen, { title, recurrence }: Seen) => recurrence !== null && record.title === title;

const naming = (deed: string, tasks: Seen[], count = tasks.length) =>
  count > 4 || count > tasks.length ? `${deed} ${count} tasks` : `${deed} ${list(tasks.map(quoted))}`;

const gerunds: { [D in Command["do"]]?: string } = {
  create: "adding",
  update: "changing",
  delete: "deleting",
  restore: "bringing back",
  move: "moving",
};

export function deedNames({ command, tasks }: Deed): string {
  const isReopen = command?.do === "complete" && !command.completed;
  const deed = isReopen
    ? "reopening"
    : ((command && gerunds[command.do]) ?? (command ? "completing" : "the change to"));
  return naming(deed, tasks);
}

/** "just the last one", after a message that did several things. */
const onlyLast = /\b(?:the|that) (?:very )?last (?:one|bit|part|thing|step)\b|\b(?:just|only) the last\b/i;

/** How many calls of this conversation a request to undo speaks of. */
function callsOf({ count: said, call }: Undo, discourse: Discourse): number {
  if (call) return 1;
  const count = said ?? (onlyLast.test(discourse.said) ? 1 : undefined);
  if (typeof count === "number") {
    const deeds = discourse.done.flat().slice(-count);
    return deeds.length === count ? deeds.reduce((sum, { calls }) => sum + calls, 0) : count;
  }
  const { done } = discourse;
  // "undo everything", after a message that did one thing, means more than that one.
  const isWhole = count === "all" && (done.at(-1)?.length ?? 0) < 2;
  const deeds = isWhole ? done.flat() : (done.at(-1) ?? []);
  return deeds.reduce((sum, { calls }) => sum + calls, 0) || 1;
}

/** One call for each change, each in a step of its own: the tool takes back the last one. */
export function* undo(command: Undo, discourse: Discourse): Generator<ToolCall[], Entry[], CallResult[]> {
  const { call } = command;
  const question = call ? null : (tooFarBack(command, discourse) ?? (yield* lookedAt(discourse)));
  if (question) return [question];
  const results: CallResult[] = [];
  const times = Math.max(1, Math.min(callsOf(command, discourse), most));
  for (let i = 0; i < times; i++) {
    const [result] = yield [{ name: "undo_change", input: call ? { call } : {} }];
    if (!result) break;
    results.push(result);
    if (result.status !== "ok") break;
  }
  return [{ is: "done", command, tasks: [], candidates: [], results }];
}

/** Looks at what would be taken back before it is. */
function* lookedAt(discourse: Discourse): Generator<ToolCall[], Ask | null, CallResult[]> {
  const [seen] = yield [{ name: "get_overview", input: {} }];
  const last = seen?.status === "ok" ? seen.answer.lastChange : null;
  return last && notFromHere(last, discourse);
}

/** The commands that do again what was taken back: what was added lies in the bin, and comes back from there. */
export function againOf(deeds: Deed[]): Command[] {
  return deeds.flatMap(({ command, tasks }): Command[] => {
    const numbers = tasks.map(({ number }) => number);
    const target = { kind: "numbers", numbers } as const;
    if (!command || numbers.length === 0) return [];
    if (command.do === "create") return [{ do: "restore", target }];
    return "target" in command && command.do !== "correct" ? [{ ...command, target }] : [];
  });
}
