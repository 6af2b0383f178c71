import { expect, test } from "vitest";
import { holdDialogue } from "./dialogue";
import type { Gold, InitialTask } from "./gold";
import { builtIn } from "./predict";

const task = (title: string, overrides: Partial<InitialTask> = {}): InitialTask => ({
  key: title,
  title,
  completed: false,
  due: null,
  priority: null,
  tags: [],
  recurrence: null,
  ...overrides,
});

const dialogue = (initial: InitialTask[], turns: Gold["dialogues"]["turns"], auto_confirm = false) => ({
  id: "1",
  name: "a dialogue",
  tags: [],
  reference_time: "2026-03-11T09:00:00",
  timezone: "America/New_York",
  initial,
  turns,
  auto_confirm,
  final_any: [],
  must_not_change: [],
});

test("a conversation runs through tools and record, in its own day and zone", async () => {
  const { turns, final, error } = await holdDialogue(
    dialogue(
      [task("Old news", { completed: true, due: "2026-03-01" })],
      [{ user: "add buy milk tomorrow at 5pm" }, { user: "undo" }],
    ),
    builtIn,
  );
  expect(error).toBeUndefined();
  const [added, undone] = turns;
  expect(added?.state).toMatchObject([
    { title: "Old news", completed: true, due: "2026-03-01" },
    { title: "buy milk", completed: false, due: "2026-03-12T17:00", priority: null },
  ]);
  expect(added?.toolCalls).toMatchObject([{ name: "create_task", status: "SUCCESS" }]);
  expect(added?.claimsWithoutEffect).toBe(false);
  expect(undone?.state).toEqual(final);
  expect(final.map(({ title }) => title)).toEqual(["Old news"]);
});

test("a reply that waits for approval asks; a yes is said where the dialogue allows it, and what comes of it is read", async () => {
  const tasks = ["Sugar", "Flour", "Eggs", "Rice", "Tea"].map((title) => task(title));
  const asked = await holdDialogue(dialogue(tasks, [{ user: "delete all my tasks" }]), builtIn);
  expect(asked.turns[0]?.reply).toMatch(/\?$/);
  expect(asked.turns[0]).toMatchObject({ confirmed: false, claimsWithoutEffect: false });
  expect(asked.final).toHaveLength(5);
  const done = await holdDialogue(dialogue(tasks, [{ user: "delete all my tasks" }], true), builtIn);
  expect(done.turns[0]).toMatchObject({ confirmed: true, claimsWithoutEffect: false });
  expect(done.turns[0]?.reply).toMatch(/\?\n.*[Dd]eleted/s);
  expect(done.turns[0]?.toolCalls.at(-1)).toMatchObject({ name: "delete_task", status: "SUCCESS" });
  expect(done.final).toEqual([]);
});

test("a repeating task that is done moves on, and its past date is no part of the state", async () => {
  const bins = task("Bins", { due: "2026-03-11", recurrence: "FREQ=WEEKLY;BYDAY=WE" });
  const { final } = await holdDialogue(dialogue([bins], [{ user: "mark bins as done" }]), builtIn);
  expect(final).toMatchObject([
    { title: "Bins", completed: false, due: "2026-03-18", recurrence: "FREQ=WEEKLY;BYDAY=WE" },
  ]);
});

test("what fails is part of the answer", async () => {
  const { error, turns } = await holdDialogue(dialogue([], [{ user: "x".repeat(20_000) }]), "no such model");
  expect(error).toContain("There is no model");
  expect(turns).toEqual([]);
});
