import { AppError } from "@/lib/errors";
import { addDays, daysBetween } from "@/lib/words/calendar";
import type { Today } from "@/lib/words/today";
import { type Completion, completion } from "./complete";
import { kept } from "./refusals";
import type { Task } from "./schema";

export type Step = { before: Task; after: Task };
export type HowToComplete = {
  /** Of a recurring task: the date that was done. */
  occurrence?: string | undefined;
  /** What becomes of open subtasks of a task that is done for good. */
  subtasks?: "complete" | "leave" | undefined;
};
type Own = { before: Task; result: Completion | null };

/**
 * What completing or reopening these tasks makes of them, and `along` of their parts. A task that is done for good asks about its open
 * parts, unless they were named too. A recurring task that moves on begins anew, as a checklist does: its parts that were done are open
 * again, with their own dates moved by as many days; parts that are still open stay as they are, and parts that recur by themselves
 * keep their own time. With `subtasks: "complete"` the open ones count as done this time.
 */
export function completions(
  named: Task[],
  parts: Task[],
  isCompleted: boolean,
  today: Today,
  { occurrence, subtasks }: HowToComplete,
): { own: Own[]; along: Step[] } {
  const isNamed = new Set(named.map(({ number }) => number));
  const own = named.map((before) => ({ before, result: completion(kept(before), isCompleted, today, occurrence) }));
  const along = new Map<number, Step>();
  const undecided = new Map<Task, Task[]>();
  for (const { before, result } of own) {
    if (!isCompleted || !result) continue;
    const its = parts.filter((part) => part.parent === before.number && part.deletedAt === null);
    const left = its.filter((part) => !part.isCompleted && !isNamed.has(part.number));
    if (result.done) {
      const days = daysBetween(before.dueDate ?? "", result.after.dueDate ?? "");
      const done = its.filter((part) => part.recurrence === null && (subtasks === "complete" || !left.includes(part)));
      for (const part of done) along.set(part.number, { before: part, after: begunAnew(part, days) });
    } else if (subtasks === "complete") {
      for (const part of left) along.set(part.number, { before: part, after: { ...part, isCompleted } });
    } else if (subtasks === undefined && left.length > 0) undecided.set(before, left);
  }
  if (undecided.size > 0) throw hasSubtasks(undecided);
  return {
    own: own.map(({ before, result }) => {
      const anew = along.get(before.number);
      return { before, result: anew ? { after: anew.after, occurrence: null, done: null } : result };
    }),
    along: [...along.values()].filter(({ before, after }) => !isNamed.has(before.number) && differs(before, after)),
  };
}

const begunAnew = (part: Task, days: number): Task => ({
  ...part,
  isCompleted: false,
  completedAt: null,
  dueDate: part.dueDate && addDays(part.dueDate, days),
});

const differs = (before: Task, after: Task) =>
  before.isCompleted !== after.isCompleted || before.dueDate !== after.dueDate;

/** The interface asks the person, and so does a model: `reason` and `subtasks` are members of the answer. */
function hasSubtasks(undecided: Map<Task, Task[]>): AppError {
  const subtasks = [...undecided.values()].flat().map(({ number, title, parent }) => ({ number, title, parent }));
  const names = subtasks.slice(0, 5).map(({ number, title }) => `#${number} "${title}"`);
  if (subtasks.length > 5) names.push(`${subtasks.length - 5} more`);
  const [parent] = [...undecided.keys()];
  const whose = undecided.size === 1 ? `#${parent?.number} "${parent?.title}" has` : "These tasks have";
  const what = subtasks.length === 1 ? "an open subtask" : `${subtasks.length} open subtasks`;
  return new AppError(
    "conflict",
    `${whose} ${what}: ${list.format(names)}. Nothing was changed: say whether to complete them too, or to leave them open.`,
    { details: { reason: "has_subtasks", subtasks } },
  );
}

const list = new Intl.ListFormat("en", { style: "long", type: "conjunction" });

/** The parts that go into the bin with these tasks: the open ones; or come back with them: those that went in the same moment. */
export function goingAlong(changing: Task[], parts: Task[], isOut: boolean): Task[] {
  const whole = new Map(changing.map((task) => [task.number, task]));
  return parts.filter((part) => {
    const parent = whole.get(part.parent ?? 0);
    if (!parent || whole.has(part.number)) return false;
    return isOut
      ? part.deletedAt !== null && part.deletedAt === parent.deletedAt
      : !part.deletedAt && !part.isCompleted;
  });
}
