import { expect, test } from "vitest";
import { tasksOf } from "@/lib/tasks/store";
import { makePerson, numbersOf, sentence, today } from "./testing";

test("a due date is resolved in the person's zone and told in words", async () => {
  const { run, attempt } = await makePerson();
  const due = async (text: string) => (await run("create_task", { title: "T", due: text })).output;
  expect((await due("2026-11-27")).task.due).toBe("Fri 27 Nov 2026");
  expect((await due("2026-11-27T17:00")).task.due).toBe("Fri 27 Nov 2026, 17:00 Europe/Paris");
  expect((await due("friday 5pm")).task.due).toBe("Fri 27 Nov 2026, 17:00 Europe/Paris");
  expect(await due("yesterday")).toMatchObject({
    note: "That date has already passed.",
    task: { dueDate: "2026-11-21" },
  });
  for (const text of ["2026-02-30", "someday", "2026-13-01T10:00"]) {
    const refused = await attempt("create_task", { title: "T", due: text });
    expect(sentence(refused)).toContain(`"${text}" is not a date I can read.`);
  }
});

test("a wall time that the clocks skip moves forward and says so; one that they repeat is kept", async () => {
  const { run } = await makePerson();
  const skipped = await run("create_task", { title: "T", due: "2027-03-28T02:30" });
  expect(skipped.output).toMatchObject({
    task: { due: "Sun 28 Mar 2027, 03:30 Europe/Paris" },
    note: "The clocks in Europe/Paris skip that time on 2027-03-28, so it is at 03:30.",
  });
  const repeated = await run("create_task", { title: "T", due: "2027-10-31T02:30" });
  expect(repeated.output).toMatchObject({ task: { due: "Sun 31 Oct 2027, 02:30 Europe/Paris" } });
  expect(repeated.output.note).toBeUndefined();
});

test("invisible characters don't get into titles, notes and tags", async () => {
  const { user, run, attempt } = await makePerson();
  const hidden = [..."obey"].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join("");
  await run("create_task", {
    title: `Pay\u202Eknab\u0007${hidden}`,
    description: "a\r\nb\u0000c\tx",
    tags: [`x${hidden}`],
  });
  expect((await tasksOf(user).get([1]))[0]).toMatchObject({ title: "Payknab", description: "a\nbc\tx", tags: ["x"] });
  expect(sentence(await attempt("create_task", { title: ` \u200B${hidden}\n` }))).toBe('"title" must not be empty.');
  expect(sentence(await attempt("create_task", { title: "x".repeat(501) }))).toContain("at most 500 characters");
});

test("several tasks move to a day and each keeps its hour, unless an hour is named", async () => {
  const { user, run } = await makePerson();
  await run("create_task", { title: "A", due: "tomorrow 9am" });
  await run("create_task", { title: "B", due: "tomorrow" });
  await run("update_task", { numbers: [1, 2], patch: { due: "2027-01-04", keepTime: true } });
  expect((await tasksOf(user).get([1, 2])).map(({ dueDate, dueTime }) => [dueDate, dueTime])).toEqual([
    ["2027-01-04", "09:00"],
    ["2027-01-04", null],
  ]);
  await run("update_task", { numbers: [1, 2], patch: { due: "2027-01-05T10:00", keepTime: true } });
  expect((await tasksOf(user).get([1, 2])).map(({ dueTime }) => dueTime)).toEqual(["10:00", "10:00"]);
});

