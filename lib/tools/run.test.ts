import pg from "pg";
import { expect, test, vi } from "vitest";
import { activityOf } from "@/lib/activity/store";
import { db } from "@/lib/db/client";
import { unsafeWithoutTriggers } from "@/lib/db/testing";
import { subscribe } from "@/lib/live/bus";
import type { LiveEvent } from "@/lib/live/schema";
import { sweepCalls } from "./run";
import { callOf, makePerson, sentence } from "./testing";

const limits = { delete: 3, change: 10 } as const;

test("a call is on the record with its parameters, result and changes", async () => {
  const { user, run } = await makePerson();
  const { call, output } = await run("create_task", {
    title: "  Buy   milk ",
    due: "tomorrow 5pm",
    tags: ["#Home", "home"],
  });
  expect(output.task).toMatchObject({
    number: 1,
    title: "Buy milk",
    due: "Mon 23 Nov 2026, 17:00 Europe/Paris",
    dueDate: "2026-11-23",
    dueTime: "17:00",
    tags: ["Home"],
  });
  expect(call).toMatchObject({
    status: "SUCCESS",
    source: "UI",
    toolName: "create_task",
    parameters: { title: "Buy milk", due: "tomorrow 5pm", tags: ["Home"] },
    result: output,
    error: null,
    changes: [{ number: 1, before: null, after: { title: "Buy milk", version: 1 } }],
  });
  expect(await activityOf(user).get(call.id)).toEqual(call);
});

test("twenty parallel calls with one idempotency key add one task", async () => {
  const { user, attempt } = await makePerson();
  const results = await Promise.all(
    Array.from({ length: 20 }, () => attempt("create_task", { title: "Once" }, { idempotencyKey: "key" })),
  );
  const again = await attempt("create_task", { title: "Once" }, { idempotencyKey: "key" });
  expect(await db.task.count({ where: { userId: user } })).toBe(1);
  expect(await db.toolCallLog.count({ where: { userId: user } })).toBe(1);
  const others = new Set(results.filter((result) => result.status !== "SUCCESS").map(sentence));
  expect([...others].every((words) => words === "That same call is still running. Ask again in a moment.")).toBe(true);
  expect(again).toMatchObject({ status: "SUCCESS", output: { task: { number: 1, title: "Once" } } });
});

test("the same call of a reply returns its recorded result", async () => {
  const { user, run, startReply } = await makePerson();
  const reply = await startReply();
  const first = await run("create_task", { title: "Milk", tags: [], due: "today" }, { ...reply, callId: "s0c0" });
  const second = await run("create_task", { due: "today", tags: [], title: "Milk" }, { ...reply, callId: "s0c0" });
  expect(second.call).toEqual(first.call);
  await run("create_task", { title: "Milk", tags: [], due: "today" }, { ...reply, callId: "s0c1" });
  expect(await db.task.count({ where: { userId: user } })).toBe(2);
});

test("a name that was used for other arguments is refused with 422", async () => {
  const { attempt, run } = await makePerson();
  await run("create_task", { title: "Milk" }, { idempotencyKey: "key" });
  const other = await attempt("create_task", { title: "Bread" }, { idempotencyKey: "key" });
  expect(other).toMatchObject({ status: "ERROR", call: null, error: { code: "conflict", details: { status: 422 } } });
});

test("a call that failed fails the same way when it is made again", async () => {
  const { attempt } = await makePerson();
  const first = await attempt("delete_task", { numbers: [99] }, { idempotencyKey: "key" });
  const second = await attempt("delete_task", { numbers: [99] }, { idempotencyKey: "key" });
  expect(first).toMatchObject({ status: "ERROR", error: { code: "not_found", message: "There is no task #99." } });
  expect(second).toMatchObject({ status: "ERROR", error: { code: "not_found", message: "There is no task #99." } });
  expect(callOf(second).id).toBe(callOf(first).id);
});

test("arguments that don't fit are on the record as they came, and change nothing", async () => {
  const { user, attempt } = await makePerson();
  const unknown = await attempt("create_task", { title: "Milk", userId: "someone" });
  expect(sentence(unknown)).toBe('The field "userId" is not known here.');
  expect(callOf(unknown)).toMatchObject({
    status: "ERROR",
    parameters: { raw: '{"title":"Milk","userId":"someone"}' },
    error: 'The field "userId" is not known here.',
  });
  const broken = await attempt("create_task", '{"title": "half\0');
  expect(callOf(broken).parameters).toEqual({ raw: '{"title": "half\uFFFD' });
  expect(await db.task.count({ where: { userId: user } })).toBe(0);
});

test("a tool that isn't there is not found, and not on the record", async () => {
  const { user, attempt } = await makePerson();
  expect(await attempt("launch_rocket", {})).toMatchObject({
    status: "ERROR",
    call: null,
    error: { code: "not_found" },
  });
  expect(await attempt("constructor", {})).toMatchObject({ status: "ERROR", call: null });
  expect(await db.toolCallLog.count({ where: { userId: user } })).toBe(0);
});

