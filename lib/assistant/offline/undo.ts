import { list } from "@/lib/words/say";
import type { ToolCall } from "./calls";
import type { Command } from "./command";
import { type Deed, type Discourse, lastOf } from "./discourse";
import type { Entry } from "./entry";
import type { CallResult } from "./history";
import { quoted } from "./say-task";

/** Calls that one message takes back at most. */
const most = 8;
/** After so many messages that changed nothing, a bare "undo" is asked about. */
const longAgo = 2;

type Undo = Extract<Command, { do: "undo" }>;

/** What an undo would reach back to, when that lies too far back to be meant for sure. */
export function tooFarBack({ count }: Undo, discourse: Discourse): string | null {
  const last = lastOf(discourse);
  if (count !== undefined || !last || discourse.idle <= longAgo) return null;
  return `The last change here was ${deedNames(last)}. Shall I undo that?`;
}

const gerunds: { [D in Command["do"]]?: string } = {
  create: "adding",
  update: "changing",
  delete: "deleting",
  restore: "bringing back",
};

export function deedNames({ command, tasks }: Deed): string {
  const isReopen = command?.do === "complete" && !command.completed;
  const deed = isReopen
    ? "reopening"
    : ((command && gerunds[command.do]) ?? (command ? "completing" : "the change to"));
  return tasks.length > 4 ? `${deed} ${tasks.length} tasks` : `${deed} ${list(tasks.map(quoted))}`;
}

/** How many calls of this conversation a request to undo speaks of. */
function callsOf({ count }: Undo, discourse: Discourse): number {
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
  const results: CallResult[] = [];
  const times = Math.max(1, Math.min(callsOf(command, discourse), most));
  for (let i = 0; i < times; i++) {
    const [result] = yield [{ name: "undo_change", input: {} }];
    if (!result) break;
    results.push(result);
    if (result.status !== "ok") break;
  }
  return [{ is: "done", command, tasks: [], candidates: [], results }];
}

/** The commands that do again what an undo took back: what was added lies in the bin, and comes back from there. */
export function againOf({ undone }: Discourse): Command[] {
  return undone.flatMap(({ command, tasks }): Command[] => {
    const numbers = tasks.map(({ number }) => number);
    const target = { kind: "numbers", numbers } as const;
    if (!command || numbers.length === 0) return [];
    if (command.do === "create") return [{ do: "restore", target }];
    return "target" in command && command.do !== "correct" ? [{ ...command, target }] : [];
  });
}