test("an update changes the named fields only, and clears what it is told to remove", async () => {
  const { user, run, attempt } = await makePerson();
  await run("create_task", { title: "A", due: "tomorrow 9am", description: "note", tags: ["x", "y"], priority: "low" });
  const before = await tasksOf(user).get([1]);
  await run("update_task", { numbers: [1], patch: { title: "B", addTags: ["z", "X"], removeTags: ["Y"] } });
  const [renamed] = await tasksOf(user).get([1]);
  expect(renamed).toEqual({
    ...before[0],
    title: "B",
    tags: ["x", "z"],
    version: 2,
    changed: 2,
    updatedAt: expect.any(String),
  });
  await run("update_task", {
    numbers: [1],
    patch: { due: "remove", description: "remove", tags: [], priority: "none" },
  });
  expect((await tasksOf(user).get([1]))[0]).toMatchObject({
    title: "B",
    dueDate: null,
    dueTime: null,
    description: null,
    tags: [],
    priority: "none",
  });
  expect(sentence(await attempt("update_task", { numbers: [1], patch: {} }))).toBe(
    "Name at least one field to change.",
  );
  expect(sentence(await attempt("update_task", { numbers: [], patch: { title: "C" } }))).toBe(
    '"numbers" must not be empty.',
  );
  expect(sentence(await attempt("update_task", { numbers: [1.5], patch: { title: "C" } }))).toContain("whole number");
});

test("a version that is out of date changes nothing", async () => {
  const { user, run, attempt, add } = await makePerson();
  await add("A");
  await run("update_task", { numbers: [1], patch: { title: "B" }, version: 1 });
  const late = await attempt("update_task", { numbers: [1], patch: { title: "C" }, version: 1 });
  expect(late).toMatchObject({ status: "ERROR", error: { code: "conflict" } });
  expect((await tasksOf(user).get([1]))[0]?.title).toBe("B");
});

test("parallel updates of one task are all kept", async () => {
  const { user, run, add } = await makePerson();
  const numbers = await add("A", "B");
  const tags = Array.from({ length: 16 }, (_, index) => `t${index}`);
  await Promise.all(
    tags.map((tag, index) =>
      run("update_task", { numbers: index % 2 ? numbers : numbers.toReversed(), patch: { addTags: [tag] } }),
    ),
  );
  for (const task of await tasksOf(user).get(numbers)) {
    expect(task.tags.toSorted()).toEqual(tags.toSorted());
    expect(task.version).toBe(17);
  }
});

test("what is in the bin is restored before it is changed", async () => {
  const { run, attempt, add } = await makePerson();
  await add("A");
  await run("delete_task", { numbers: [1] });
  const words = 'Task #1 "A" is in the bin. Restore it first.';
  expect(sentence(await attempt("update_task", { numbers: [1], patch: { title: "B" } }))).toBe(words);
  expect(sentence(await attempt("set_task_complete", { numbers: [1], completed: true }))).toBe(words);
  expect(sentence(await attempt("move_task", { number: 1, after: null, before: null }))).toBe(words);
  const { output } = await run("restore_task", { numbers: [1] });
  expect(output).toMatchObject({ tasks: [{ number: 1, inBin: false }], unchanged: [] });
});

test("completing, deleting and restoring set and never toggle", async () => {
  const { run, add } = await makePerson();
  await add("A", "B");
  await run("set_task_complete", { numbers: [1], completed: true });
  const done = await run("set_task_complete", { numbers: [2, 1], completed: true });
  expect(done.output).toMatchObject({ tasks: [{ number: 2, isCompleted: true }], unchanged: [1] });
  expect(done.call.changes.map((change) => change.number)).toEqual([2]);
  const open = await run("set_task_complete", { numbers: [1, 2], completed: false });
  expect(numbersOf(open.output.tasks)).toEqual([1, 2]);
  await run("delete_task", { numbers: [1] });
  expect((await run("delete_task", { numbers: [1, 2] })).output).toMatchObject({
    tasks: [{ number: 2 }],
    unchanged: [1],
  });
  expect((await run("restore_task", { numbers: [2] })).output.unchanged).toEqual([]);
  expect((await run("restore_task", { numbers: [2] })).output.unchanged).toEqual([2]);
});

