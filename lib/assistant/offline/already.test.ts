import { expect, test } from "vitest";
import { conversation, task } from "./testing";

const list = () => [
  task(1, "Renew passport", { dueDate: "2026-03-16", priority: "high", tags: ["papers"] }),
  task(2, "Dentist", { dueDate: "2026-03-12", dueTime: "15:00" }),
];

test.each([
  ["put the passport on monday", "**Renew passport** is already set for Mon 16 Mar."],
  ["move the dentist to 3pm tomorrow", "**Dentist** is already set for tomorrow, Thu 12 Mar, 15:00."],
  ["make the passport high priority", "**Renew passport** already has high priority."],
  ["tag the passport #papers", "**Renew passport** is already tagged #papers."],
  ["stop the dentist", "**Dentist** does not repeat."],
])("%s, which it is, makes no change", async (text, reply) => {
  const said = await conversation(list()).say(text);
  expect(said.changes).toEqual([]);
  expect(said.reply).toBe(reply);
});

test("a change to several reaches those that are not so yet", async () => {
  const { changes, reply } = await conversation(list()).say("make everything high priority");
  expect(changes).toEqual([{ name: "update_task", input: { numbers: [2], patch: { priority: "high" } } }]);
  expect(reply).toBe("**Dentist** now has high priority. **Renew passport** already has high priority.");
});
