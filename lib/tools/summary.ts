import "server-only";
import { z } from "zod";
import { prioritySchema, type Task } from "@/lib/tasks/schema";
import { sayDue, sayRecurrence } from "@/lib/words/say";
import type { Today } from "@/lib/words/today";

/** A task as tools tell of it: what a model needs to speak, and no more. */
export const taskSummarySchema = z.object({
  id: z.uuid(),
  number: z.int().describe("What people call it: #12"),
  title: z.string(),
  due: z.string().nullable().describe("In words, with the time zone"),
  dueDate: z.string().nullable(),
  dueTime: z.string().nullable(),
  priority: prioritySchema,
  tags: z.array(z.string()),
  recurrence: z.string().nullable().describe("In words"),
  parent: z.int().nullable().describe("Number of the task that it is a part of"),
  reminders: z.array(z.int()).describe("Minutes before it is due"),
  isCompleted: z.boolean(),
  completedAt: z.iso.datetime().nullable(),
  notes: z.string().nullable().describe("The first 200 characters of the notes"),
  inBin: z.boolean(),
});
export type TaskSummary = z.output<typeof taskSummarySchema>;

export function taskSummary(task: Task, today: Today): TaskSummary {
  return {
    id: task.id,
    number: task.number,
    title: task.title,
    due: task.dueDate === null ? null : sayDue({ date: task.dueDate, time: task.dueTime }, today),
    dueDate: task.dueDate,
    dueTime: task.dueTime,
    priority: task.priority,
    tags: task.tags,
    recurrence: task.recurrence === null ? null : sayRecurrence(task.recurrence),
    parent: task.parent,
    reminders: task.reminders,
    isCompleted: task.isCompleted,
    completedAt: task.completedAt,
    notes: task.description && [...task.description].slice(0, 200).join(""),
    inBin: task.deletedAt !== null,
  };
}
