import { beforeAll, expect, test } from "vitest";
import type { UserId } from "@/lib/auth/schema";
import { db } from "@/lib/db/client";
import { makeUser, unsafeWithoutTriggers } from "@/lib/db/testing";
import { visited as rowsVisited } from "@/lib/db/visited";
import { type Tasks, tasksOf } from "./store";

// How many rows the database looks at for what people do all day, with 10,000 tasks and somebody else's beside them.

const today = { now: new Date("2026-11-22T15:30:00Z"), timeZone: "Europe/Paris" };
let user: UserId;

beforeAll(async () => {
  const [ada, grace] = [await makeUser(), await makeUser()];
  user = ada.id;
  for (let from = 1; from < 10_000; from += 1_000) await fill(user, from);
  await fill(grace.id, 1);
  await db.$executeRaw`ANALYZE`;
}, 120_000);

const fill = (owner: UserId, from: number) =>
  unsafeWithoutTriggers(
    "Task",
    (tx) => tx.$executeRaw`
    INSERT INTO "Task" ("userId", "id", "number", "title", "position", "dueDate", "isCompleted", "completedAt", "tags", "parent", "changed")
    SELECT ${owner}::uuid, gen_random_uuid(), n, 'Task ' || n, 'b' || lpad(n::text, 6, '0'),
      CASE WHEN n % 2 = 0 THEN date '2026-11-22' - 200 + n % 400 END, n % 4 = 0, CASE WHEN n % 4 = 0 THEN now() END,
      ARRAY['tag' || n % 20], CASE WHEN n % 10 = 1 AND n > 20 THEN n - 1 END, n
    FROM generate_series(${from}::int, ${from + 999}::int) AS n`,
  );

const visited = (work: (tasks: Tasks) => Promise<unknown>) => rowsVisited((tx) => work(tasksOf(user, tx)));

test("what changed is found without looking at what didn't", async () => {
  const seq = 10_000;
  await db.user.update({ where: { id: user }, data: { taskSeq: seq } });
  await tasksOf(user).update([17, 31], () => ({ title: "Changed" }), today);
  expect(await visited((tasks) => tasks.changedSince(seq))).toBeLessThan(40);
  expect(await visited((tasks) => tasks.changedSince(seq + 1))).toBeLessThan(10);
  // Too far behind: given up before everything was read.
  expect(await visited((tasks) => tasks.changedSince(0))).toBeLessThan(2_500);
});

test("a day's list looks at that day", async () => {
  expect(await visited((tasks) => tasks.list({ view: "today", limit: 100 }, today))).toBeLessThan(200);
});

test("a task is found with its family, and tasks by their numbers", async () => {
  // The second look depends on what the first one brings.
  expect(await visited((tasks) => tasks.detail(30).catch(() => {}))).toBeLessThan(20);
  expect(await visited((tasks) => tasks.known([10, 20, 30]))).toBeLessThan(20);
  expect(await visited((tasks) => tasks.partsOf([10, 20, 30]))).toBeLessThan(20);
});

test("a task finds its new place, and its family, by their indexes", async () => {
  expect(await visited((tasks) => tasks.move(5_000, 12, null).catch(() => {}))).toBeLessThan(20);
  expect(await visited((tasks) => tasks.move(5_000, null, null).catch(() => {}))).toBeLessThan(20);
  expect(await visited((tasks) => tasks.remove([30, 40]).catch(() => {}))).toBeLessThan(40);
});

test("counts, tags and a list of everything look at each task once, whatever the order", async () => {
  for (const sort of [undefined, "due", "priority", "title", "created"] as const)
    expect(await visited((tasks) => tasks.list({ sort, limit: 100 }, today))).toBeLessThan(25_000);
  expect(await visited((tasks) => tasks.counts(today))).toBeLessThan(21_000);
  expect(await visited((tasks) => tasks.tags())).toBeLessThan(21_000);
});
