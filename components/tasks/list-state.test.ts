import { expect, test } from "vitest";
import { task as anyTask } from "@/components/activity/testing";
import type { Task } from "@/lib/tasks/schema";
import { heard, type ListState, stateOf } from "./list-state";
import { siblingsOf } from "./parts";
import type { Query } from "./query";

const now = { today: "2026-11-23", time: "12:00" };
const inHand: Query = { view: "inbox", tag: null, sort: null, text: "" };
const everything: Query = { ...inHand, view: "all" };

const task = (number: number, more: Partial<Task> = {}): Task =>
  anyTask({
    id: `0196a000-0000-7000-8000-00000000000${number}`,
    number,
    title: `Task ${number}`,
    position: `a${number}V`,
    changed: number,
    ...more,
  });

const noCounts = { today: 0, upcoming: 0, overdue: 0, inbox: 0, all: 0, completed: 0, bin: 0 };
const listOf = (of: Query, tasks: Task[], nextCursor: string | null = null) =>
  stateOf({ tasks, counts: { ...noCounts, inbox: 3, all: 3 }, tags: [], total: tasks.length, nextCursor, seq: 3 }, of);
const three = [task(1), task(2), task(3)];
const numbers = ({ tasks }: ListState) => tasks.map(({ number }) => number);
const done = (before: Task | null, after: Task | null) => ({
  type: "done" as const,
  changes: [{ taskId: (after ?? before)?.id ?? "", number: (after ?? before)?.number ?? 0, before, after }],
  now,
});

test("what this tab did is patched in: list, counts, tags and how far it knows", () => {
  const state = heard(
    listOf(inHand, three),
    done(task(2), task(2, { isCompleted: true, completedAt: "2026-11-23T11:00:00.000Z", version: 2, changed: 4 })),
  );
  expect(numbers(state)).toEqual([1, 3]);
  expect(state).toMatchObject({ total: 2, seq: 4, counts: { inbox: 2, all: 2, completed: 1 } });
  const tagged = heard(state, done(task(1), task(1, { tags: ["home"], version: 2, changed: 5 })));
  expect(tagged.tags).toEqual([{ tag: "home", open: 1 }]);
});

test("what happened in between is not taken for known", () => {
  const state = heard(listOf(inHand, three), done(null, task(9, { changed: 6 })));
  expect(state.seq).toBe(3);
  expect(numbers(state)).toEqual([1, 2, 3, 9]);
});

test("a new task stands where it belongs, and not behind what was read so far", () => {
  const dated = [task(1, { dueDate: "2026-11-24" }), task(2, { dueDate: "2026-11-26" })];
  const due = (number: number, dueDate: string) => done(null, task(number, { dueDate }));
  expect(numbers(heard(listOf(everything, dated), due(3, "2026-11-25")))).toEqual([1, 3, 2]);
  expect(numbers(heard(listOf(everything, dated, "more"), due(3, "2026-11-28")))).toEqual([1, 2]);
});

test("while somebody points at the list others' changes are seen in place, and move only afterwards", () => {
  const news = [
    task(1, { title: "Renamed", position: "a9V", version: 2 }),
    task(2, { isCompleted: true, version: 2 }),
    task(4),
  ];
  const held = heard(listOf(inHand, three), { type: "told", page: { tasks: news, seq: 7 }, held: true, now });
  expect(numbers(held)).toEqual([1, 2, 3]);
  expect(held.tasks[0]?.title).toBe("Renamed");
  expect(held.tasks[1]?.isCompleted).toBe(true);
  expect(numbers(heard(held, { type: "freed", now }))).toEqual([3, 4, 1]);
});

test("an answer that comes late doesn't bring back what was", () => {
  const state = heard(listOf(inHand, [task(1, { title: "New", version: 3 })]), {
    type: "told",
    page: { tasks: [task(1, { title: "Old", version: 2 })] },
    held: false,
    now,
  });
  expect(state.tasks[0]?.title).toBe("New");
});

test("a task that didn't change stays the same object, so that its row isn't drawn again", () => {
  const state = listOf(inHand, three);
  const page = { ...state, tasks: [task(1), task(2, { title: "Other" }), task(3)] };
  const read = heard(state, { type: "read", page, of: inHand });
  expect(read.tasks[0]).toBe(three[0]);
  expect(read.tasks[1]).not.toBe(three[1]);
});

test("a task is moved after another, before another, or to the end", () => {
  const move = (number: number, after: number | null, before: number | null) =>
    numbers(heard(listOf(inHand, three), { type: "moved", number, after, before }));
  expect(move(1, 2, null)).toEqual([2, 1, 3]);
  expect(move(3, null, 1)).toEqual([3, 1, 2]);
  expect(move(1, null, null)).toEqual([2, 3, 1]);
});

test("a part that was done is counted at the task it belongs to, and seen where it is unfolded", () => {
  const parent = task(1, { subtasks: { open: 2, completed: 0 } } as Partial<Task>);
  const part = task(2, { parent: 1 });
  const unfolded = heard(listOf(inHand, [parent, part]), {
    type: "parts",
    of: 1,
    parts: [part, task(3, { parent: 1 })],
  });
  const state = heard(unfolded, done(part, { ...part, isCompleted: true, version: 2 }));
  expect(state.tasks[0]?.subtasks).toEqual({ open: 1, completed: 1 });
  expect(state.parts.get(1)?.map(({ isCompleted }) => isCompleted)).toEqual([true, false]);
});

test("of a search only what has every word is put in", () => {
  const search = { ...everything, text: "rent flat" };
  const add = (title: string) => numbers(heard(listOf(search, []), done(null, task(5, { title }))));
  expect(add("Pay the rent of the flat")).toEqual([5]);
  expect(add("Pay the rent")).toEqual([]);
});

test("a task has its place among those that stand by themselves, a part among the parts", () => {
  const parts = [task(4, { parent: 2 }), task(5, { parent: 2 })];
  const tasks = [...three, ...parts];
  const known = new Map([[2, parts]]);
  const beside = (number: number) => siblingsOf(number, tasks, known).map((sibling) => sibling.number);
  expect(beside(3)).toEqual([1, 2, 3]);
  expect(beside(5)).toEqual([4, 5]);
  expect(beside(9)).toEqual([]);
});