test("one missing number and nothing is changed", async () => {
  const { user, attempt, add } = await makePerson();
  await add("A", "B");
  const result = await attempt("delete_task", { numbers: [1, 2, 99, 98] });
  expect(sentence(result)).toBe("There are no tasks #98 and #99.");
  expect(callOf(result)).toMatchObject({ status: "ERROR", changes: [], error: "There are no tasks #98 and #99." });
  expect(await db.task.count({ where: { userId: user, deletedAt: null } })).toBe(2);
});

test("a reply that continues another returns what that one did, once for each call", async () => {
  const { user, run, startReply } = await makePerson();
  const [first, second] = [await startReply(), await startReply()];
  await run("create_task", { title: "Milk" }, { ...first, callId: "s0c0" });
  await run("create_task", { title: "Milk" }, { ...first, callId: "s0c1" });
  const going = { ...second, continues: [first.messageId] };
  const results = [];
  for (const callId of ["s0c0", "s0c1", "s0c2"])
    results.push(await run("create_task", { title: "Milk" }, { ...going, callId }));
  expect(results.map(({ output }) => output.task.number)).toEqual([1, 2, 3]);
  expect(results.map(({ call }) => call.changes.length)).toEqual([0, 0, 1]);
  expect(await db.task.count({ where: { userId: user } })).toBe(3);
});

test("what was undone is done again by a reply that repeats it", async () => {
  const { run, startReply } = await makePerson();
  const [first, second] = [await startReply(), await startReply()];
  await run("create_task", { title: "Milk" }, { ...first, callId: "s0c0" });
  await run("undo_change", {});
  const again = await run(
    "create_task",
    { title: "Milk" },
    { ...second, callId: "s0c0", continues: [first.messageId] },
  );
  expect(again.output.task.number).toBe(2);
});

test("listeners hear of the tasks and of the call", async () => {
  const { user, run } = await makePerson();
  const heard: LiveEvent[] = [];
  const stop = subscribe(user, (event) => event.type !== "reconnected" && heard.push(event));
  const { call } = await run("create_task", { title: "Milk" });
  stop();
  expect(heard).toEqual([
    { type: "tasks", numbers: [1], seq: 1 },
    { type: "activity", callId: call.id, messageId: null },
  ]);
});

test("a call whose process died is told to be interrupted; one that has just begun is left alone", async () => {
  const { user } = await makePerson();
  const parameters = { title: "Milk" };
  const running = { userId: user, source: "UI", toolName: "create_task", parameters, status: "EXECUTING" } as const;
  const [dead, alive] = [
    await db.toolCallLog.create({ data: running }),
    await db.toolCallLog.create({ data: running }),
  ];
  const startedAt = new Date(Date.now() - 21_000);
  await unsafeWithoutTriggers("ToolCallLog", (tx) =>
    tx.toolCallLog.update({ where: { userId_id: { userId: user, id: dead.id } }, data: { startedAt } }),
  );
  expect((await sweepCalls()).map(({ call }) => call.id)).toEqual([dead.id]);
  expect(await activityOf(user).get(dead.id)).toMatchObject({ status: "ERROR", error: "interrupted" });
  expect(await activityOf(user).get(alive.id)).toMatchObject({ status: "EXECUTING" });
});

test("calls take few statements, however many tasks they name", async () => {
  const { run, add } = await makePerson();
  const numbers = await add(...Array.from({ length: 30 }, (_, index) => `Task ${index}`));
  await run("update_task", { numbers, patch: { due: "today", recurrence: "FREQ=DAILY" } });
  const query = vi.spyOn(pg.Client.prototype, "query");
  const statements = async (work: () => Promise<unknown>) => {
    query.mockClear();
    await work();
    // Telling other instances is no part of the call, and waits for nobody.
    return query.mock.calls.map(([query]) => textOf(query)).filter((text) => !text.includes("pg_notify")).length;
  };
  expect(await statements(() => run("create_task", { title: "Milk" }))).toBe(6);
  expect(await statements(() => run("list_tasks", {}))).toBe(3);
  expect(await statements(() => run("update_task", { numbers, patch: { priority: "high" } }))).toBe(6);
  expect(await statements(() => run("set_task_complete", { numbers, completed: true }))).toBe(8);
  expect(await statements(() => run("delete_task", { numbers }))).toBe(6);
  expect(await statements(() => run("undo_change", {}))).toBeLessThanOrEqual(10);
  query.mockRestore();
});

const textOf = (query: unknown) =>
  typeof query === "object" && query !== null && "text" in query ? String(query.text) : String(query);

test("approval is not asked for what is small", async () => {
  const { run, add, startReply } = await makePerson();
  const reply = await startReply();
  const numbers = await add("A", "B", "C");
  const { output } = await run("delete_task", { numbers }, { ...reply, callId: "s0c0", approval: limits });
  expect(output.tasks).toHaveLength(3);
});
