import { expect, test } from "vitest";
import { addDays } from "@/lib/words/calendar";
import { wallOf } from "@/lib/words/zone";
import { makePerson, numbersOf, sentence, today } from "./testing";

test("lists page through each view, and say how many follow", async () => {
  const { run, add } = await makePerson();
  await add("A", "B", "C", "D", "E");
  await run("update_task", { numbers: [2, 4], patch: { due: "today" } });
  await run("set_task_complete", { numbers: [5], completed: true });
  const first = await run("list_tasks", { limit: 2 });
  expect(numbersOf(first.output.tasks)).toEqual([1, 2]);
  expect(first.output).toMatchObject({ total: 4, more: 2, nextCursor: expect.any(String) });
  await add("F");
  const cursor = first.output.nextCursor;
  const second = await run("list_tasks", { limit: 2, cursor });
  const third = await run("list_tasks", { limit: 2, cursor: second.output.nextCursor });
  expect(numbersOf([...second.output.tasks, ...third.output.tasks])).toEqual([3, 4, 6]);
  expect(third.output).toMatchObject({ total: 5, more: 0 });
  expect(third.output.nextCursor).toBeUndefined();
  expect(numbersOf((await run("list_tasks", { view: "today" })).output.tasks)).toEqual([2, 4]);
});

test("a cursor of another list, or no cursor at all, is refused", async () => {
  const { run, attempt, add } = await makePerson();
  await add("A", "B");
  const cursor = (await run("list_tasks", { limit: 1 })).output.nextCursor;
  const words = "That cursor doesn't belong to this list; start again from its first page.";
  expect(sentence(await attempt("list_tasks", { cursor, view: "inbox" }))).toBe(words);
  expect(sentence(await attempt("list_tasks", { cursor: "bm9wZQ" }))).toBe(words);
});

test("text finds words anywhere, and titles with typos after them", async () => {
  const { run, add } = await makePerson();
  await add("Book the dentist", "Call mum about the 100% cotton", "Buy milk", "Milk the cow", "Dentures");
  const found = async (text: string) => numbersOf((await run("list_tasks", { text })).output.tasks);
  expect(await found("milk")).toEqual([3, 4]);
  expect(await found("dentist book")).toEqual([1]);
  expect((await found("dentits"))[0]).toBe(1);
  expect((await found("by milk"))[0]).toBe(3);
  expect(await found("100%")).toEqual([2]);
  expect(await found("%")).toEqual([2]);
  expect(await found("submarine")).toEqual([]);
});

test("lists are narrowed by tag, priority and due range", async () => {
  const { run } = await makePerson();
  await run("create_task", { title: "A", tags: ["Home"], due: "tomorrow" });
  await run("create_task", { title: "B", tags: ["home"], due: "next month", priority: "high" });
  await run("create_task", { title: "C" });
  const list = async (input: object) => numbersOf((await run("list_tasks", input)).output.tasks);
  expect(await list({ tag: "#HOME" })).toEqual([1, 2]);
  expect(await list({ tag: "home", priority: "high" })).toEqual([2]);
  expect(await list({ dueFrom: "today", dueTo: "friday" })).toEqual([1]);
});

test("the overview counts views and names what is urgent and what was done", async () => {
  const { run, add } = await makePerson();
  await run("create_task", { title: "Late", due: "yesterday" });
  await run("create_task", { title: "This morning", due: "2026-11-22T09:00" });
  await run("create_task", { title: "Tonight", due: "2026-11-22T21:00" });
  await run("create_task", { title: "Later", due: "friday" });
  await run("create_task", { title: "Some day", priority: "high" });
  await add("Done", "Binned");
  await run("set_task_complete", { numbers: [6], completed: true });
  await run("delete_task", { numbers: [7] });
  const { output } = await run("get_overview", {});
  expect(output.today).toBe("Sun 22 Nov 2026");
  expect(output.counts).toEqual({ today: 2, overdue: 2, upcoming: 1, inbox: 1, all: 5, completed: 1, bin: 1 });
  expect(output.urgent.map((task) => task.title)).toEqual(["Late", "This morning", "Tonight", "Some day"]);
  expect(output.doneLately.map((task) => task.title)).toEqual(["Done"]);
});

test("the overview says why, and what is left this week", async () => {
  const { run } = await makePerson();
  await run("create_task", { title: "Late", due: "2026-11-19", priority: "high" });
  await run("create_task", { title: "This morning", due: "2026-11-22T09:00" });
  await run("create_task", { title: "Tonight", due: "2026-11-22T21:00" });
  await run("create_task", { title: "Some day", priority: "high" });
  await run("create_task", { title: "Pack", parent: 4, due: "tomorrow" });
  const why = (tasks: { number: number; reasons: string[] }[]) => tasks.map(({ number, reasons }) => [number, reasons]);
  const sunday = (await run("get_overview", {})).output;
  expect(why(sunday.urgent)).toEqual([
    [1, ["3 days late", "high priority"]],
    [2, ["late since 09:00 today"]],
    [3, ["due today at 21:00"]],
    [4, ["high priority", "1 subtask left to do"]],
  ]);
  // Their week ends today; one that begins on Sunday ends on Saturday.
  expect(sunday.thisWeek).toMatchObject({ until: "Sun 22 Nov 2026", total: 2, tasks: [{ number: 2 }, { number: 3 }] });
  const other = await run("get_overview", {}, { today: { ...today, weekStart: "sunday" } });
  expect(other.output.thisWeek).toMatchObject({ until: "Sat 28 Nov 2026", total: 3 });
});

test("what was completed is found by its day, and tasks by their numbers", async () => {
  const { run, add } = await makePerson();
  await add("A", "B", "C", "D");
  const done = await run("set_task_complete", { numbers: [2, 4], completed: true });
  // The tests' clock stands still; the database's tells when something was done.
  const at = new Date(done.output.tasks[0]?.completedAt ?? "");
  const day = wallOf(at, today.timeZone).date;
  const found = async (query: Record<string, unknown>) =>
    numbersOf((await run("list_tasks", { view: "completed", ...query })).output.tasks).toSorted();
  expect(await found({ doneFrom: day })).toEqual([2, 4]);
  expect(await found({ doneFrom: day, doneTo: day })).toEqual([2, 4]);
  expect(await found({ doneFrom: addDays(day, 1) })).toEqual([]);
  expect(await found({ doneTo: addDays(day, -1) })).toEqual([]);
  expect(await found({ numbers: [4, 1] })).toEqual([4]);
  expect(numbersOf((await run("list_tasks", { numbers: [3, 1, 99] })).output.tasks)).toEqual([1, 3]);
});
