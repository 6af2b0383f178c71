import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { makeTask, makeUser, unsafeWithoutTriggers } from "@/lib/db/testing";
import { inTransaction } from "@/lib/db/transaction";
import { tasksOf } from "@/lib/tasks/store";

const today = { now: new Date("2026-11-22T15:30:00Z"), timeZone: "Europe/Paris" };
const numbersOf = (tasks: { number: number }[] | null) => tasks?.map(({ number }) => number);

async function makeFamily() {
  const { id } = await makeUser();
  const tasks = tasksOf(id);
  const parent = await tasks.create({ title: "Move house" }, today);
  const part = await tasks.create({ title: "Pack", parent: parent.number }, today);
  await tasks.create({ title: "Call the bank" }, today);
  return { id, tasks, parent, part };
}

test("what changed since a number comes with its parent, and nothing else does", async () => {
  const { tasks, part } = await makeFamily();
  const { seq, tasks: all } = await tasks.changedSince(0);
  expect(numbersOf(all)).toEqual([1, 2, 3]);
  expect(await tasks.changedSince(seq)).toEqual({ seq, tasks: [] });
  await tasks.setComplete([part.number], true, today);
  const since = await tasks.changedSince(seq);
  expect(since.seq).toBe(seq + 1);
  expect(since.tasks).toMatchObject([
    { number: 1, changed: 1, subtasks: { open: 0, completed: 1 } },
    { number: 2, changed: seq + 1, isCompleted: true },
  ]);
  expect(since.tasks?.[1]).not.toHaveProperty("subtasks");
});

test("a task that went to the bin is told of; one that is gone for good, and too many, mean: read anew", async () => {
  const { id, tasks, part } = await makeFamily();
  const { seq } = await tasks.changedSince(0);
  await tasks.remove([part.number]);
  expect((await tasks.changedSince(seq)).tasks).toMatchObject([
    { number: 1 },
    { number: 2, deletedAt: expect.any(String) },
  ]);
  await db.task.deleteMany({ where: { userId: id, number: 2 } });
  const after = await tasks.changedSince(seq);
  expect(after).toEqual({ seq: seq + 2, tasks: null });
  expect((await tasks.changedSince(after.seq)).tasks).toEqual([]);
  expect((await tasks.changedSince(after.seq + 1)).tasks).toBeNull();
  await unsafeWithoutTriggers(
    "Task",
    (tx) => tx.$executeRaw`
    INSERT INTO "Task" ("userId", "id", "number", "title", "position", "changed")
    SELECT ${id}::uuid, gen_random_uuid(), n, 'Task ' || n, 'b' || n, 1000 FROM generate_series(10, 310) AS n`,
  );
  await db.user.update({ where: { id }, data: { taskSeq: 1000 } });
  expect((await tasks.changedSince(900)).tasks).toBeNull();
});

test("whoever has seen a number has seen all up to it, however writers overlap", async () => {
  const { id, tasks } = await makeFamily();
  const { seq } = await tasks.changedSince(0);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let began = () => {};
  const started = new Promise<void>((resolve) => {
    began = resolve;
  });
  const slow = inTransaction(async (tx) => {
    await tasksOf(id, tx).update([1], () => ({ title: "Slow" }), today);
    began();
    await held;
  });
  await started;
  const quick = tasks.update([3], () => ({ title: "Quick" }), today);
  // The second writer waits for the first: its number can't be seen before the first one's.
  expect(await tasks.changedSince(seq)).toEqual({ seq, tasks: [] });
  release();
  await slow;
  await quick;
  expect((await tasks.changedSince(seq)).tasks).toMatchObject([
    { number: 1, title: "Slow", changed: seq + 1 },
    { number: 3, title: "Quick", changed: seq + 2 },
  ]);
});

test("a task with its family; of another person it is missing", async () => {
  const { tasks, parent, part } = await makeFamily();
  const done = await tasks.create({ title: "Measure", parent: parent.number }, today);
  await tasks.setComplete([done.number], true, today);
  expect(await tasks.detail(parent.number)).toMatchObject({
    task: { number: 1, subtasks: { open: 1, completed: 1 } },
    parent: null,
    subtasks: [{ number: 2 }, { number: 4 }],
  });
  expect(await tasks.detail(part.number)).toMatchObject({ task: { number: 2 }, parent: { number: 1 }, subtasks: [] });
  const stranger = await makeUser();
  await makeTask(stranger);
  await expect(tasksOf(stranger.id).detail(2)).rejects.toThrow("There is no task #2.");
  expect(numbersOf((await tasksOf(stranger.id).changedSince(0)).tasks)).toEqual([1]);
});
