import { expect, test } from "vitest";
import { conversation, task } from "./testing";

test("tasks with one title are told apart by their day, or else by their number", async () => {
  const dated = conversation([
    task(1, "clean oven", { dueDate: "2026-03-13" }),
    task(2, "clean oven", { dueDate: "2026-03-20" }),
    task(3, "clean oven door"),
  ]);
  await dated.say("delete clean oven");
  expect(dated.choices().slice(0, 2)).toMatchObject([
    { label: "clean oven, Fri 13 Mar" },
    { label: "clean oven, Fri 20 Mar" },
  ]);
  const alike = conversation([task(1, "clean oven"), task(2, "clean oven")]);
  await alike.say("delete clean oven");
  expect(alike.choices()).toMatchObject([{ label: "clean oven, #1" }, { label: "clean oven, #2" }]);
});

test.each(["no the present", "no, the present", "the present one", "present"])("which one? %s", async (answer) => {
  const talk = conversation([task(1, "buy birthday present"), task(2, "order birthday cake")]);
  await talk.say("delete birthday");
  expect((await talk.say(answer)).changes).toEqual([{ name: "delete_task", input: { numbers: [1] } }]);
});
