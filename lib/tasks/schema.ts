import { z } from "zod";

export const taskLimits = {
  title: 500,
  description: 10_000,
  tags: 20,
  tag: 50,
  recurrence: 500,
  numbers: 200,
} as const;

export const prioritySchema = z.enum(["none", "low", "medium", "high"]);
export type Priority = z.output<typeof prioritySchema>;

/** A task as everything outside the room sees it: plain JSON, dates as strings. */
export const taskSchema = z.object({
  id: z.uuid(),
  number: z.int().positive().describe("What people call it: #12"),
  title: z.string(),
  description: z.string().nullable(),
  isCompleted: z.boolean(),
  completedAt: z.iso.datetime().nullable(),
  priority: prioritySchema,
  dueDate: z.iso.date().nullable().describe("Calendar date in the person's zone"),
  dueTime: z.string().nullable().describe("Wall time HH:MM in the person's zone"),
  recurrence: z.string().nullable().describe("RFC 5545 RRULE"),
  tags: z.array(z.string()),
  position: z.string(),
  version: z.int(),
  deletedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Task = z.output<typeof taskSchema>;

/** What a call did to one task. `before` is null for a new task, `after` for one that is gone for good. */
export const changeSchema = z.object({
  taskId: z.uuid(),
  number: z.int(),
  before: taskSchema.nullable(),
  after: taskSchema.nullable(),
});
export type Change = z.output<typeof changeSchema>;

export const viewSchema = z.enum(["today", "upcoming", "overdue", "inbox", "all", "completed", "bin"]);
export type View = z.output<typeof viewSchema>;
/** How many tasks each view holds. */
export type Counts = { [V in View]: number };

export type TaskQuery = {
  view?: View | undefined;
  text?: string | undefined;
  tag?: string | undefined;
  priority?: Priority | undefined;
  dueFrom?: string | undefined;
  dueTo?: string | undefined;
  /** Completed on this day or later, in the person's zone; only completed tasks have such a day. */
  doneFrom?: string | undefined;
  doneTo?: string | undefined;
  numbers?: number[] | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
};
/** `total` counts the whole view, `more` what follows after this page. */
export type TaskPage = { tasks: Task[]; total: number; more: number; nextCursor: string | null };
