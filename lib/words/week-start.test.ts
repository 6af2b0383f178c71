import { expect, test } from "vitest";
import { dueIn } from "./testing";
import type { Today } from "./today";

const at = (day: string, weekStart: Today["weekStart"]): Today => ({
  now: new Date(`${day}T12:00:00Z`),
  timeZone: "Europe/London",
  weekStart,
});

// 15 March 2026 is a Sunday.
test.each([
  ["this week", "monday", "2026-03-15"],
  ["this week", "sunday", "2026-03-20"],
  ["end of the week", "monday", "2026-03-15"],
  ["end of the week", "saturday", "2026-03-20"],
  ["next week", "monday", "2026-03-16"],
  ["next week", "sunday", "2026-03-22"],
  ["next week", "saturday", "2026-03-21"],
  ["next friday", "monday", "2026-03-20"],
  ["next friday", "sunday", "2026-03-27"],
  ["friday next week", "sunday", "2026-03-27"],
  ["the weekend", "monday", "2026-03-15"],
  ["the weekend", "sunday", "2026-03-15"],
  ["next weekend", "monday", "2026-03-21"],
] as const)("on a Sunday %s, where weeks begin on %s, is %s", (text, weekStart, due) => {
  expect(dueIn(text, at("2026-03-15", weekStart))).toBe(due);
});

test("weeks begin on Monday when nothing is said", () => {
  expect(dueIn("next week", at("2026-03-15", undefined))).toBe("2026-03-16");
});
