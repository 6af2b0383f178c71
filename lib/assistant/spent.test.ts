import { expect, test } from "vitest";
import { spentWith } from "./spent";

test("a reply that ran once took what it took", () => {
  const now = { model: "m", firstTokenMs: 40, totalMs: 100, inputTokens: 5, outputTokens: 7 };
  expect(spentWith({}, now)).toEqual(now);
  expect(spentWith({}, { status: "STOPPED" })).toEqual({ status: "STOPPED" });
});

test("a reply that went on after a yes took both runs together, and its first word came when it came", () => {
  const before = { firstTokenMs: 40, totalMs: 100, inputTokens: 5, outputTokens: 7 };
  const now = { firstTokenMs: 10, totalMs: 50, inputTokens: 20 };
  expect(spentWith(before, now)).toEqual({ firstTokenMs: 40, totalMs: 150, inputTokens: 25, outputTokens: 7 });
  expect(spentWith({ totalMs: 100 }, now).firstTokenMs).toBe(110);
});
