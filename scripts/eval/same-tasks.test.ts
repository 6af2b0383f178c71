import { expect, test } from "vitest";
import { areSameDeeds, areSameTasks } from "./same-tasks";

const task = { completed: false, due: null, priority: null, tags: [], recurrence: null };

test("two tasks that could be the same are paired so that both find one", () => {
  const wanted = [
    { ...task, title: ["milk", "bread"] },
    { ...task, title: "milk" },
  ];
  const found = [
    { ...task, title: "Milk" },
    { ...task, title: "Bread" },
  ];
  expect(areSameTasks(wanted, found)).toBe(true);
  expect(areSameTasks(wanted, [...found, { ...task, title: "Eggs" }])).toBe(false);
  expect(areSameTasks(wanted, found.slice(0, 1))).toBe(false);
});

test("deeds leave dates and tags aside", () => {
  const found = [{ ...task, title: "Milk", due: "2026-03-12", tags: ["shop"] }];
  expect(areSameTasks([{ ...task, title: "milk" }], found)).toBe(false);
  expect(areSameDeeds([{ ...task, title: "milk" }], found)).toBe(true);
});
