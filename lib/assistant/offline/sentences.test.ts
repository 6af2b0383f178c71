import { expect, test } from "vitest";
import { conversation, task, wednesday } from "./testing";
import { understand } from "./understand";

const say = (due: { date: string; time: string | null } | null) =>
  due && (due.time ? `${due.date} ${due.time}` : due.date);
const created = (text: string) =>
  understand(text, wednesday).map((command) =>
    command.do === "create" ? [command.task.title, say(command.task.due)] : [command.do],
  );

test.each([
  ["dinner for two on Friday", "dinner for two", "2026-03-13"],
  ["dinner for 2 on friday", "dinner for 2", "2026-03-13"],
  ["remind me to order a table for 4 people tomorrow", "order a table for 4 people", "2026-03-12"],
  ["call Bob for friday at two", "call Bob", "2026-03-13 14:00"],
  ["set dinner for two", "set dinner for two", null],
  ["set a reminder for six to feed the cat", "feed the cat", "2026-03-11 18:00"],
  ["schedule a call for 5 tomorrow", "call", "2026-03-12 17:00"],
  ["add book a table for two at Luigi's on 12 December 7:30pm", "book a table for two at Luigi's", "2026-12-12 19:30"],
  ["visit Grandma's on Sunday", "visit Grandma's", "2026-03-15"],
  ["book the flight to Rome by friday", "book the flight to Rome", "2026-03-13"],
  ["plan the trip to Lisbon in March", "plan the trip to Lisbon", "2027-03-01"],
])("%s adds %s", (text, title, due) => {
  expect(created(text)).toEqual([[title, due]]);
});

test.each([
  ["Buy milk and call mum, both tomorrow", ["Buy milk", "call mum"], "2026-03-12"],
  ["buy milk, call mum and pay rent, all on friday", ["buy milk", "call mum", "pay rent"], "2026-03-13"],
  ["call Ana and Bob, both tomorrow", ["call Ana and Bob"], "2026-03-12"],
])("%s dates each", (text, titles, due) => {
  expect(created(text)).toEqual(titles.map((title) => [title, due]));
});

test.each([
  ["book it for friday", { kind: "it" }],
  ["the dentist's on friday", { kind: "words", text: "the dentist" }],
  ["book club's on friday", { kind: "words", text: "book club" }],
])("%s is a new date for a task that exists", (text, target) => {
  const due = { date: "2026-03-13", time: null };
  expect(understand(text, wednesday)).toMatchObject([{ do: "update", target, patch: { due } }]);
});

test.each([
  ["which tasks have the tag work?", { tag: "work" }],
  ["what's tagged #work", { tag: "work" }],
  ["show tasks with the tag home", { tag: "home" }],
  ["what did I do today?", { view: "completed", doneFrom: "2026-03-11", doneTo: "2026-03-11" }],
  ["what did I finish today?", { view: "completed", doneFrom: "2026-03-11", doneTo: "2026-03-11" }],
  ["what have I completed this week?", { view: "completed", doneFrom: "2026-03-09", doneTo: "2026-03-11" }],
])("%s asks for tasks", (text, filter) => {
  const [command] = understand(text, wednesday);
  expect(command && "filter" in command && command.filter).toEqual(filter);
});

test("a question about a week is answered with the week, on its last day too", async () => {
  const sunday = { ...wednesday, now: new Date("2026-03-15T13:00:00Z") };
  const { reply } = await conversation([], sunday).say("what's due this week?");
  expect(reply).toBe("Nothing is due this week, which ends today.");
  const some = await conversation([task(1, "Pay rent", { dueDate: "2026-03-15" })], sunday).say(
    "what's due this week?",
  );
  expect(some.reply).toBe("You have 1 task due this week, which ends today:\n\n- #1 Pay rent, today");
});

test.each([
  "reserve a room for three",
  "transfer fifty dollars to savings",
  "can you text Dave that I'm running late?",
  "order me a pizza",
])("%s is a job for somebody else, and offered as something to do", (text) => {
  expect(understand(text, wednesday)).toMatchObject([{ do: "decline", task: { title: expect.any(String) } }]);
});

test.each(["set the dentist to 25:00", "move the dentist to 13:75", "dentist tomorrow at 25:00"])(
  "%s is answered with a sentence",
  async (text) => {
    const { reply, changes } = await conversation([task(1, "Call the dentist")]).say(text);
    expect(changes).toEqual([]);
    expect(reply).toMatch(/^\d\d:\d\d is no time of day, so I did nothing\./);
  },
);
