import { expect, test } from "vitest";
import { conversation, task } from "./testing";

const list = () => [
  task(1, "Buy milk", { tags: ["shopping"] }),
  task(2, "Call the dentist", { dueDate: "2026-03-13", dueTime: "15:00" }),
  task(3, "Dentist bill", { dueDate: "2026-03-09" }),
  task(4, "Pay rent", { dueDate: "2026-03-11" }),
  task(5, "Email the landlord", { dueDate: "2026-03-16" }),
  task(6, "Return library books", { dueDate: "2026-03-08" }),
];

async function after(messages: string[]) {
  const talk = conversation(list());
  const [last = "", ...before] = messages.toReversed();
  for (const message of before.toReversed()) await talk.say(message);
  return talk.say(last);
}

const change = (number: number, patch: object) => [{ name: "update_task", input: { numbers: [number], patch } }];

test.each([
  [["move the dentist call to 4", "I said 5 not 4"], change(2, { due: "2026-03-13T17:00" })],
  [["move the rent to thursday", "friday, not thursday"], change(4, { due: "2026-03-13" })],
  [["add buy 3 litres of paint", "four litres, not three"], change(7, { title: "buy four litres of paint" })],
  [["add oat milk", "I said soy milk not oat milk"], change(7, { title: "soy milk" })],
  [
    ["remind me to water the plants on friday", "actually I want that every friday"],
    change(7, { due: "2026-03-13", recurrence: "FREQ=WEEKLY;BYDAY=FR" }),
  ],
  [["make it high priority", "the rent"], change(4, { priority: "high" })],
])("%j: what is meant takes the place of what was said", async (messages, changes) => {
  expect((await after(messages)).changes).toEqual(changes);
});

test("not that one: it is taken back, and the other one is asked about", async () => {
  const { reply } = await after(["delete the dentist", "the bill", "not that one"]);
  expect(reply).toBe("Undid deleting **Dentist bill**. Do you mean **Call the dentist** for Fri 13 Mar, 15:00?");
});

test("a no after the deed says that it is done, and how it is taken back", async () => {
  const { reply, changes } = await after(["delete milk", "no"]);
  expect(changes).toEqual([]);
  expect(reply).toBe("That is done already: deleting **Buy milk**. Say “undo” to take it back.");
});

test.each([
  [["delete milk", "wait, no, keep it"], "Undid deleting **Buy milk**."],
  [["add eggs", "undo", "actually keep it"], "Brought back **eggs**."],
  [["complete milk", "put milk back on the list"], "Reopened **Buy milk**."],
])("%j", async (messages, reply) => {
  expect((await after(messages)).reply).toBe(reply);
});

test("after a list another day is the same question again", async () => {
  const { reply, changes } = await after(["what's due tomorrow?", "no, I meant friday"]);
  expect(changes).toEqual([]);
  expect(reply).toMatch(/^You have 1 open task due Fri 13 Mar:/);
});

test.each([
  [["what's overdue?", "delete all but the last"], [3]],
  [["what's overdue?", "delete all of them except the bill"], [6]],
  [["what's overdue?", "complete them all except the first one"], [6]],
  [
    ["what's overdue?", "did all of those yesterday, forgot to tick"],
    [3, 6],
  ],
])("%j is about what was listed", async (messages, numbers) => {
  expect((await after(messages)).changes).toMatchObject([{ input: { numbers } }]);
});

test("a place that the list doesn't reach is asked about", async () => {
  const { reply, changes } = await after(["what's overdue?", "complete the first and the third"]);
  expect(changes).toEqual([]);
  expect(reply).toMatch(/^The last list had 2 tasks:[\s\S]*Which one should I mark as done\?$/);
});

test("a reference that picks none of the tasks asked about is asked again", async () => {
  expect((await after(["delete the dentist", "the other one, not this"])).reply).toMatch(
    /Which one should I delete\?$/,
  );
  const { reply } = await after(["delete the dentist", "the plumber one please, thanks"]);
  expect(reply).toBe("I found no open task like “the plumber”. Which task do you mean?");
});

test("a refusal that goes on with something else does that instead", async () => {
  const { changes } = await after(["delete the dentist", "forget it, mark milk as done instead"]);
  expect(changes).toEqual([{ name: "set_task_complete", input: { numbers: [1], completed: true } }]);
});

test("a question still stands after one other request, for words that pick", async () => {
  const { changes } = await after(["delete the dentist", "add eggs", "so the dentist, i meant the bill"]);
  expect(changes).toEqual([{ name: "delete_task", input: { numbers: [3] } }]);
});

test.each([
  ["landlord has to wait until saturday i'm afraid", change(5, { due: "2026-03-14" })],
  ["rent tomorrow then", change(4, { due: "2026-03-12" })],
  ["pay rent: tomorrow", change(4, { due: "2026-03-12" })],
  ["push the dentist back an hour", change(2, { due: "2026-03-13T16:00" })],
  ["make the rent high priority and due on sunday", change(4, { priority: "high", due: "2026-03-15" })],
  ["move the dentist call to monday, same time", change(2, { due: "2026-03-16T15:00" })],
])("%s is said of the task that is there", async (text, changes) => {
  expect((await after([text])).changes).toEqual(changes);
});

test.each([
  ["milk tomorrow", "milk"],
  ["ok add capers as well", "capers"],
])("%s is something new", async (text, title) => {
  expect((await after([text])).changes).toMatchObject([{ name: "create_task", input: { title } }]);
});
