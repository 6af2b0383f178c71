import { expect, test } from "vitest";
import { conversation, task } from "./testing";

const list = () => [
  task(1, "Call grandma", { dueDate: "2026-03-11", dueTime: "19:00", recurrence: "FREQ=DAILY" }),
  task(2, "Yoga", { dueDate: "2026-03-12", recurrence: "FREQ=WEEKLY;BYDAY=TH" }),
  task(3, "Dentist", { dueDate: "2026-03-12", dueTime: "15:00" }),
  task(4, "Feed the cat"),
  task(5, "Cat to the vet"),
];

test.each([
  ["please stop the daily call to grandma", [{ input: { numbers: [1], patch: { recurrence: "remove" } } }]],
  ["stop the yoga", [{ input: { numbers: [2], patch: { recurrence: "remove" } } }]],
  ["stop the newspaper delivery", [{ name: "create_task", input: { title: "stop the newspaper delivery" } }]],
  ["set everything tomorrow to done", [{ name: "set_task_complete", input: { numbers: [2, 3] } }]],
  ["remind me 30 minutes before the dentist", [{ input: { numbers: [3], patch: { reminders: [30] } } }]],
])("%s", async (text, changes) => {
  expect((await conversation(list()).say(text)).changes).toMatchObject(changes);
});

test.each([
  ["merge the two cat tasks", /^I can't merge tasks\./],
  ["split the birthday present into parts", /^Which parts\? /],
  ["will you notify me?", /^No: Docket sends no notifications yet\./],
  ["skip yoga this week", /When should it be instead\?$/],
  ["can you sort my tasks by what's most important?", /^Next is \*\*Call grandma\*\*/],
  ["I'm thinking maybe I should go to the gym more", /^Shall I add \*\*go to the gym more\*\*/],
])("%s changes nothing and says why, or asks", async (text, reply) => {
  const said = await conversation(list()).say(text);
  expect(said.changes).toEqual([]);
  expect(said.reply).toMatch(reply);
});
