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

test("a stretch that the person takes back stays in the title and means nothing", () => {
  const text = "Plan Friday Fest tomorrow #fun p1";
  const spansOf = (ignore: { start: number; end: number }[]) =>
    readTask(text, today, { ignore }).spans.map(({ kind, start, end }) => [kind, text.slice(start, end).trim()]);
  expect(spansOf([])).toEqual([
    ["when", "tomorrow"],
    ["tag", "#fun"],
    ["priority", "p1"],
  ]);
  const [when, tag, priority] = readTask(text, today).spans;
  if (!when || !tag || !priority) throw new Error("all three are found");
  expect(readTask(text, today, { ignore: [when] })).toMatchObject({
    title: "Plan Friday Fest tomorrow",
    due: null,
    tags: ["fun"],
    priority: "high",
  });
  expect(readTask(text, today, { ignore: [tag, priority] })).toMatchObject({
    title: "Plan Friday Fest #fun p1",
    due: { date: "2026-03-12", time: null },
    tags: [],
    priority: "none",
  });
  expect(spansOf([when, tag, priority])).toEqual([]);
});

test("where one date is taken back, the next one counts", () => {
  const text = "finish slides for monday by friday";
  const [by] = readTask(text, today).spans;
  expect(readTask(text, today, { ignore: by ? [by] : [] })).toMatchObject({
    title: "finish slides by friday",
    due: { date: "2026-03-16" },
  });
});

test.each([
  ["send the report from two weeks ago", "send the report from two weeks ago", null],
  ["thank Ana for yesterday evening", "thank Ana for yesterday evening", null],
  ["file last friday's notes tomorrow", "file last friday's notes", "2026-03-12"],
  ["pay the fine, due yesterday", "pay the fine", "2026-03-10"],
])("what lies in the past is no due date unless it is said to be: %s", (text, title, date) => {
  expect(readTask(text, today)).toMatchObject({ title, due: date && { date } });
});
