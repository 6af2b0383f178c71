import type { Change, Task } from "@/lib/tasks/schema";

export const task = (fields: Partial<Task> = {}): Task => ({
  id: "0196a000-0000-7000-8000-00000000000a",
  number: 12,
  title: "Buy milk",
  description: null,
  isCompleted: false,
  completedAt: null,
  priority: "none",
  dueDate: null,
  dueTime: null,
  recurrence: null,
  tags: [],
  parent: null,
  reminders: [],
  changed: 1,
  position: "a0",
  version: 1,
  deletedAt: null,
  createdAt: "2026-11-22T10:00:00.000Z",
  updatedAt: "2026-11-22T10:00:00.000Z",
  ...fields,
});

export const change = (before: Task | null, after: Task | null, number = 12): Change => ({
  taskId: task().id,
  number,
  before,
  after,
});