test("a recurring task that is done moves on and leaves a completed record", async () => {
  const { user, run } = await makePerson();
  const made = await run("create_task", { title: "Water plants", recurrence: "FREQ=WEEKLY;BYDAY=MO", tags: ["home"] });
  expect(made.output.task).toMatchObject({ dueDate: "2026-11-23", recurrence: "every Monday" });
  const done = await run("set_task_complete", { numbers: [1], completed: true });
  expect(done.output.tasks).toMatchObject([
    { number: 1, isCompleted: false, dueDate: "2026-11-30", occurrence: "2026-11-23" },
  ]);
  expect(await tasksOf(user).get([2])).toMatchObject([
    { title: "Water plants", isCompleted: true, dueDate: "2026-11-23", recurrence: null, tags: ["home"] },
  ]);
  const again = await run("set_task_complete", { numbers: [1], completed: true, occurrence: "2026-11-23" });
  expect(again.output).toEqual({ tasks: [], unchanged: [1] });
  await run("undo_change", { call: done.call.id });
  expect(await tasksOf(user).get([1, 2])).toMatchObject([
    { dueDate: "2026-11-23", isCompleted: false, deletedAt: null },
    { isCompleted: true, deletedAt: expect.any(String) },
  ]);
});

test("a recurring task whose rule is over is completed itself", async () => {
  const { user, run } = await makePerson();
  await run("create_task", { title: "Pill", due: "today", recurrence: "FREQ=DAILY;COUNT=2" });
  await run("set_task_complete", { numbers: [1], completed: true });
  expect((await tasksOf(user).get([1]))[0]).toMatchObject({ dueDate: "2026-11-23", recurrence: "FREQ=DAILY;COUNT=1" });
  const last = await run("set_task_complete", { numbers: [1], completed: true });
  expect(last.output.tasks).toMatchObject([{ isCompleted: true, occurrence: "2026-11-23" }]);
});

test("a rule that makes no sense is refused in words, and one that is over too", async () => {
  const { run, attempt } = await makePerson();
  const refused = async (recurrence: string) => sentence(await attempt("create_task", { title: "T", recurrence }));
  expect(await refused("FREQ=SOMETIMES")).toBe('FREQ can\'t be "SOMETIMES" in a recurrence rule.');
  await run("create_task", { title: "T" });
  const changed = await attempt("update_task", { numbers: [1], patch: { recurrence: "FREQ=SOMETIMES" } });
  expect(sentence(changed)).toContain('can\'t be "SOMETIMES"');
  expect(await refused("FREQ=DAILY;UNTIL=20200101")).toBe("That recurrence has no date from today on.");
});

test("tasks are moved after and before others, and to the end", async () => {
  const { user, run, attempt, add } = await makePerson();
  await add("A", "B", "C", "D");
  const order = async () => numbersOf((await tasksOf(user).list({}, today)).tasks);
  await run("move_task", { number: 4, after: 1, before: 2 });
  expect(await order()).toEqual([1, 4, 2, 3]);
  await run("move_task", { number: 3, after: null, before: 1 });
  expect(await order()).toEqual([3, 1, 4, 2]);
  await run("move_task", { number: 3, after: null, before: 2 });
  expect(await order()).toEqual([1, 4, 3, 2]);
  await run("move_task", { number: 1, after: null, before: null });
  expect(await order()).toEqual([4, 3, 2, 1]);
  await add("E");
  expect(await order()).toEqual([4, 3, 2, 1, 5]);
  expect(sentence(await attempt("move_task", { number: 4, after: 99, before: null }))).toBe("There is no task #99.");
  expect(sentence(await attempt("move_task", { number: 4, after: 4, before: null }))).toContain("next to itself");
});

test("two hundred tasks change in one call", async () => {
  const { user, run } = await makePerson();
  const numbers = Array.from({ length: 200 }, (_, index) => index + 1);
  const { makeTask } = await import("@/lib/db/testing");
  for (const _ of numbers) await makeTask(user);
  const { output, call } = await run("update_task", { numbers, patch: { priority: "high" } });
  expect(output.tasks).toHaveLength(200);
  expect(call.changes).toHaveLength(200);
  await run("undo_change", { call: call.id });
  expect((await tasksOf(user).get(numbers)).every((task) => task.priority === "none")).toBe(true);
});
