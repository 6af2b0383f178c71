import { type Today, todayIn } from "@/lib/words/today";
import { nextOccurrence } from "./occurrence";
import type { NewTask } from "./patch";
import type { Task } from "./schema";

export type Completion = {
  after: Task;
  /** For a recurring task: the date that was done, and the completed task that stays as the record of it. */
  occurrence: string | null;
  done: NewTask | null;
};

/** What completing or reopening makes of a task; null when it is so already. */
export function completion(
  before: Task,
  isCompleted: boolean,
  today: Today,
  occurrence: string | undefined,
): Completion | null {
  const due = before.dueDate;
  const isRecurring = before.recurrence !== null && due !== null;
  if (before.isCompleted === isCompleted) return null;
  if (!isCompleted) return { after: { ...before, isCompleted, completedAt: null }, occurrence: null, done: null };
  if (!isRecurring) return { after: { ...before, isCompleted }, occurrence: null, done: null };
  // Said twice, or said of a date that has moved on: that one is done, and the next one isn't.
  if (occurrence !== undefined && occurrence !== due) return null;
  const next = nextOccurrence(before.recurrence ?? "", due, todayIn(today));
  if (next === null) return { after: { ...before, isCompleted }, occurrence: due, done: null };
  const { title, description, priority, dueDate, dueTime, tags } = before;
  return {
    after: { ...before, dueDate: next.date, recurrence: next.rule },
    occurrence: due,
    done: {
      title,
      description,
      priority,
      dueDate,
      dueTime,
      tags,
      recurrence: null,
      // It is the record of one occurrence, not one of the parts that are left or done this time.
      parent: null,
      reminders: [],
      isCompleted: true,
      completedAt: null,
      deletedAt: null,
    },
  };
}
