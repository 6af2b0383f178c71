import { expect, test } from "vitest";
import { change, task } from "@/components/activity/testing";
import type { Change } from "@/lib/tasks/schema";
import { isOverwritten, sayStale } from "./stale";

const said = (...changes: Change[]) => sayStale(changes.map((one) => ({ changes: [one] })));

test("what an earlier wording left behind is said by the name of its task, or by the number of them", () => {
  const now = "2026-11-23T10:00:00.000Z";
  const added = change(null, task());
  expect(said(added)).toBe("The earlier message added #12 Buy milk, which is still there.");
  expect(said(added, change(task(), task({ dueDate: "2026-11-24" })))).toContain("added #12 Buy milk");
  expect(said(change(task(), task({ deletedAt: now })))).toContain("moved #12 Buy milk to the bin");
  expect(said(change(task(), task({ isCompleted: true, completedAt: now })))).toContain("completed #12 Buy milk");
  expect(said(change(task(), task({ title: "buy oat milk" })))).toContain("changed #12 buy oat milk");
  expect(said(added, change(null, task({ number: 13 }), 13))).toBe("The earlier message changed 2 tasks.");
});

test("what the new wording's reply wrote over does not stand any more; a new task does", () => {
  const monday = change(task(), task({ dueDate: "2026-11-30", version: 2 }));
  const tuesday = change(monday.after, task({ dueDate: "2026-12-01", version: 3 }));
  const urgent = change(monday.after, task({ dueDate: "2026-11-30", priority: "high", version: 3 }));
  expect(isOverwritten({ changes: [monday] }, [{ changes: [tuesday] }])).toBe(true);
  expect(isOverwritten({ changes: [monday] }, [{ changes: [urgent] }])).toBe(false);
  expect(isOverwritten({ changes: [change(null, task())] }, [{ changes: [tuesday] }])).toBe(false);
});
