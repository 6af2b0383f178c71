import { expect, test } from "vitest";
import type { Change, Task } from "@/lib/tasks/schema";
import { sayStale } from "./stale";

const task = (fields: Partial<Task> = {}): Task => ({
  id: "0196a000-0000-7000-8000-00000000000a",
  number: 1,
  title: "buy milk",
  description: null,
  isCompleted: false,
  completedAt: null,
  priority: "none",
  dueDate: null,
  dueTime: null,
  recurrence: null,
  tags: [],
  position: "a0",
  version: 1,
  deletedAt: null,
  createdAt: "2026-11-22T10:00:00.000Z",
  updatedAt: "2026-11-22T10:00:00.000Z",
  ...fields,
});

const change = (before: Task | null, after: Task | null, number = 1): Change => ({
  taskId: task().id,
  number,
  before,
  after,
});
const said = (...changes: Change[]) => sayStale(changes.map((one) => ({ changes: [one] })));

test("what an earlier wording left behind is said by the name of its task, or by the number of them", () => {
  const now = "2026-11-23T10:00:00.000Z";
  const added = change(null, task());
  expect(said(added)).toBe("The earlier message added #1 buy milk, which is still there.");
  expect(said(added, change(task(), task({ dueDate: "2026-11-24" })))).toContain("added #1 buy milk");
  expect(said(change(task(), task({ deletedAt: now })))).toContain("moved #1 buy milk to the bin");
  expect(said(change(task(), task({ isCompleted: true, completedAt: now })))).toContain("completed #1 buy milk");
  expect(said(change(task(), task({ title: "buy oat milk" })))).toContain("changed #1 buy oat milk");
  expect(said(added, change(null, task({ number: 2 }), 2))).toBe("The earlier message changed 2 tasks.");
});
