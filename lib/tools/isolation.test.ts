import { expect, test } from "vitest";
import { activityOf } from "@/lib/activity/store";
import { db } from "@/lib/db/client";
import { tasksOf } from "@/lib/tasks/store";
import { type ToolInputs, type ToolName, toolNames } from "./registry";
import { makePerson, sentence, today } from "./testing";

/** For each tool, an input that reaches for the task, call or reply of another person. A tool without one doesn't compile. */
const reaching: { [N in ToolName]: (theirs: { call: string; reply: string }) => Partial<ToolInputs[N]> } = {
  create_task: () => ({ title: "Mine" }),
  list_tasks: () => ({ text: "secret" }),
  update_task: () => ({ numbers: [2], patch: { title: "Taken" } }),
  set_task_complete: () => ({ numbers: [2], completed: true }),
  delete_task: () => ({ numbers: [2] }),
  restore_task: () => ({ numbers: [2] }),
  get_overview: () => ({}),
  undo_change: ({ call }) => ({ call }),
  move_task: () => ({ number: 2, after: null, before: 2 }),
};

test.each(toolNames)(
  "%s reaches nobody else's tasks, and can't tell a foreign one from a missing one",
  async (name) => {
    const [owner, other] = [await makePerson(), await makePerson()];
    const reply = await owner.startReply();
    await owner.run("create_task", { title: "Secret one" }, { ...reply, callId: "s0c0" });
    const { call } = await owner.run("create_task", { title: "Secret two" }, { ...reply, callId: "s0c1" });
    await other.add("My own");
    const state = async () =>
      JSON.stringify([await tasksOf(owner.user).get([1, 2]), await activityOf(owner.user).list()]);
    const before = await state();
    const result = await other.attempt(name, reaching[name]({ call: call.id, reply: reply.messageId }));
    expect(await state()).toBe(before);
    expect(JSON.stringify(result)).not.toMatch(/secret (one|two)/i);
    const missing = await other.attempt(
      name,
      reaching[name]({ call: crypto.randomUUID(), reply: crypto.randomUUID() }),
    );
    expect(sentence(missing)).toBe(sentence(result));
  },
);

test("a call can't be hung on another person's reply", async () => {
  const [owner, other] = [await makePerson(), await makePerson()];
  const reply = await owner.startReply();
  const result = await other.attempt("create_task", { title: "Smuggled" }, { ...reply, callId: "s0c0" });
  expect(result).toMatchObject({ status: "ERROR", call: null, error: { code: "not_found" } });
  expect(await db.task.count({ where: { userId: other.user } })).toBe(0);
});

test("two people's numbers, keys and lists know nothing of each other", async () => {
  const [one, two] = [await makePerson(), await makePerson()];
  await one.run("create_task", { title: "One" }, { idempotencyKey: "same" });
  await two.run("create_task", { title: "Two" }, { idempotencyKey: "same" });
  expect((await tasksOf(one.user).list({}, today)).tasks).toMatchObject([{ number: 1, title: "One" }]);
  expect((await tasksOf(two.user).list({}, today)).tasks).toMatchObject([{ number: 1, title: "Two" }]);
  expect((await activityOf(one.user).list()).calls).toHaveLength(1);
});
