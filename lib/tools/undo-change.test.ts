import { expect, test } from "vitest";
import { activityOf } from "@/lib/activity/store";
import { db } from "@/lib/db/client";
import { tasksOf } from "@/lib/tasks/store";
import { makePerson, numbersOf, sentence } from "./testing";

test("undo takes back the changed fields only, and is itself on the record", async () => {
  const { user, run, add } = await makePerson();
  await add("A");
  const renamed = await run("update_task", { numbers: [1], patch: { title: "B" } });
  await run("update_task", { numbers: [1], patch: { priority: "high" } });
  const { output, call } = await run("undo_change", { call: renamed.call.id });
  expect(output).toMatchObject({
    undone: [{ call: renamed.call.id, toolName: "update_task" }],
    tasks: [{ number: 1, title: "A", priority: "high" }],
  });
  expect(call.changes).toMatchObject([{ before: { title: "B" }, after: { title: "A", priority: "high" } }]);
  expect((await activityOf(user).get(renamed.call.id))?.undoneById).toBe(call.id);
});

test("undo refuses when a changed field was changed again, naming the task and why", async () => {
  const { user, run, attempt, add } = await makePerson();
  await add("A", "B");
  const first = await run("update_task", { numbers: [1, 2], patch: { priority: "low" } });
  await run("update_task", { numbers: [2], patch: { priority: "high" } });
  const refused = await attempt("undo_change", { call: first.call.id });
  expect(sentence(refused)).toBe('Task #2 "B" can\'t be undone: its priority is now high.');
  expect(refused).toMatchObject({ status: "ERROR", error: { code: "conflict" } });
  expect((await tasksOf(user).get([1]))[0]?.priority).toBe("low");
  expect((await activityOf(user).get(first.call.id))?.undoneById).toBeNull();
});

test("a call is undone once, however many ask at the same moment", async () => {
  const { run, attempt, add } = await makePerson();
  await add("A");
  const { call } = await run("delete_task", { numbers: [1] });
  const results = await Promise.all(Array.from({ length: 8 }, () => attempt("undo_change", { call: call.id })));
  expect(results.filter((result) => result.status === "SUCCESS")).toHaveLength(1);
  const refusals = results.filter((result) => result.status !== "SUCCESS").map(sentence);
  expect(new Set(refusals)).toEqual(new Set(["That is undone already."]));
});

test("undo said twice takes back two changes", async () => {
  const { user, run, attempt, add } = await makePerson();
  await add("A");
  await run("update_task", { numbers: [1], patch: { title: "B" } });
  await run("update_task", { numbers: [1], patch: { title: "C" } });
  await run("undo_change", {});
  await run("undo_change", {});
  expect((await tasksOf(user).get([1]))[0]).toMatchObject({ title: "A", deletedAt: null });
  await run("undo_change", {});
  expect((await tasksOf(user).get([1]))[0]?.deletedAt).not.toBeNull();
  expect(sentence(await attempt("undo_change", {}))).toBe("There is nothing left to undo.");
});

test("an undo can be undone, and then the change can be undone again", async () => {
  const { user, run, add } = await makePerson();
  await add("A");
  const title = async () => (await tasksOf(user).get([1]))[0]?.title;
  const undoneBy = async (id: string) => (await activityOf(user).get(id))?.undoneById ?? null;
  const change = await run("update_task", { numbers: [1], patch: { title: "B" } });
  const undo = await run("undo_change", { call: change.call.id });
  const redo = await run("undo_change", { call: undo.call.id });
  expect(await title()).toBe("B");
  expect([await undoneBy(change.call.id), await undoneBy(undo.call.id)]).toEqual([null, redo.call.id]);
  await run("undo_change", { call: redo.call.id });
  expect(await title()).toBe("A");
  expect([await undoneBy(change.call.id), await undoneBy(undo.call.id)]).toEqual([undo.call.id, null]);
  await run("undo_change", { call: undo.call.id });
  await run("undo_change", {});
  expect(await title()).toBe("A");
});

test("a task that was made and changed since stays, and says why", async () => {
  const { run, attempt, add } = await makePerson();
  const made = await run("create_task", { title: "A" });
  await run("set_task_complete", { numbers: [1], completed: true });
  const refused = await attempt("undo_change", { call: made.call.id });
  expect(sentence(refused)).toBe('Task #1 "A" can\'t be undone: it was completed since.');
  await add("B");
  await run("delete_task", { numbers: [2] });
});

