import { expect, test } from "vitest";
import type { Call } from "@/lib/activity/schema";
import { extended, merged, revealed, type Shown, taken } from "./merge";

const call = (at: number, fields: Partial<Call> = {}) =>
  ({
    id: `c${at}`,
    createdAt: `2026-11-23T10:00:${String(at).padStart(2, "0")}Z`,
    toolName: "create_task",
    status: "SUCCESS",
    undoneById: null,
    ...fields,
  }) as Partial<Call> as Call;
const calls = (...at: number[]) => at.map((one) => call(one));
const shown = (...at: number[]): Shown => ({ calls: calls(...at), held: [], nextCursor: "more" });
const ids = (rows: readonly Call[]) => rows.map(({ id }) => id).join(" ");

test("new rows come on top, or are held back until they are asked for", () => {
  const fresh = { calls: calls(5, 4, 3), nextCursor: "x" };
  expect(ids(merged(shown(3, 2, 1), fresh, false).calls)).toBe("c5 c4 c3 c2 c1");
  const held = merged(shown(3, 2, 1), fresh, true);
  expect([ids(held.calls), ids(held.held)]).toEqual(["c3 c2 c1", "c5 c4"]);
  expect(ids(merged(held, { calls: calls(6, 5, 4, 3), nextCursor: "x" }, true).held)).toBe("c6 c5 c4");
  expect(revealed(held)).toMatchObject({ calls: calls(5, 4, 3, 2, 1), held: [], nextCursor: "more" });
});

test("rows that are known turn where they stand, and what no longer fits goes, as far down as was read", () => {
  const fresh = { calls: [call(3, { undoneById: "u" }), call(1)], nextCursor: "x" };
  const now = merged(shown(3, 2, 1, 0), fresh, true);
  expect(ids(now.calls)).toBe("c3 c1 c0");
  expect(now.calls[0]?.undoneById).toBe("u");
});

test("a page that doesn't reach down to what is shown takes its place", () => {
  const fresh = { calls: calls(9, 8), nextCursor: "x" };
  expect(merged(shown(3, 2), fresh, false)).toEqual({ ...fresh, held: [] });
  const held = merged(shown(3, 2), fresh, true);
  expect([ids(held.calls), ids(held.held), ids(revealed(held).calls)]).toEqual(["c3 c2", "c9 c8", "c9 c8"]);
  expect(ids(merged({ ...shown(), nextCursor: null }, fresh, false).calls)).toBe("c9 c8");
});

test("older pages come below once, and one's own undo on top, linked to what it took back", () => {
  expect(ids(extended(shown(3, 2), { calls: calls(2, 1), nextCursor: null }).calls)).toBe("c3 c2 c1");
  const undo = call(9, { toolName: "undo_change", result: { undone: [{ call: "c2" }] } });
  const now = taken(shown(3, 2), undo, true);
  expect(now.calls.map(({ undoneById }) => undoneById)).toEqual([null, null, "c9"]);
  expect(ids(taken(shown(3, 2), call(1), false).calls)).toBe("c3 c2");
});
