import { randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { activityOf } from "@/lib/activity/store";
import type { SignedIn, UserId } from "@/lib/auth/schema";
import { userForScript } from "@/lib/auth/users";
import { db } from "@/lib/db/client";
import type { Priority, Task } from "@/lib/tasks/schema";
import { tasksOf } from "@/lib/tasks/store";
import { isToolName, tools } from "@/lib/tools/registry";
import type { Today } from "@/lib/words/today";
import { momentOf } from "./compare";
import type { InitialTask } from "./gold";
import type { StateTask } from "./prediction";

/** Somebody whom no other dialogue has touched. */
export async function makePerson(timeZone: string): Promise<SignedIn> {
  const email = `eval-${randomUUID()}@example.com`;
  await db.user.create({ data: { email, name: "Robin Example", timeZone } });
  return { ...(await userForScript(email)), email, sessionId: v7() };
}

const priorities: Record<string, Priority> = { high: "high", urgent: "high", medium: "medium", low: "low" };

/** Puts tasks on a list in this order, and past the record: "undo" must not reach them. */
export async function giveTasks(user: UserId, initial: InitialTask[], today: Today): Promise<void> {
  const tasks = tasksOf(user);
  for (const { title, completed, due, priority, tags, recurrence } of initial) {
    const { date, time } = momentOf(due) ?? { date: null, time: null };
    const { number } = await tasks.create(
      {
        title,
        dueDate: date,
        dueTime: time,
        priority: priorities[priority ?? ""] ?? "none",
        tags,
        // What is done repeats no more.
        recurrence: completed ? null : recurrence,
      },
      today,
    );
    if (completed) await tasks.setComplete([number], true, today);
  }
}

/** The list as a conversation left it: without what is in the bin, and without the record of a repeating task's past dates. */
export async function stateOf(user: UserId): Promise<StateTask[]> {
  const [open, completed, calls] = await Promise.all([tasksIn(user, "all"), tasksIn(user, "completed"), callsOf(user)]);
  const pastDates = calls
    .flatMap(({ changes }) => changes)
    .flatMap(({ number, before, after }) => (before === null && after?.isCompleted ? [number] : []));
  return [...open, ...completed.filter(({ number }) => !pastDates.includes(number))]
    .sort((one, other) => one.number - other.number)
    .map(stateTask);
}

/** More than a dialogue's list ever holds; the day doesn't matter to these views. */
const tasksIn = async (user: UserId, view: "all" | "completed") =>
  (await tasksOf(user).list({ view, limit: 1_000 }, { now: new Date(), timeZone: "UTC" })).tasks;

const stateTask = ({ title, isCompleted, dueDate, dueTime, priority, tags, recurrence }: Task): StateTask => ({
  title,
  completed: isCompleted,
  due: dueDate && dueTime ? `${dueDate}T${dueTime}` : dueDate,
  priority: priority === "none" ? null : priority,
  tags,
  recurrence,
});

/** The person's calls, the newest first; a dialogue makes far fewer than a page of them. */
const callsOf = async (user: UserId) => (await activityOf(user).list({ limit: 500 })).calls;

/** How many calls that change something have succeeded so far. */
export const changesBy = async (user: UserId): Promise<number> =>
  (await callsOf(user)).filter(
    ({ toolName, status }) => status === "SUCCESS" && isToolName(toolName) && tools[toolName].effect !== "read",
  ).length;
