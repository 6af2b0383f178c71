import { expect, test } from "vitest";
import { conversation, task } from "./testing";

const list = () => [task(1, "Buy milk"), task(2, "Pay rent", { dueDate: "2026-03-11" }), task(3, "Call mum")];
const none = () => "There is nothing that I took back and could do again.";

test("a first undo would take back what was done by hand: it asks, and names it", async () => {
  const talk = conversation(list());
  talk.byHand("delete_task", { numbers: [1] });
  const { reply, changes } = await talk.say("undo");
  expect(changes).toEqual([]);
  expect(reply).toBe("The last change was made by hand: deleting **Buy milk**. Shall I undo that?");
  expect((await talk.say("yes")).reply).toBe("Undid deleting **Buy milk**.");
  expect(talk.tasks()[0]?.inBin).toBe(false);
});

test("a change by hand after the conversation's own is asked about too, and a no leaves both", async () => {
  const talk = conversation(list());
  await talk.say("delete mum");
  talk.byHand("set_task_complete", { numbers: [1], completed: true });
  expect((await talk.say("undo that")).reply).toBe(
    "The last change was made by hand: completing **Buy milk**. Shall I undo that?",
  );
  expect((await talk.say("no")).changes).toEqual([]);
});

test("of a message that did several things its last one can be taken back alone", async () => {
  const talk = conversation(list());
  await talk.say("mark milk done, delete mum and move the rent to friday");
  expect((await talk.say("just undo the last one")).changes).toHaveLength(1);
  expect(talk.tasks().map(({ isCompleted, inBin, dueDate }) => [isCompleted, inBin, dueDate])).toEqual([
    [true, false, null],
    [false, false, "2026-03-11"],
    [false, true, null],
  ]);
});

test("nothing is left to undo where nothing was changed", async () => {
  expect((await conversation(list()).say("undo")).reply).toBe("There is nothing left to undo.");
});

test("after several undos redo goes forward as many steps, in their order", async () => {
  const talk = conversation(list());
  for (const message of ["add eggs", "mark milk done", "delete mum", "undo", "undo", "undo"]) await talk.say(message);
  expect((await talk.say("redo")).reply).toBe("Brought back **eggs**.");
  expect((await talk.say("redo")).changes).toMatchObject([{ name: "set_task_complete", input: { numbers: [1] } }]);
  expect((await talk.say("redo")).changes).toEqual([{ name: "delete_task", input: { numbers: [3] } }]);
  expect((await talk.say("redo")).reply).toBe(none());
});

test.each(["redo both", "redo the last two", "redo everything"])("%s does two undos again", async (text) => {
  const talk = conversation(list());
  for (const message of ["mark milk done", "delete mum", "undo", "undo"]) await talk.say(message);
  expect((await talk.say(text)).changes).toHaveLength(2);
});

test("a new change leaves nothing to do again", async () => {
  const talk = conversation(list());
  for (const message of ["mark milk done", "undo", "add eggs"]) await talk.say(message);
  expect((await talk.say("redo")).reply).toBe(none());
});

const daily = () => [task(1, "Take vitamins", { dueDate: "2026-03-11", recurrence: "FREQ=DAILY" })];

test("a repeating task that was done here is taken back without a question", async () => {
  const talk = conversation(daily());
  await talk.say("vitamins done");
  const { reply, changes } = await talk.say("undo");
  expect(changes).toHaveLength(1);
  expect(reply).toBe("Undid completing **Take vitamins**.");
  expect(talk.tasks()[0]).toMatchObject({ dueDate: "2026-03-11", isCompleted: false });
});

test("a repeating task that was done by hand is named once", async () => {
  const talk = conversation(daily());
  talk.byHand("set_task_complete", { numbers: [1] });
  expect((await talk.say("undo")).reply).toBe(
    "The last change was made by hand: completing **Take vitamins**. Shall I undo that?",
  );
});
