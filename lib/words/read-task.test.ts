import { expect, test } from "vitest";
import { readTask } from "./read-task";

const today = { now: new Date("2026-03-11T13:00:00Z"), timeZone: "America/New_York" };

test("quick add understands all of it, and says which words it understood", () => {
  const text = "Pay rent tomorrow 5pm #home p1 every month";
  const { spans, ...task } = readTask(text, today);
  expect(task).toEqual({
    title: "Pay rent",
    due: { date: "2026-03-12", time: "17:00" },
    recurrence: "FREQ=MONTHLY",
    priority: "high",
    tags: ["home"],
  });
  expect(spans.map(({ kind, start, end }) => [kind, text.slice(start, end).trim()])).toEqual([
    ["when", "tomorrow 5pm"],
    ["tag", "#home"],
    ["priority", "p1"],
    ["when", "every month"],
  ]);
});

test.each([
  ["buy milk !", "buy milk", "high"],
  ["high priority: call mum", "call mum", "high"],
  ["fix the roof, urgent", "fix the roof", "high"],
  ["urgent: fix the roof", "fix the roof", "high"],
  ["clean the 2nd floor low priority", "clean the 2nd floor", "low"],
  ["write report with medium priority", "write report", "medium"],
  ["water plants p3", "water plants", "low"],
  ["buy P2 cable", "buy P2 cable", "none"],
  ["read about the Important Ones", "read about the Important Ones", "none"],
  ["buy a high chair", "buy a high chair", "none"],
  ['read "urgent: call"', 'read "urgent: call"', "none"],
])("%s: title %s, priority %s", (text, title, priority) => {
  expect(readTask(text, today)).toMatchObject({ title, priority });
});

test.each([
  ["standup #work #team", "standup", ["work", "team"]],
  ["email Bob tagged work and home", "email Bob", ["work", "home"]],
  ["email Bob with the tag work", "email Bob", ["work"]],
  ["look at issue #12", "look at issue #12", []],
  ["learn C# basics", "learn C# basics", []],
])("%s: title %s, tags %s", (text, title, tags) => {
  expect(readTask(text, today)).toMatchObject({ title, tags });
});
