import type { Listed } from "@/lib/tasks/schema";
import { daysBetween } from "@/lib/words/calendar";
import { type Today, timeIn, todayIn } from "@/lib/words/today";

/** Why a task comes first, each a fact that the person can check in the task itself. */
export function reasonsFor(task: Listed, today: Today): string[] {
  const left = task.subtasks?.open ?? 0;
  return [
    whenDue(task, today),
    task.priority === "high" ? "high priority" : null,
    left > 0 ? `${count(left, "subtask")} left to do` : null,
  ].filter((reason) => reason !== null);
}

function whenDue({ dueDate, dueTime }: Listed, today: Today): string | null {
  const date = todayIn(today);
  if (dueDate === null || dueDate > date) return null;
  if (dueDate < date) return `${count(daysBetween(dueDate, date), "day")} late`;
  if (dueTime === null) return "due today";
  return dueTime < timeIn(today) ? `late since ${dueTime} today` : `due today at ${dueTime}`;
}

const count = (many: number, what: string) => `${many} ${what}${many === 1 ? "" : "s"}`;
