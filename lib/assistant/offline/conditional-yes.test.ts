import { expect, test } from "vitest";
import { conversation, task } from "./testing";

const list = () => [task(1, "Buy eggs"), task(2, "Buy milk"), task(3, "Call mum")];
const refusingAll = () =>
  conversation(list(), undefined, ({ input }) => Array.isArray(input.numbers) && input.numbers.length === 3);

test.each(["yes but keep the eggs", "yes, except the eggs", "no, keep the eggs", "ok but not the eggs"])(
  "%s, to what was asked about, asks for the others",
  async (text) => {
    const talk = refusingAll();
    await talk.say("delete everything");
    expect((await talk.say(text)).changes).toEqual([{ name: "delete_task", input: { numbers: [2, 3] } }]);
  },
);

test("what names none of the tasks changes nothing, and is no new task", async () => {
  const talk = refusingAll();
  await talk.say("delete everything");
  const { reply, changes } = await talk.say("yes but keep the passport");
  expect(changes).toEqual([]);
  expect(reply).toMatch(/^Nothing was changed: I can't tell what to leave out by “the passport”/);
});
