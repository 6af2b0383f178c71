import { expect, test } from "vitest";
import { conversation, task } from "./testing";

const list = () => [
  task(1, "Kitchen renovation"),
  task(2, "Buy milk"),
  task(3, "Pay rent", { dueDate: "2026-03-09" }),
  task(4, "Dentist", { dueDate: "2026-03-12", dueTime: "15:00" }),
  task(5, "Measure the wall", { parent: 1 }),
  task(6, "Gym"),
];
const create = (title: string, parent: number) => ({ name: "create_task", input: { title, parent } });
const update = (number: number, patch: object) => ({ name: "update_task", input: { numbers: [number], patch } });
const move = (input: object) => ({ name: "move_task", input });

test.each([
  ["add buy paint as a subtask of #1", [create("buy paint", 1)]],
  ["add buy paint under the kitchen task", [create("buy paint", 1)]],
  ["add a step to the kitchen renovation: buy paint", [create("buy paint", 1)]],
  [
    "split the kitchen renovation into paint, tiles and taps",
    [create("paint", 1), create("tiles", 1), create("taps", 1)],
  ],
  ["make milk a part of the kitchen renovation", [update(2, { parent: 1 })]],
  ["make the measuring its own task", [update(5, { parent: null })]],
  ["remind me 30 minutes before the dentist", [update(4, { reminders: [30] })]],
  ["remind me about the rent a day before", [update(3, { reminders: [1440] })]],
  ["set a 10 minute reminder for the dentist", [update(4, { reminders: [10] })]],
  ["move milk to the top", [move({ number: 2, before: 1 })]],
  ["put the gym above the rent", [move({ number: 6, before: 3 })]],
  ["move milk below the dentist", [move({ number: 2, after: 4 })]],
  ["move the rent to the bottom of my list", [move({ number: 3 })]],
])("%s", async (text, changes) => {
  expect((await conversation(list()).say(text)).changes).toEqual(changes);
});

test.each([
  ["move the sofa to the top floor on sunday", "create_task"],
  ["move the dentist to after lunch tomorrow", "update_task"],
])("%s is no matter of order", async (text, name) => {
  expect((await conversation(list()).say(text)).changes.map((call) => call.name)).toEqual([name]);
});

test.each([
  [
    "what are the parts of the kitchen renovation?",
    /^\*\*Kitchen renovation\*\* has 1 open part:\n\n- #5 Measure the wall$/,
  ],
  ["what are the steps of #4?", /^\*\*Dentist\*\* has no parts\.$/],
  ["add paint under the garage task", /^I found no open task like “the garage”/],
  [
    "what's left this week?",
    /^2 tasks are left this week, up to Sun 15 Mar 2026:\n\n- #3 Pay rent, Mon 9 Mar \(late\)\n- #4 Dentist/,
  ],
  ["what should I do first?", /^Next is \*\*Pay rent\*\*: overdue\.$/],
])("%s changes nothing", async (text, reply) => {
  const said = await conversation(list()).say(text);
  expect(said.changes).toEqual([]);
  expect(said.reply).toMatch(reply);
});

test.each([
  ["yes", [true, true]],
  ["complete them too", [true, true]],
  ["both", [true, true]],
  ["no, leave them open", [true, false]],
  ["just the kitchen", [true, false]],
  ["never mind", [false, false]],
])("a task with open parts is asked about: %s", async (answer, isCompleted) => {
  const talk = conversation(list());
  const { reply } = await talk.say("mark the kitchen renovation as done");
  expect(reply).toMatch(/Shall I complete them too, or leave them open\?$/);
  expect(talk.tasks()[0]?.isCompleted).toBe(false);
  expect(talk.choices()).toHaveLength(3);
  await talk.say(answer);
  expect([talk.tasks()[0], talk.tasks()[4]].map((one) => one?.isCompleted)).toEqual(isCompleted);
});

test("a second reminder stands beside the first, and one that follows a new task is its own", async () => {
  const talk = conversation(list());
  await talk.say("remind me an hour before the dentist");
  expect((await talk.say("and remind me 10 minutes before")).changes).toEqual([update(4, { reminders: [60, 10] })]);
  expect((await talk.say("add yoga friday at 6pm, remind me 2 hours before")).changes).toMatchObject([
    { name: "create_task", input: { title: "yoga" } },
    update(7, { reminders: [120] }),
  ]);
});
