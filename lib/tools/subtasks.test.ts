import { expect, test } from "vitest";
import { problem } from "@/lib/http";
import { tasksOf } from "@/lib/tasks/store";
import { callOf, makePerson, numbersOf, sentence } from "./testing";

/** #1 with the parts #2 and #3, and #4 by itself. */
async function makeFamily() {
  const person = await makePerson();
  await person.add("Move house");
  await person.run("create_task", { title: "Pack", parent: 1, due: "tomorrow" });
  await person.run("create_task", { title: "Call the bank", parent: 1 });
  await person.add("Buy milk");
  const now = (...numbers: number[]) => tasksOf(person.user).get(numbers);
  return { ...person, now };
}

test("a task becomes a part of another one, and by itself again; one level deep, and of no foreign task", async () => {
  const { run, attempt, now } = await makeFamily();
  await run("update_task", { numbers: [4], patch: { parent: 1 } });
  expect((await now(4))[0]?.parent).toBe(1);
  const deep = "Subtasks are one level deep: a subtask can't have subtasks.";
  expect(sentence(await attempt("create_task", { title: "Too deep", parent: 2 }))).toBe(deep);
  await run("update_task", { numbers: [4], patch: { parent: null } });
  expect(sentence(await attempt("update_task", { numbers: [1], patch: { parent: 4 } }))).toBe(deep);
  expect(sentence(await attempt("update_task", { numbers: [4], patch: { parent: 4 } }))).toContain("itself");
  expect(sentence(await attempt("update_task", { numbers: [4], patch: { parent: 99 } }))).toBe("There is no task #99.");
  const stranger = await makePerson();
  expect(sentence(await stranger.attempt("create_task", { title: "Mine", parent: 1 }))).toBe("There is no task #1.");
  await run("delete_task", { numbers: [4] });
  expect(sentence(await attempt("update_task", { numbers: [3], patch: { parent: 4 } }))).toContain("is in the bin");
});

test("reminders are stored in order, each once; more than five, or too early ones, are refused", async () => {
  const { run, attempt, now } = await makeFamily();
  await run("update_task", { numbers: [2], patch: { reminders: [30, 0, 30] } });
  expect((await now(2))[0]?.reminders).toEqual([0, 30]);
  expect((await attempt("update_task", { numbers: [2], patch: { reminders: [40_321] } })).status).toBe("ERROR");
  expect((await attempt("update_task", { numbers: [2], patch: { reminders: [1, 2, 3, 4, 5, 6] } })).status).toBe(
    "ERROR",
  );
  const { call } = await run("update_task", { numbers: [2], patch: { reminders: [] } });
  await run("undo_change", { call: call.id });
  expect((await now(2))[0]?.reminders).toEqual([0, 30]);
});

test("completing a task with open subtasks asks about them first", async () => {
  const { attempt, run, now } = await makeFamily();
  const asked = await attempt("set_task_complete", { numbers: [1], completed: true });
  expect(sentence(asked)).toBe(
    '#1 "Move house" has 2 open subtasks: #2 "Pack" and #3 "Call the bank". Nothing was changed: say whether to complete them too, or to leave them open.',
  );
  expect("error" in asked && asked.error.details).toEqual({
    reason: "has_subtasks",
    subtasks: [
      { number: 2, title: "Pack", parent: 1 },
      { number: 3, title: "Call the bank", parent: 1 },
    ],
  });
  expect((await now(1))[0]?.isCompleted).toBe(false);
  const { call, output } = await run("set_task_complete", { numbers: [1], completed: true, subtasks: "complete" });
  expect(numbersOf(output.tasks)).toEqual([1]);
  expect(numbersOf(output.subtasks ?? [])).toEqual([2, 3]);
  await run("undo_change", { call: call.id });
  expect((await now(1, 2, 3)).map(({ isCompleted }) => isCompleted)).toEqual([false, false, false]);
  await run("set_task_complete", { numbers: [1], completed: true, subtasks: "leave" });
  expect((await now(1, 2, 3)).map(({ isCompleted }) => isCompleted)).toEqual([true, false, false]);
});

