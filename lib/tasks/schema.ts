import { z } from "zod";

export const taskLimits = {
  title: 500,
  description: 10_000,
  tags: 20,
  tag: 50,
  recurrence: 500,
  numbers: 200,
  reminders: 5,
  /** Minutes before a task is due at which it may remind: four weeks. */
  reminder: 40_320,
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
  parent: z.int().nullable().describe("Number of the task that it is a part of; one level deep"),
  reminders: z.array(z.int()).describe("Minutes before it is due; a date without a time counts as 09:00"),
  position: z.string(),
  version: z.int(),
  changed: z.int().describe("The person's change sequence when this task last changed"),
  deletedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Task = z.output<typeof taskSchema>;

/** A task where it is read, never on the record. `subtasks` is left out when it has none; what is in the bin doesn't count. */
export type Listed = Task & { subtasks?: { open: number; completed: number } };

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
/** How many open tasks have a tag; of its spellings the first. */
export type TagCount = { tag: string; open: number };

export const sortSchema = z.enum(["manual", "due", "priority", "title", "created"]);
export type Sort = z.output<typeof sortSchema>;

export type TaskQuery = {
  view?: View | undefined;
  text?: string | undefined;
  /** Its words may stand in the notes as well. */
  inNotes?: boolean | undefined;
  tag?: string | undefined;
  priority?: Priority | undefined;
  dueFrom?: string | undefined;
  dueTo?: string | undefined;
  /** Completed on this day or later, in the person's zone; only completed tasks have such a day. */
  doneFrom?: string | undefined;
  doneTo?: string | undefined;
  numbers?: number[] | undefined;
  /** Left out: as the view is read. A search without it has its best match first. */
  sort?: Sort | undefined;
  limit?: number | undefined;
  cursor?: string | undefined;
};
/** `total` counts the whole view, `more` what follows after this page. All changes up to `seq` are in it. */
export type TaskPage = { tasks: Listed[]; total: number; more: number; nextCursor: string | null; seq: number };
/** GET /api/tasks. */
export type TaskList = TaskPage & { counts: Counts; tags: TagCount[] };
/** GET /api/tasks/changes: the tasks that changed, those in the bin too, and their parents; or `reset`: read the list anew. */
export type TaskChanges =
  | { seq: number; reset: true }
  | { seq: number; reset?: never; tasks: Listed[]; counts: Counts; tags: TagCount[] };
/** GET /api/tasks/[number]. */
export type TaskDetail = { task: Listed; parent: Task | null; subtasks: Task[] };
