import type { Change } from "@/lib/tasks/schema";
import type { Listed } from "./page";

/** The parts of those tasks that were unfolded, by the number of the task. */
export type Parts = ReadonlyMap<number, readonly Listed[]>;

const isLive = (task: Listed | null | undefined) => Boolean(task && task.deletedAt === null);

/** What changed among the parts that are known. */
export function partsAfter(parts: Parts, changed: readonly Listed[]): Parts {
  if (parts.size === 0 || changed.length === 0) return parts;
  const fresh = new Map(changed.map((task) => [task.number, task]));
  const isTouched = (number: number, list: readonly Listed[]) =>
    changed.some((task) => task.parent === number) || list.some((task) => fresh.has(task.number));
  return new Map(
    [...parts].map(([number, list]) => {
      if (!isTouched(number, list)) return [number, list];
      const rest = list.filter((task) => !fresh.has(task.number));
      const own = changed.filter((task) => task.parent === number && isLive(task));
      return [number, [...rest, ...own].toSorted((one, other) => (one.position < other.position ? -1 : 1))];
    }),
  );
}

/** "1 of 3" of the tasks whose parts have changed. */
export function recountedParts(tasks: readonly Listed[], changes: readonly Change[]): Listed[] {
  const moved = new Map<number, { open: number; completed: number }>();
  const count = (task: Listed | null, by: 1 | -1) => {
    if (!task?.parent || task.deletedAt !== null) return;
    const now = moved.get(task.parent) ?? { open: 0, completed: 0 };
    now[task.isCompleted ? "completed" : "open"] += by;
    moved.set(task.parent, now);
  };
  for (const { before, after } of changes) {
    count(before, -1);
    count(after, 1);
  }
  return moved.size === 0
    ? [...tasks]
    : tasks.map((task) => {
        const by = moved.get(task.number);
        if (!by) return task;
        const open = Math.max(0, (task.subtasks?.open ?? 0) + by.open);
        const completed = Math.max(0, (task.subtasks?.completed ?? 0) + by.completed);
        const { subtasks: _, ...rest } = task;
        return open + completed > 0 ? { ...rest, subtasks: { open, completed } } : rest;
      });
}

/** Stands a part under the task it belongs to, rather than by itself? Not when it is due on another day. */
export function foldedIn(tasks: readonly Listed[]): (task: Listed) => boolean {
  const shown = new Map(tasks.map((task) => [task.number, task]));
  return ({ parent, dueDate }) => {
    const above = parent ? shown.get(parent) : undefined;
    return above !== undefined && (dueDate === null || dueDate === above.dueDate);
  };
}

/** The tasks among which one has its place: those that stand in the list by themselves, or the parts of one task. */
export function siblingsOf(number: number, tasks: readonly Listed[], parts: Parts): readonly Listed[] {
  const isFolded = foldedIn(tasks);
  const shown = tasks.filter((task) => !isFolded(task));
  const lists = [shown, ...parts.values()];
  return lists.find((list) => list.some((task) => task.number === number)) ?? [];
}
