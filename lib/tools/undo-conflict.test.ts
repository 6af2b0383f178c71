import { expect, test } from "vitest";
import { activityOf } from "@/lib/activity/store";
import { db } from "@/lib/db/client";
import { tasksOf } from "@/lib/tasks/store";
import { makePerson, sentence } from "./testing";

/** Two tasks made low and tagged; then one of them got another priority and a title. */
async function makeConflict() {
  const person = await makePerson();
  await person.add("A", "B");
  const { call } = await person.run("update_task", { numbers: [1, 2], patch: { priority: "low", tags: ["x"] } });
  await person.run("update_task", { numbers: [2], patch: { priority: "high", title: "C" } });
  const tasks = () => tasksOf(person.user).get([1, 2]);
  return { ...person, id: call.id, tasks };
}

test("a refusal names every field that stands in the way: what was made of it, what it is, what it would be", async () => {
  const { attempt, id, tasks } = await makeConflict();
  const refused = await attempt("undo_change", { call: id });
  expect(sentence(refused)).toBe('Task #2 "C" can\'t be undone: its priority is now high.');
  const conflict = { number: 2, title: "C", field: "priority", expected: "low", now: "high", restores: "none" };
  expect(refused).toMatchObject({ error: { details: { conflicts: [conflict], others: 2 } } });
  expect(await tasks()).toMatchObject([{ priority: "low" }, { priority: "high", tags: ["x"] }]);
});

test("the rest is undone without what was changed since, and that can be undone", async () => {
  const { user, run, id, tasks } = await makeConflict();
  const { call } = await run("undo_change", { call: id, onConflict: "skip" });
  expect(await tasks()).toMatchObject([
    { priority: "none", tags: [] },
    { priority: "high", title: "C", tags: [] },
  ]);
  expect((await activityOf(user).get(id))?.undoneById).toBe(call.id);
  await run("undo_change", { call: call.id });
  expect(await tasks()).toMatchObject([
    { priority: "low", tags: ["x"] },
    { priority: "high", title: "C", tags: ["x"] },
  ]);
});

test("undone anyway, the newer value goes too, and comes back when that is undone", async () => {
  const { run, id, tasks } = await makeConflict();
  const { call } = await run("undo_change", { call: id, onConflict: "overwrite" });
  expect(await tasks()).toMatchObject([{ priority: "none" }, { priority: "none", title: "C" }]);
  await run("undo_change", { call: call.id });
  expect(await tasks()).toMatchObject([{ priority: "low" }, { priority: "high", title: "C" }]);
});

test("over a whole reply a field is named once, with what it was before all of it", async () => {
  const { user, run, attempt, add, startReply } = await makePerson();
  await add("Old");
  const reply = await startReply();
  await run("update_task", { numbers: [1], patch: { title: "One" } }, { ...reply, callId: "s0c0" });
  await run("update_task", { numbers: [1], patch: { title: "Two", due: "2026-12-01" } }, { ...reply, callId: "s0c1" });
  await run("update_task", { numbers: [1], patch: { title: "Three" } });
  const conflicts = [{ number: 1, title: "Three", field: "title", expected: "Two", now: "Three", restores: "Old" }];
  expect(await attempt("undo_change", { reply: reply.messageId })).toMatchObject({ error: { details: { conflicts } } });
  await run("undo_change", { reply: reply.messageId, onConflict: "skip" });
  expect(await tasksOf(user).get([1])).toMatchObject([{ title: "Three", dueDate: null }]);
});

test("a new task that was changed since stays when it is skipped, and goes to the bin anyway", async () => {
  const { user, run, attempt } = await makePerson();
  const made = await run("create_task", { title: "A" });
  await run("update_task", { numbers: [1], patch: { title: "B", priority: "high" } });
  const refused = await attempt("undo_change", { call: made.call.id });
  expect(sentence(refused)).toBe(
    'Task #1 "B" can\'t be undone: its title is now "B", and 1 more thing was changed since.',
  );
  const toBin = { now: "B", expected: "A", restores: null, toBin: true };
  expect(refused).toMatchObject({ error: { details: { conflicts: [toBin, { field: "priority" }], others: 0 } } });
  const skipped = await attempt("undo_change", { call: made.call.id, onConflict: "skip" });
  expect(sentence(skipped)).toBe("All of it was changed again since, so there is nothing else to undo.");
  await run("undo_change", { call: made.call.id, onConflict: "overwrite" });
  expect((await tasksOf(user).get([1]))[0]).toMatchObject({ title: "B", deletedAt: expect.any(String) });
});

test("a task that is gone for good is named, left out, or made again", async () => {
  const { user, run, attempt, add } = await makePerson();
  await add("A", "B");
  const { call } = await run("update_task", { numbers: [1, 2], patch: { priority: "low" } });
  await db.task.deleteMany({ where: { userId: user, number: 1 } });
  expect(await attempt("undo_change", { call: call.id })).toMatchObject({
    error: { details: { conflicts: [{ number: 1, title: "A", field: "gone" }], others: 1 } },
  });
  const skipped = await run("undo_change", { call: call.id, onConflict: "skip" });
  expect(await tasksOf(user).known([1, 2])).toMatchObject([{ number: 2, priority: "none" }]);
  await run("undo_change", { call: skipped.call.id });
  await run("undo_change", { call: call.id, onConflict: "overwrite" });
  expect(await tasksOf(user).get([1, 2])).toMatchObject([
    { title: "A", priority: "none" },
    { title: "B", priority: "none" },
  ]);
});
