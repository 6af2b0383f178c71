import type { Priority, Task } from "./schema";

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
  position: string;
  version: number;
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
    position: row.position,
    version: row.version,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