test("subtasks that are named too, or done already, need no question", async () => {
  const { run, now } = await makeFamily();
  await run("set_task_complete", { numbers: [2], completed: true });
  await run("set_task_complete", { numbers: [1, 3], completed: true });
  expect((await now(1, 2, 3)).every(({ isCompleted }) => isCompleted)).toBe(true);
});

test("a recurring task begins anew with its subtasks: what was done is open again, its date as far ahead", async () => {
  const { run, now } = await makeFamily();
  await run("update_task", { numbers: [1], patch: { due: "2026-11-22", recurrence: "FREQ=WEEKLY" } });
  await run("set_task_complete", { numbers: [2], completed: true });
  const { call, output } = await run("set_task_complete", { numbers: [1], completed: true });
  expect(output.tasks).toMatchObject([{ number: 1, dueDate: "2026-11-29", occurrence: "2026-11-22" }]);
  expect(output.subtasks).toMatchObject([{ number: 2, isCompleted: false, dueDate: "2026-11-30" }]);
  expect((await now(3))[0]).toMatchObject({ isCompleted: false, version: 1 });
  await run("undo_change", { call: call.id });
  expect((await now(2))[0]).toMatchObject({ isCompleted: true, dueDate: "2026-11-23" });
});

test("open subtasks go into the bin with their task and come back with it; what was there before stays", async () => {
  const { run, now } = await makeFamily();
  await run("create_task", { title: "Measure", parent: 1 });
  await run("delete_task", { numbers: [5] });
  await run("set_task_complete", { numbers: [3], completed: true });
  const { call, output } = await run("delete_task", { numbers: [1] });
  expect(numbersOf(output.subtasks ?? [])).toEqual([2]);
  expect(call.changes).toHaveLength(2);
  const inBin = async () => (await now(1, 2, 3, 5)).map(({ deletedAt }) => deletedAt !== null);
  expect(await inBin()).toEqual([true, true, false, true]);
  await run("undo_change", { call: call.id });
  expect(await inBin()).toEqual([false, false, false, true]);
  await run("delete_task", { numbers: [1] });
  expect(numbersOf((await run("restore_task", { numbers: [1] })).output.subtasks ?? [])).toEqual([2]);
  expect(await inBin()).toEqual([false, false, false, true]);
});

test("what a model takes along counts for approval", async () => {
  const { attempt, startReply } = await makeFamily();
  const approval = { delete: 1, change: 1 } as const;
  const caller = { ...(await startReply()), approval };
  expect((await attempt("delete_task", { numbers: [1] }, caller)).status).toBe("PENDING");
  const complete = { numbers: [1], completed: true, subtasks: "complete" };
  expect(await attempt("set_task_complete", complete, { ...(await startReply()), approval })).toMatchObject({
    status: "PENDING",
    summary: "Shall I mark 3 tasks as done: “Move house”, “Pack”, and “Call the bank”?",
  });
});

test("a stale write is told how the tasks are now", async () => {
  const { run, attempt } = await makeFamily();
  await run("update_task", { numbers: [4], patch: { title: "Buy oat milk" } });
  const late = await attempt("update_task", { numbers: [4], patch: { title: "Buy soy milk" }, version: 1 });
  expect(callOf(late).status).toBe("ERROR");
  const answer = problem("error" in late ? late.error : null);
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({
    code: "conflict",
    tasks: [{ number: 4, title: "Buy oat milk", version: 2 }],
  });
});

test("a change that is older than subtasks can be undone", async () => {
  const { run, user, now } = await makeFamily();
  const { call } = await run("create_task", { title: "Old" });
  const [change] = call.changes;
  const { parent: _, reminders: __, changed: ___, ...old } = change?.after ?? (await now(1))[0] ?? {};
  await tasksOf(user).reverse([{ ...change, after: old } as NonNullable<typeof change>]);
  expect((await now(5))[0]?.deletedAt).not.toBeNull();
});
