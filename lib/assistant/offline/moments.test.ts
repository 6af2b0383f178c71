import { expect, test } from "vitest";
import { conversation, task } from "./testing";

const dentists = () => [task(1, "Call the dentist"), task(2, "Dentist bill")];

test("a date that was said before a question counts from when it was said", async () => {
  const talk = conversation(dentists());
  await talk.say("move the dentist to in 45 minutes");
  talk.wait(30);
  expect((await talk.say("the first one")).changes).toMatchObject([{ input: { patch: { due: "2026-03-11T09:45" } } }]);
});

test("a day that was said yesterday is the day that it was then", async () => {
  const talk = conversation(dentists());
  await talk.say("move the dentist to tomorrow");
  talk.wait(24 * 60);
  expect((await talk.say("the bill")).changes).toMatchObject([{ input: { patch: { due: "2026-03-12" } } }]);
});

test("what is said now counts from now", async () => {
  const talk = conversation(dentists());
  await talk.say("add stretch in 45 minutes");
  talk.wait(60);
  const { changes } = await talk.say("add tea in 15 minutes");
  expect(changes).toMatchObject([{ input: { title: "tea", due: "2026-03-11T10:15" } }]);
});

test("the same again takes its day from what was made", async () => {
  const talk = conversation(dentists());
  await talk.say("add stretch in 45 minutes");
  talk.wait(10);
  const { changes } = await talk.say("and tea too");
  expect(changes).toEqual([{ name: "create_task", input: { title: "tea", due: "2026-03-11T09:45" } }]);
});
