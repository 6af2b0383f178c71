import { expect, test } from "vitest";
import { task as anyTask } from "@/components/activity/testing";
import type { Task } from "@/lib/tasks/schema";
import { listed, type PaneView, sectionsOf } from "./views";

const task = (number: number, dueDate: string | null, dueTime: string | null = null): Task =>
  anyTask({ number, title: `Task ${number}`, dueDate, dueTime, position: `a${number}` });

const named = (view: PaneView, tasks: Task[], today: string) =>
  sectionsOf({ view, tag: null, sort: null, text: "" }, tasks, { today, timeZone: "UTC" }).map(({ name, tasks }) => [
    name,
    tasks.map(({ number }) => number),
  ]);

const today = "2026-11-23";

test("all tasks stand by day: what is late first, what has no date last, the order within kept", () => {
  const tasks = [
    task(4, "2026-11-20"),
    task(5, today, "09:00"),
    task(3, today),
    task(2, "2026-11-24"),
    task(1, null),
    task(6, null),
  ];
  expect(named("all", tasks, today)).toEqual([
    ["Overdue", [4]],
    ["Today", [5, 3]],
    ["Tomorrow", [2]],
    ["No date", [1, 6]],
  ]);
});

test("a heading that only repeats the tab is left out", () => {
  expect(named("today", [task(1, today)], today)).toEqual([[null, [1]]]);
  expect(named("today", [task(2, "2026-11-01"), task(1, today)], today)).toEqual([
    ["Overdue", [2]],
    ["Today", [1]],
  ]);
});

test("inbox keeps the server's order under no heading; what is done stands under its day", () => {
  expect(named("inbox", [task(2, null), task(1, null)], today)).toEqual([[null, [2, 1]]]);
  const done = { ...task(2, today), isCompleted: true, completedAt: "2026-11-22T10:00:00.000Z" };
  expect(named("completed", [done], today)).toEqual([["Yesterday", [2]]]);
});

test("the number of Today counts what it lists: a late hour of today once, not twice", () => {
  const counts = { today: 2, overdue: 2, upcoming: 3, inbox: 4, all: 10, completed: 1, bin: 0 };
  expect(listed("today", counts)).toBe(3);
  expect(listed("upcoming", counts)).toBe(3);
});
