import { list } from "@/lib/words/say";
import type { ToolCall } from "./calls";
import type { Command, Targeted, View } from "./command";
import type { Found } from "./locate";
import { quoted } from "./say-task";
import type { Seen } from "./seen";
import type { Said } from "./speak";

/** Between a question and its answer somebody may have renamed, completed or deleted what was asked about. */
export type Changed = { kind: "changed"; before: Seen[]; now: Seen[] };

const most = 100;
const views: View[] = ["all", "completed", "bin"];
const viewOf = ({ isCompleted, inBin }: Seen): View => (inBin ? "bin" : isCompleted ? "completed" : "all");

const lookFor = (tasks: Seen[], view: View): ToolCall[] =>
  tasks.length === 0
    ? []
    : [{ name: "list_tasks", input: { view, numbers: tasks.slice(0, most).map(({ number }) => number), limit: most } }];

/** Looks where the tasks stood when they were asked about. */
export const lookAgain = (asked: Seen[]): ToolCall[] =>
  views.flatMap((view) =>
    lookFor(
      asked.filter((task) => viewOf(task) === view),
      view,
    ),
  );

/** Those that are no longer there are looked for everywhere else. */
export function lookElsewhere(asked: Seen[], seen: Seen[]): ToolCall[] {
  const missing = asked.filter(({ number }) => !seen.some((task) => task.number === number));
  return views.flatMap((view) =>
    lookFor(
      missing.filter((task) => viewOf(task) !== view),
      view,
    ),
  );
}

/** The tasks that were asked about, if number, title and state are what they were. */
export function unlessChanged(asked: Seen[], seen: Seen[], candidates: Seen[]): Found | Changed {
  const now = asked.flatMap(({ number }) => seen.find((task) => task.number === number) ?? []);
  const isSame = asked.every((before) => {
    const after = now.find(({ number }) => number === before.number);
    return after?.title === before.title && viewOf(after) === viewOf(before);
  });
  return isSame ? { kind: "tasks", tasks: now, candidates } : { kind: "changed", before: asked, now };
}

const isDoneAlready = (command: Targeted, task: Seen) =>
  command.do === "delete"
    ? task.inBin
    : command.do === "restore"
      ? !task.inBin
      : command.do === "complete" && !task.inBin && task.isCompleted === command.completed;

/** What became of the tasks, and whether it is still to be done where it still can be. */
export function sayMeanwhile(command: Targeted, { before, now }: Changed, deed: string): Said {
  const news = before.map((task) =>
    became(
      task,
      now.find(({ number }) => number === task.number),
    ),
  );
  const possible = now.filter((task) => !isDoneAlready(command, task) && (command.do === "restore" || !task.inBin));
  const told = news.filter(Boolean).join(" ");
  if (possible.length === 0) return { text: `${told} I changed nothing.` };
  const numbers = possible.map(({ number }) => number);
  // "mark … as done", "bring … back"
  const [verb, ...particle] = deed.split(" ");
  const names = possible.length > 4 ? `these ${possible.length} tasks` : list(possible.map(quoted));
  const again: Command = { ...command, target: { kind: "numbers", numbers, asked: possible } };
  return {
    text: `${told} Shall I still ${[verb, names, ...particle].join(" ")}?`,
    focus: possible,
    pending: { kind: "confirm", commands: [again] },
  };
}

function became(before: Seen, now: Seen | undefined): string {
  if (!now) return `${quoted(before)} is gone.`;
  if (now.inBin !== before.inBin) return `${quoted(before)} was ${now.inBin ? "deleted" : "brought back"} meanwhile.`;
  const isRenamed = now.title !== before.title ? `${quoted(before)} is called ${quoted(now)} by now.` : "";
  if (now.isCompleted === before.isCompleted) return isRenamed;
  return `${isRenamed} ${quoted(now)} was ${now.isCompleted ? "completed" : "opened again"} meanwhile.`.trim();
}
