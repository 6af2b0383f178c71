import { expect, test } from "vitest";
import type { Call } from "@/lib/activity/schema";
import { withUndone } from "./undone";

const call = (id: string, undone: string[] = [], undoneById: string | null = null) =>
  ({
    id,
    toolName: undone.length > 0 ? "undo_change" : "create_task",
    status: "SUCCESS",
    result: undone.length > 0 ? { undone: undone.map((one) => ({ call: one })) } : null,
    undoneById,
  }) as Partial<Call> as Call;

const links = (rows: readonly Call[]) => rows.map(({ undoneById }) => undoneById);

test("an undo links what it took back to itself, and a redo makes it count again", () => {
  const undone = withUndone([call("made"), call("other")], call("undo", ["made"]));
  expect(links(undone)).toEqual(["undo", null]);
  expect(links(withUndone(undone, call("redo", ["undo"])))).toEqual([null, null]);
});

test("news of an undo that was itself taken back changes nothing", () => {
  expect(links(withUndone([call("made")], call("undo", ["made"], "redo")))).toEqual([null]);
});
