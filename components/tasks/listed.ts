import type { Counts, Task, View } from "@/lib/tasks/schema";
import type { Listed } from "./page";
import { orderOf, type Query } from "./query";

/** The person's date and wall time, by which a task is late. */
export type Now = { today: string; time: string };

const isOpen = (task: Task) => !task.isCompleted && task.deletedAt === null;

/** What each view holds, as the server has it (lib/tasks/views). */
const views: { [V in View]: (task: Task, now: Now) => boolean } = {
  today: (task, { today }) => isOpen(task) && task.dueDate === today,
  upcoming: (task, { today }) => isOpen(task) && task.dueDate !== null && task.dueDate > today,
  overdue: (task, now) => isOpen(task) && isLate(task, now),
  inbox: (task) => isOpen(task) && task.dueDate === null,
  all: isOpen,
  completed: (task) => task.isCompleted && task.deletedAt === null,
  bin: (task) => task.deletedAt !== null,
};

export const isLate = ({ dueDate, dueTime }: Task, { today, time }: Now) =>
  dueDate !== null && (dueDate < today || (dueDate === today && dueTime !== null && dueTime < time));

/** Does this list show this task? Typos that the server forgives in a search are not forgiven here. */
export function shows({ view, tag, text: sought }: Query, task: Task, now: Now): boolean {
  const isThere = views[view](task, now) || (view === "today" && views.overdue(task, now));
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${task.title} ${task.description ?? ""}`.toLowerCase();
  return (
    isThere &&
    (tag === null || task.tags.some((one) => one.toLowerCase() === tag.toLowerCase())) &&
    words.every((word) => text.includes(word))
  );
}

const ranks = { high: "0", medium: "1", low: "2", none: "3" };
// "~" comes after every digit.
const dueKey = ({ dueDate, dueTime, position }: Task) => `${dueDate ?? "~"}${dueTime ?? "~"}${position}`;
/** Later moments first, in a text that grows. */
const lately = (moment: string | null) =>
  String(9_007_199_254_740_991 - Date.parse(moment ?? "1970-01-01")).padStart(16);

/** Letters as a person files them: without their case and accents. */
const filed = (title: string) =>
  title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]+/g, "")
    .slice(0, 200);

/** Each order is one text that grows. */
export function keyOf(query: Query, task: Task): string {
  const order = orderOf(query);
  if (order === "lately") return lately(query.view === "bin" ? task.deletedAt : task.completedAt);
  if (order === "manual") return task.position;
  if (order === "priority") return `${ranks[task.priority]}${dueKey(task)}`;
  if (order === "title") return filed(task.title);
  return order === "created" ? lately(task.createdAt) : dueKey(task);
}

/** Puts tasks where they belong in the list, or out of it; the others keep their places. */
export function placed(
  list: readonly Listed[],
  changed: readonly Listed[],
  query: Query,
  now: Now,
  isWhole: boolean,
): Listed[] {
  const fresh = new Map(changed.map((task) => [task.number, task]));
  const moving = new Map(fresh);
  const rest = list.flatMap((task) => {
    const after = fresh.get(task.number);
    if (!after) return task;
    if (!shows(query, after, now)) return [];
    if (keyOf(query, task) !== keyOf(query, after)) return [];
    moving.delete(task.number);
    return after;
  });
  for (const task of moving.values()) {
    if (!shows(query, task, now)) continue;
    const key = keyOf(query, task);
    const at = rest.findIndex((other) => {
      const otherKey = keyOf(query, other);
      return otherKey > key || (otherKey === key && other.number > task.number);
    });
    if (at >= 0) rest.splice(at, 0, task);
    // Behind the last that was read so far it comes with the next page.
    else if (isWhole) rest.push(task);
  }
  return rest;
}

export function replaced(list: readonly Listed[], changed: readonly Listed[]): Listed[] {
  const fresh = new Map(changed.map((task) => [task.number, task]));
  return list.map((task) => fresh.get(task.number) ?? task);
}

/** How the counts move when tasks have changed. */
export function recounted(counts: Counts, changes: readonly { before: Task | null; after: Task | null }[], now: Now) {
  const moved = { ...counts };
  for (const view of Object.keys(views) as View[]) {
    const holds = (task: Task | null) => Number(task !== null && views[view](task, now));
    for (const { before, after } of changes) moved[view] += holds(after) - holds(before);
  }
  return moved;
}
