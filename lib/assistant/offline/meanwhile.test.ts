import { expect, test } from "vitest";
import { conversation, task } from "./testing";

const list = () => [
  task(1, "Call the dentist", { dueDate: "2026-03-13" }),
  task(2, "Dentist bill"),
  task(3, "Pay rent", { dueDate: "2026-03-11" }),
];

/** A question, a change by hand in the interface, and the answer. */
async function meanwhile(question: string, tool: string, input: Record<string, unknown>, answer: string) {
  const talk = conversation(list());
  await talk.say(question);
  talk.byHand(tool, input);
  return { ...(await talk.say(answer)), talk };
}

const renamed = { numbers: [2], patch: { title: "Plumber bill" } };

test("what was renamed since the question is asked about again under its new name", async () => {
  const { reply, changes, talk } = await meanwhile("delete the dentist", "update_task", renamed, "the bill");
  expect(changes).toEqual([]);
  expect(reply).toBe("**Dentist bill** is called **Plumber bill** by now. Shall I still delete **Plumber bill**?");
  expect((await talk.say("yes")).changes).toEqual([{ name: "delete_task", input: { numbers: [2] } }]);
});

test.each([
  ["set_task_complete", { numbers: [2], completed: true }, "completed"],
  ["delete_task", { numbers: [2] }, "deleted"],
])("what was settled since the question is told: %s", async (tool, input, was) => {
  const { reply, changes } = await meanwhile("mark the dentist as done", tool, input, "the second one");
  expect(changes).toEqual([]);
  expect(reply).toBe(`**Dentist bill** was ${was} meanwhile. I changed nothing.`);
});

test("of several the one that changed is named, and all are asked about again", async () => {
  const done = { numbers: [2], completed: true };
  const { reply, changes } = await meanwhile("delete the dentist", "set_task_complete", done, "both");
  expect(changes).toEqual([]);
  expect(reply).toBe(
    "**Dentist bill** was completed meanwhile. Shall I still delete **Call the dentist** and **Dentist bill**?",
  );
});

test("so is a task whose new date was asked for", async () => {
  const change = { numbers: [3], patch: { title: "Pay council tax" } };
  const { reply, changes, talk } = await meanwhile("reschedule the rent", "update_task", change, "friday");
  expect([changes, reply.endsWith("Shall I still change **Pay council tax**?")]).toEqual([[], true]);
  expect((await talk.say("yes")).changes).toMatchObject([{ input: { numbers: [3], patch: { due: "2026-03-13" } } }]);
});

test("another date than before is no other task", async () => {
  const change = { numbers: [2], patch: { due: "2026-03-20" } };
  expect((await meanwhile("delete the dentist", "update_task", change, "the bill")).changes).toHaveLength(1);
});
