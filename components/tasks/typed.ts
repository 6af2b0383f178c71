import type { Priority, Task } from "@/lib/tasks/schema";

/** A task as the fields of the editor hold it. */
export type Typed = { title: string; due: string; priority: Priority; tags: string; description: string };

const fields: { [F in keyof Typed]: true } = { title: true, due: true, priority: true, tags: true, description: true };
export const isField = (name: string): name is keyof Typed => Object.hasOwn(fields, name);

export const typedOf = (task: Task): Typed => ({
  title: task.title,
  due: [task.dueDate, task.dueTime].filter(Boolean).join(" "),
  priority: task.priority,
  tags: task.tags.join(" "),
  description: task.description ?? "",
});

/** What update_task is told: the fields that are no longer as they were. */
export const patchOf = (was: Typed, now: Typed) => ({
  ...(now.title.trim() !== was.title && { title: now.title.trim() }),
  ...(now.due.trim() !== was.due && { due: dueOf(now.due.trim()) }),
  ...(now.priority !== was.priority && { priority: now.priority }),
  ...(now.tags.trim() !== was.tags && {
    tags: now.tags.split(/[\s,]+/).flatMap((tag) => tag.replace(/^#/, "") || []),
  }),
  ...(now.description.trim() !== was.description && { description: now.description.trim() || "remove" }),
});

const dueOf = (typed: string) => typed.replace(/^(\S{10}) (\d\d:\d\d)$/, "$1T$2") || "remove";

/**
 * What was typed, when the task has changed elsewhere since it was opened: fields that nobody touched here follow; `both` are
 * those that were changed here and there.
 */
export function rebased(was: Typed, now: Typed, fresh: Typed): { now: Typed; both: (keyof Typed)[] } {
  const touched = Object.keys(fields)
    .filter(isField)
    .filter((field) => now[field] !== was[field]);
  const kept = Object.fromEntries(touched.map((field) => [field, now[field]]));
  const both = touched.filter((field) => fresh[field] !== was[field] && fresh[field] !== now[field]);
  return { now: { ...fresh, ...kept }, both };
}
