import { expect, test } from "vitest";
import { conversation, task } from "./testing";

const list = () => [
  task(1, "Buy milk"),
  task(2, "Pay rent", { dueDate: "2026-03-11", dueTime: "09:30" }),
  task(3, "Dentist", { dueDate: "2026-03-12", dueTime: "13:00" }),
];

async function after(...messages: string[]) {
  const talk = conversation(list());
  const [last = "", ...before] = messages.toReversed();
  for (const message of before.toReversed()) await talk.say(message);
  return { ...(await talk.say(last)), tasks: talk.tasks() };
}

test.each([
  ["move the rent to friday", "leave it there"],
  ["move the rent to friday", "keep it"],
  ["mark milk as done", "keep it that way"],
  ["mark milk as done", "ok leave it"],
])("%s, %s: what was done stands", async (first, second) => {
  expect((await after(first, second)).changes).toEqual([]);
});

test.each([
  ["delete milk", "keep it"],
  ["delete milk", "wait no, keep it"],
  ["move the rent to friday", "no, leave it as it was"],
  ["move the rent to friday", "leave it where it was"],
  ["mark milk as done", "no wait, leave it"],
])("%s, %s: it is taken back", async (first, second) => {
  expect((await after(first, second)).changes).toEqual([{ name: "undo_change", input: {} }]);
});

test("the other thing is meant, not a new name for it", async () => {
  const { tasks } = await after("mark the rent as done", "milk, not the rent");
  expect(tasks.map(({ title, isCompleted }) => [title, isCompleted])).toEqual([
    ["Buy milk", true],
    ["Pay rent", false],
    ["Dentist", false],
  ]);
});

test("words that were put into a title are put right there", async () => {
  const { tasks } = await after("add buy 3 litres of paint", "four litres, not three");
  expect(tasks.at(-1)?.title).toBe("buy four litres of paint");
});

test("a number with its sign is a task, never an hour", async () => {
  const { tasks } = await after("move the dentist to 2pm", "no, #2");
  expect(tasks.map(({ dueTime }) => dueTime)).toEqual([null, "14:00", "13:00"]);
});

test("a bare number after a time is an hour", async () => {
  expect((await after("move the dentist to 2pm", "no, 5")).tasks[2]?.dueTime).toBe("17:00");
});

test("there is no 31 April", async () => {
  const talk = conversation([task(1, "Send the form", { dueDate: "2026-04-14" })]);
  await talk.say("make the form high priority");
  await talk.say("is 31, not 14");
  expect(talk.tasks()[0]?.dueDate).toBe("2026-04-14");
});

test.each(["call the dentist", "dentist bill"])(
  "%s, long after a deletion was asked about, deletes nothing",
  async (said) => {
    const talk = conversation([
      task(1, "Call the dentist", { dueDate: "2026-03-13" }),
      task(2, "Dentist bill", { dueDate: "2026-03-09" }),
    ]);
    await talk.say("delete the dentist");
    await talk.say("add teflon tape");
    expect((await talk.say(said)).changes.filter(({ name }) => name === "delete_task")).toEqual([]);
  },
);
