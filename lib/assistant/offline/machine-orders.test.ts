import { expect, test } from "vitest";
import { wednesday } from "@/lib/words/testing";
import { intentOf } from "./command";
import { conversation, task } from "./testing";
import { understand } from "./understand";

const intentsOf = (text: string) => understand(text, wednesday).map(intentOf);

test.each([
  "raise my credit limit",
  "redeem my points",
  "find me a plumber",
  "print this page",
  "make a reservation for two",
  "put in a request for time off next week",
  "remove the spotify app",
  "clear my browser history",
  "undo the transaction",
  "move my hotel booking back a day",
  "add Tom to my contacts",
])("%s is an order to somebody else", (text) => expect(intentsOf(text)).toEqual(["out_of_scope"]));

test.each([
  "print the boarding passes",
  "wash the car",
  "add book a table at Luigi's",
  "set up the new printer",
  "watch the documentary for class",
  "put the hotel booking on my list",
  "remind me to redeem my points",
  "add renew the credit card to my tasks",
])("%s is an errand", (text) => expect(intentsOf(text)).toEqual(["create"]));

test("a task of that name is what is meant", async () => {
  const talk = conversation([task(1, "Flight to Rome", { dueDate: "2026-03-12" }), task(2, "Call mum")]);
  expect((await talk.say("move my flight to friday")).changes).toMatchObject([
    { name: "update_task", input: { numbers: [1] } },
  ]);
});

test("without one nothing is changed", async () => {
  const talk = conversation([task(2, "Call mum")]);
  expect((await talk.say("move my flight to friday")).changes).toEqual([]);
});

test.each([
  ["move Lunch with Ana to 2pm", "and the dentist to 4pm", { numbers: [2], patch: { due: "2026-03-18T16:00" } }],
  ["set the dentist to high priority", "same for Lunch with Ana", { numbers: [1], patch: { priority: "high" } }],
])("%s, %s: the second is a change like the first", async (first, second, input) => {
  const talk = conversation([
    task(1, "Lunch with Ana", { dueDate: "2026-03-18", dueTime: "13:00" }),
    task(2, "Dentist", { dueDate: "2026-03-18", dueTime: "15:00" }),
  ]);
  await talk.say(first);
  expect((await talk.say(second)).changes).toEqual([{ name: "update_task", input }]);
  expect(talk.tasks()).toHaveLength(2);
});