test("a whole reply is undone, the newest first, or not at all", async () => {
  const { user, run, attempt, startReply, add } = await makePerson();
  await add("Old");
  const reply = await startReply();
  const during = (callId: string) => ({ ...reply, callId });
  await run("create_task", { title: "New" }, during("s0c0"));
  await run("update_task", { numbers: [1, 2], patch: { priority: "high" } }, during("s0c1"));
  await run("delete_task", { numbers: [1] }, during("s1c0"));
  await run("list_tasks", {}, during("s1c1"));
  const { output, call } = await run("undo_change", { reply: reply.messageId });
  expect(output.undone.map(({ toolName }) => toolName)).toEqual(["delete_task", "update_task", "create_task"]);
  expect(numbersOf(output.tasks).toSorted()).toEqual([1, 2]);
  expect(await tasksOf(user).get([1, 2])).toMatchObject([
    { priority: "none", deletedAt: null },
    { priority: "none", deletedAt: expect.any(String) },
  ]);
  const words = "That reply changed nothing that is left to undo.";
  expect(sentence(await attempt("undo_change", { reply: reply.messageId }))).toBe(words);
  await run("undo_change", { call: call.id });
  await run("update_task", { numbers: [2], patch: { priority: "low" } });
  expect(sentence(await attempt("undo_change", { reply: reply.messageId }))).toContain('Task #2 "New"');
  expect((await tasksOf(user).get([1]))[0]?.deletedAt).not.toBeNull();
});

test("a reply that undid one of its own changes goes back as a whole", async () => {
  const { user, run, startReply, add } = await makePerson();
  await add("A");
  const reply = await startReply();
  await run("create_task", { title: "Mistake" }, { ...reply, callId: "s0c0" });
  await run("undo_change", {}, { ...reply, callId: "s0c1" });
  await run("update_task", { numbers: [1], patch: { title: "B" } }, { ...reply, callId: "s0c2" });
  await run("undo_change", { reply: reply.messageId });
  expect(await tasksOf(user).get([1, 2])).toMatchObject([
    { title: "A", deletedAt: null },
    { title: "Mistake", deletedAt: expect.any(String) },
  ]);
});

test("a purged task comes back under its number", async () => {
  const { user, run, add } = await makePerson();
  await add("A", "B");
  const before = await tasksOf(user).get([1]);
  const { call } = await run("delete_task", { numbers: [1, 2] });
  await db.task.deleteMany({ where: { userId: user, number: 1 } });
  const { output } = await run("undo_change", { call: call.id });
  expect(numbersOf(output.tasks).toSorted()).toEqual([1, 2]);
  const [after] = await tasksOf(user).get([1]);
  expect(after).toMatchObject({
    id: before[0]?.id,
    number: 1,
    title: "A",
    position: before[0]?.position,
    deletedAt: null,
  });
  expect(after?.version).toBeGreaterThan(before[0]?.version ?? 0);
  expect(await add("C")).toEqual([3]);
});

test("a change of a task that is gone for good can't be undone", async () => {
  const { user, run, attempt, add } = await makePerson();
  await add("A");
  const { call } = await run("update_task", { numbers: [1], patch: { title: "B" } });
  await db.task.deleteMany({ where: { userId: user, number: 1 } });
  expect(sentence(await attempt("undo_change", { call: call.id }))).toBe(
    'Task #1 "B" can\'t be undone: it is gone for good.',
  );
});

test("when a task was completed comes back with the task", async () => {
  const { user, run, add } = await makePerson();
  await add("A");
  await run("set_task_complete", { numbers: [1], completed: true });
  const [done] = await tasksOf(user).get([1]);
  await run("set_task_complete", { numbers: [1], completed: false });
  await run("undo_change", {});
  expect((await tasksOf(user).get([1]))[0]?.completedAt).toBe(done?.completedAt);
});

test("what changed nothing, and what isn't there, can't be undone", async () => {
  const { run, attempt } = await makePerson();
  const { call } = await run("list_tasks", {});
  expect(sentence(await attempt("undo_change", { call: call.id }))).toContain("changed nothing");
  const missing = await attempt("undo_change", { call: crypto.randomUUID() });
  expect(missing).toMatchObject({ error: { code: "not_found", message: "There is no such call on the record." } });
  expect(await attempt("undo_change", { reply: crypto.randomUUID() })).toMatchObject({ error: { code: "not_found" } });
  const both = { call: crypto.randomUUID(), reply: crypto.randomUUID() };
  expect(sentence(await attempt("undo_change", both))).toBe("Name a call or a reply, not both.");
});
