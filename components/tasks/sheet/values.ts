import type { Priority, Task } from "@/lib/tasks/schema";

export type Due = { date: string; time: string | null };

/** What of a task a person changes in its sheet, field by field. */
export type Values = {
  title: string;
  description: string;
  due: Due | null;
  recurrence: string | null;
  priority: Priority;
  tags: string[];
  reminders: number[];
  parent: number | null;
};
export type FieldName = keyof Values;

export const fieldNames: { [F in FieldName]: string } = {
  title: "Title",
  description: "Notes",
  due: "Due",
  recurrence: "Repeats",
  priority: "Priority",
  tags: "Tags",
  reminders: "Reminders",
  parent: "Part of",
};

export const valuesOf = (task: Task): Values => ({
  title: task.title,
  description: task.description ?? "",
  due: task.dueDate === null ? null : { date: task.dueDate, time: task.dueTime },
  recurrence: task.recurrence,
  priority: task.priority,
  tags: task.tags,
  // The record is older than subtasks and reminders are.
  reminders: task.reminders ?? [],
  parent: task.parent ?? null,
});

export const same = <Value>(one: Value, other: Value) => JSON.stringify(one) === JSON.stringify(other);

export const namesIn = (wanted: Partial<Values>) =>
  Object.keys(fieldNames).filter((name) => name in wanted) as FieldName[];

const dueText = ({ date, time }: Due) => (time ? `${date}T${time}` : date);

/** What update_task is told of the fields that are to be so. */
export const patchOf = ({ description, due, recurrence, ...others }: Partial<Values>) => ({
  ...others,
  ...(description !== undefined && { description: description || "remove" }),
  ...(due !== undefined && { due: due ? dueText(due) : "remove" }),
  ...(recurrence !== undefined && { recurrence: recurrence ?? "remove" }),
});
