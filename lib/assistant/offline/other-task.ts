import type { Today } from "@/lib/words/today";
import type { ToolCall } from "./calls";
import type { Command, Target } from "./command";
import type { Discourse } from "./discourse";
import type { CallResult } from "./history";
import { locate } from "./locate";
import { moreAfter, tasksIn } from "./lookups";
import { bulleted } from "./say-task";
import type { Seen } from "./seen";

/** The second task that a command speaks of: the one that something is a part of, or stands beside. */
const otherOf = (command: Command): Target | null =>
  command.do === "move"
    ? (command.beside ?? null)
    : command.do === "create" || command.do === "update" || command.do === "list"
      ? (command.under ?? null)
      : null;

export const namesOther = (command: Command) => otherOf(command) !== null;

type Found = Generator<ToolCall[], { command: Command } | { text: string }, CallResult[]>;

/** The command with that task's number in place of its words; or what is to be said, when no one task fits them. */
export function* withOther(command: Command, discourse: Discourse, today: Today): Found {
  const other = otherOf(command);
  if (!other) return { command };
  const first = yield [{ name: "list_tasks", input: { view: "all", limit: 100 } }];
  const isMissing = moreAfter(first) > 0 && other.kind === "words";
  const second = isMissing
    ? yield [{ name: "list_tasks", input: { view: "all", text: other.text.slice(0, 200), limit: 100 } }]
    : [];
  const seen = tasksIn([...first, ...second]);
  const found = locate({ do: "restore", target: other }, seen, discourse, today);
  if (found.kind === "tasks" && found.tasks.length === 1) return { command: withNumber(command, found.tasks) };
  if (found.kind === "tasks" || found.kind === "which") {
    const some = found.kind === "tasks" ? found.tasks : found.candidates;
    return {
      text: `${some.length} tasks could be meant:\n\n${bulleted(some.slice(0, 8), today)}\n\nSay it again with the number of one of them.`,
    };
  }
  const words = other.kind === "words" ? ` like “${other.text}”` : "";
  return { text: `I found no open task${words}, so nothing was changed. Which task do you mean?` };
}

function withNumber(command: Command, [task]: Seen[]): Command {
  if (!task) return command;
  const target: Target = { kind: "numbers", numbers: [task.number], asked: [task] };
  if (command.do === "move") return { ...command, beside: target };
  if (command.do === "update") return { ...command, under: target, patch: { ...command.patch, parent: task.number } };
  return command.do === "create" || command.do === "list" ? { ...command, under: target } : command;
}

/** The title of the task beside, once it is known. */
export function titleOfOther(command: Command): { title: string } | null {
  const other = otherOf(command);
  return other?.kind === "numbers" ? (other.asked?.[0] ?? null) : null;
}

/** To stand first is to stand before the one that does. */
export function placed(command: Command, tasks: Seen[], seen: Seen[]): Command {
  if (command.do !== "move" || command.place !== "first") return command;
  const first = seen.find((task) => !task.parent && !tasks.some(({ number }) => number === task.number));
  return first
    ? { ...command, place: "before", beside: { kind: "numbers", numbers: [first.number] } }
    : { ...command, place: "last" };
}
