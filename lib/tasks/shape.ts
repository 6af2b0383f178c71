import type { Listed, Priority, Task } from "./schema";

/** A row as the stores select it: dates as text, since a calendar date is no instant; moments as the driver gives them. */
export type TaskRow = {
  id: string;
  number: number;
  title: string;
  description: string | null;
  isCompleted: boolean;
  completedAt: Date | null;
  priority: Priority;
  dueDate: string | null;
  dueTime: string | null;
  recurrence: string | null;
  tags: string[];
  parent: number | null;
  reminders: number[];
  position: string;
  version: number;
  changed: number;
  deletedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

export function taskFrom(row: TaskRow): Task {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    description: row.description,
    isCompleted: row.isCompleted,
    completedAt: row.completedAt?.toISOString() ?? null,
    priority: row.priority,
    dueDate: row.dueDate,
    dueTime: row.dueTime,
    recurrence: row.recurrence,
    tags: row.tags,
    parent: row.parent,
    reminders: row.reminders,
    position: row.position,
    version: row.version,
    changed: row.changed,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** A row of a list, with how many parts of the task are left and done; null when it has none. */
export type ListedRow = TaskRow & { openParts: number | null; completedParts: number | null };

export const listedFrom = (row: ListedRow): Listed => ({
  ...taskFrom(row),
  ...(row.openParts !== null && { subtasks: { open: row.openParts, completed: row.completedParts ?? 0 } }),
});
