import { expect, test } from "vitest";
import type { Call } from "@/lib/activity/schema";
import { daysOf, wayBackOf } from "./groups";
import { change, task } from "./testing";

const call = (id: string, messageId: string | null, fields: Partial<Call> = {}) =>
  ({
    id,
    messageId,
    createdAt: "2026-11-23T10:00:00Z",
    status: "SUCCESS",
    changes: [change(null, task())],
    undoneById: null,
    ...fields,
  }) as Partial<Call> as Call;

test("what one reply did stands together, where its newest call is, and no day holds that of another", () => {
  const yesterday = { createdAt: "2026-11-22T10:00:00Z" };
  const calls = [call("4", "r"), call("3", null), call("2", "r"), call("1", "r", yesterday)];
  const days = daysOf(calls, ({ createdAt }) => createdAt.slice(0, 10));
  expect(days.map(({ day, groups }) => [day, groups.map((group) => group.calls.map(({ id }) => id))])).toEqual([
    ["2026-11-23", [["4", "2"], ["3"]]],
    ["2026-11-22", [["1"]]],
  ]);
});

test("a reply with several changes goes back as a whole, and comes back if it went together", () => {
  expect(wayBackOf([call("1", "r")])).toBeNull();
  expect(wayBackOf([call("1", "r"), call("2", "r", { changes: [] })])).toBeNull();
  expect(wayBackOf([call("1", "r"), call("2", "r", { undoneById: "u" })])).toMatchObject({
    undone: false,
    target: { reply: "r" },
  });
  const by = (one: string, other: string) => [
    call("1", "r", { undoneById: one }),
    call("2", "r", { undoneById: other }),
  ];
  expect(wayBackOf(by("u", "u"))).toEqual({ many: 2, undone: true, target: { call: "u" } });
  expect(wayBackOf(by("u", "v"))).toBeNull();
});
