import { expect, test } from "vitest";
import { conversation, task } from "./testing";

const list = () => [
  task(1, "Call the dentist", { dueDate: "2026-03-13", dueTime: "15:00" }),
  task(2, "Pay rent", { dueDate: "2026-03-11" }),
  task(3, "Call mum"),
  task(4, "Lunch with Ana", { dueDate: "2026-03-18", dueTime: "13:00" }),
  task(5, "Trip to Lisbon", { dueDate: "2026-03-20" }),
  task(6, "Old dentist bill", { dueDate: "2026-03-02" }),
];

const changesAfter = async (...messages: string[]) => {
  const talk = conversation(list());
  const [last = "", ...before] = messages.toReversed();
  for (const message of before.toReversed()) await talk.say(message);
  return talk.say(last);
};

test.each([
  ["buy flowers same day as the dentist", "buy flowers", "2026-03-13"],
  ["remind me to leave an hour before the dentist", "leave", "2026-03-13T14:00"],
  ["pack bags the day before the trip", "pack bags", "2026-03-19"],
  ["iron a shirt the evening before lunch with ana", "iron a shirt", "2026-03-17T19:00"],
  ["add unpack the day after the trip please", "unpack", "2026-03-21"],
  ["water the plants the day before christmas", "water the plants", "2026-12-24"],
])("%s: the other task tells the date", async (text, title, due) => {
  expect((await changesAfter(text)).changes).toEqual([{ name: "create_task", input: { title, due } }]);
});

test.each([
  ["move the rent to the same day as the trip", 2, "2026-03-20"],
  ["move lunch to half an hour after the dentist", 4, "2026-03-13T15:30"],
  ["make the rent due the same time as the dentist", 2, "2026-03-13T15:00"],
  ["move mum to two days before the trip", 3, "2026-03-18"],
])("%s moves by the other task", async (text, number, due) => {
  expect((await changesAfter(text)).changes).toEqual([
    { name: "update_task", input: { numbers: [number], patch: { due } } },
  ]);
});

test("the task that was just spoken of may tell the date", async () => {
  const { changes } = await changesAfter("when is the trip?", "move the rent to the day before that");
  expect(changes).toMatchObject([{ input: { numbers: [2], patch: { due: "2026-03-19" } } }]);
});

test("a lunch that nobody named is part of the title", async () => {
  const { changes } = await changesAfter("take the pills an hour before lunch");
  expect(changes).toEqual([{ name: "create_task", input: { title: "take the pills an hour before lunch" } }]);
});

test.each([
  ["move the rent to the same day as the plumber", "I found no open task like “the plumber”"],
  ["move the rent to the same day as mum", "**Call mum** has no date that tells this"],
])("%s: without a date it asks when, and the answer takes its place", async (text, start) => {
  const { reply, changes } = await changesAfter(text);
  expect(changes).toEqual([]);
  expect(reply).toBe(`${start}, so I did nothing yet. When should it be?`);
  const { changes: answered } = await changesAfter(text, "um, friday then");
  expect(answered).toMatchObject([{ input: { numbers: [2], patch: { due: "2026-03-13" } } }]);
});

test("several that could tell it are asked about", async () => {
  const talk = conversation([...list(), task(7, "Meet the dentist", { dueDate: "2026-03-25" })]);
  const { reply, changes } = await talk.say("move the rent to the same day as the dentist");
  expect([reply.endsWith("Which one tells the day?"), changes]).toEqual([true, []]);
  expect((await talk.say("the second one")).changes).toMatchObject([{ input: { patch: { due: "2026-03-25" } } }]);
});
