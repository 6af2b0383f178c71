import { AppError } from "@/lib/errors";
import type { Fields } from "./patch";
import { conflicted, nothingLeft } from "./refusals";
import type { Change, Task } from "./schema";

type Field = keyof Fields;

// What a person would say of a field that stands in the way. completedAt follows isCompleted.
const says: { [F in Exclude<Field, "completedAt">]: (task: Task) => string } = {
  title: (task) => `its title is now "${task.title}"`,
  description: () => "its description was changed since",
  isCompleted: (task) => (task.isCompleted ? "it was completed since" : "it was reopened since"),
  priority: (task) => `its priority is now ${task.priority}`,
  dueDate: (task) => (task.dueDate === null ? "it has no due date any more" : `it is now due on ${task.dueDate}`),
  dueTime: (task) => (task.dueTime === null ? "it has no time any more" : `it is now due at ${task.dueTime}`),
  recurrence: () => "its recurrence was changed since",
  tags: () => "its tags were changed since",
  parent: (task) => (task.parent === null ? "it is no subtask any more" : `it is now a subtask of #${task.parent}`),
  reminders: () => "its reminders were changed since",
  position: () => "it was moved since",
  deletedAt: (task) => (task.deletedAt === null ? "it was restored since" : "it is in the bin now"),
};
// Object.keys forgets the names that the annotation fixes.
const fields = Object.keys(says) as (keyof typeof says)[];

/** In the bin or not is what counts: the moment is the database's. */
const worth = (task: Task, field: keyof typeof says) =>
  field === "deletedAt" ? String(task.deletedAt !== null) : JSON.stringify(task[field]);

const differ = (a: Task, b: Task) => fields.filter((field) => worth(a, field) !== worth(b, field));

/** Not a field: the task is gone for good. */
const gone = "gone";
type Point = keyof typeof says | typeof gone;
type Sim = { now: Map<number, Task | null>; met: Map<string, Met> };
type Met = { change: Change; point: Point };

/** What becomes of what was changed again since: nothing at all is taken back, or all but that, or that as well. */
export type OnConflict = "refuse" | "skip" | "overwrite";

/**
 * The tasks as they were before these changes, the newest of which comes first, given how they are now (not in the map: gone). Only the
 * fields that were touched go back. A task that a change made goes to the bin, since rows are only ever purged; one that a change put
 * into the bin and that was purged comes back whole. Tasks that nothing would happen to are left out.
 */
export function reversed(changes: readonly Change[], now: ReadonlyMap<number, Task>, how: OnConflict): Task[] {
  const all = simulated(changes, now, true);
  const rest = all.met.size > 0 && how !== "overwrite" ? simulated(changes, now, false) : all;
  const goals = [...rest.now].flatMap(([number, task]) => {
    const before = now.get(number);
    return task && (before === undefined || differ(before, task).length > 0) ? [task] : [];
  });
  if (how === "refuse" && all.met.size > 0) throw refusal(all, now, goals.length);
  if (how === "skip" && goals.length === 0 && all.met.size > 0) throw nothingLeft();
  return goals;
}

function simulated(changes: readonly Change[], now: ReadonlyMap<number, Task>, isOverwriting: boolean): Sim {
  const sim: Sim = { now: new Map(changes.map(({ number }) => [number, now.get(number) ?? null])), met: new Map() };
  for (const change of changes) {
    const current = sim.now.get(change.number) ?? null;
    const points = inTheWay(change, current);
    for (const point of points) {
      const key = `${change.number} ${point}`;
      if (!sim.met.has(key)) sim.met.set(key, { change, point });
    }
    const isKept = (point: Point) => !isOverwriting && sim.met.has(`${change.number} ${point}`);
    sim.now.set(change.number, back(change, current, isKept, points));
  }
  return sim;
}

/** Where the task is no longer as the change left it. */
function inTheWay({ number, before, after }: Change, now: Task | null): Point[] {
  if (before === null && after === null)
    throw new AppError("conflict", `Task #${number} can't be taken back any further.`);
  if (now === null) return before !== null && (after === null || after.deletedAt !== null) ? [] : [gone];
  if (after === null) return [];
  const touched = before === null ? fields : differ(before, after);
  return touched.filter((field) => worth(after, field) !== worth(now, field));
}

function back({ before, after }: Change, now: Task | null, isKept: (point: Point) => boolean, points: Point[]) {
  if (before === null) {
    if (now === null || points.some(isKept)) return now;
    return { ...now, deletedAt: now.deletedAt ?? new Date().toISOString() };
  }
  if (now === null) return isKept(gone) ? null : before;
  const touched = (after === null ? fields : differ(before, after)).filter((field) => !isKept(field));
  const values = Object.fromEntries(touched.map((field) => [field, before[field]]));
  return { ...now, ...values, completedAt: touched.includes("isCompleted") ? before.completedAt : now.completedAt };
}

function refusal({ now: goals, met }: Sim, now: ReadonlyMap<number, Task>, others: number): AppError {
  const conflicts = [...met.values()].map(({ change, point }) => {
    const task = now.get(change.number);
    const goal = goals.get(change.number) ?? null;
    const value = (from: Task | null | undefined) => (point === gone || !from ? null : from[point]);
    const toBin = task?.deletedAt === null && goal !== null && goal.deletedAt !== null;
    return {
      number: change.number,
      title: task?.title ?? change.after?.title ?? change.before?.title ?? "",
      field: point,
      expected: value(change.after),
      now: value(task),
      restores: toBin ? null : value(goal),
      ...(toBin && { toBin }),
      why: point === gone || !task ? "it is gone for good" : says[point](task),
    };
  });
  return conflicted(conflicts, others);
}

/** Did a change, or would its reversal, put the task into the bin? What approval counts as a deletion. */
export const isDeletion = (before: Task | null, after: Task | null) =>
  after !== null && after.deletedAt !== null && before?.deletedAt === null;
