import type { Filter } from "./command";

/** A task as it is kept in memory. */
export type PlainTask = {
  number: number;
  title: string;
  dueDate: string | null;
  dueTime: string | null;
  priority: string;
  tags: string[];
  recurrence: string | null;
  description: string | null;
  isCompleted: boolean;
  /** The day on which it was done. */
  doneOn: string | null;
  inBin: boolean;
  parent?: number | null;
  reminders?: number[];
  /** What stays of a day of a recurring task that was done. */
  isRecord?: boolean;
};

export const task = (number: number, title: string, overrides: Partial<PlainTask> = {}): PlainTask => ({
  number,
  title,
  dueDate: null,
  dueTime: null,
  priority: "none",
  tags: [],
  recurrence: null,
  description: null,
  isCompleted: false,
  doneOn: null,
  inBin: false,
  ...overrides,
});

/** What any of the tools is asked. */
export type Input = Filter & {
  numbers?: number[];
  completed?: boolean;
  patch?: Partial<PlainTask> & { due?: string; addTags?: string[]; removeTags?: string[] };
  title?: string;
  due?: string;
  recurrence?: string;
  description?: string;
  parent?: number | null;
  reminders?: number[];
  number?: number;
  before?: number;
  after?: number;
  subtasks?: "complete" | "leave";
  tags?: string[];
  limit?: number;
  cursor?: string;
  call?: string;
};
