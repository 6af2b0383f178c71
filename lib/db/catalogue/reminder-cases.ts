import { type Case, refusedInsert, refusedUpdate } from "./cases";
import { ada, bob, fresh, insert, its, nobody, type Row, update } from "./stage";

const far = "'https://push.example.com/' || repeat('a', 2000)";

export const reminderCases: Case[] = [
  refusedInsert("Reminder", "pkey", { id: its.reminder }),
  refusedInsert("Reminder", "userId_taskId_minutes_key", { minutes: "10" }),
  refusedInsert("Reminder", "userId_fkey", { userId: nobody }),
  refusedInsert("Reminder", "userId_taskId_fkey", { userId: bob }),
  refusedInsert("Reminder", "minutes_check", { minutes: "-1" }),
  refusedInsert("Reminder", "minutes_check", { minutes: "40321" }),
  refusedUpdate("Reminder", "dismissedAt_check", its.reminder, { dismissedAt: "now()" }),

  refusedInsert("PushSubscription", "pkey", { id: its.subscription }),
  refusedInsert("PushSubscription", "endpoint_key", { endpoint: "'https://push.example.com/taken'" }),
  refusedInsert("PushSubscription", "userId_fkey", { userId: nobody }),
  refusedInsert("PushSubscription", "userId_sessionId_fkey", { userId: bob }),
  refusedInsert("PushSubscription", "endpoint_check", { endpoint: "'ftp://push.example.com/new'" }),
  refusedInsert("PushSubscription", "endpoint_check", { endpoint: far }),
  refusedInsert("PushSubscription", "keys_check", { p256dh: "'short'" }),
  refusedInsert("PushSubscription", "keys_check", { auth: "'short'" }),

  refusedInsert("DailySummary", "pkey", { userId: ada }),
  refusedInsert("DailySummary", "userId_fkey", { userId: nobody }),
  refusedInsert("DailySummary", "tries_check", { tries: "-1" }),
];

/** A trigger that writes rows of another table: with it `rows` finds one, without it none. */
export type Plan = { trigger: string; table: string; statements: string[]; rows: string };

const dated: Row = { dueDate: "'2090-07-01'", dueTime: "'15:00'" };
const planned = (task: string) => `SELECT FROM "Reminder" WHERE "taskId" = ${task} AND "minutes" = 0`;

export const plans: Plan[] = [
  { trigger: "Task_reminders_new", table: "Task", statements: [insert("Task", dated)], rows: planned(fresh) },
  {
    trigger: "Task_reminders_changed",
    table: "Task",
    statements: [update("Task", its.task, dated)],
    rows: planned(its.task),
  },
  {
    trigger: "User_reminders",
    table: "User",
    statements: [update("User", bob, { settings: `'{"reminders": {"summary": 7}}'` })],
    rows: `SELECT FROM "DailySummary" WHERE "userId" = ${bob} AND "at" > now()`,
  },
];
