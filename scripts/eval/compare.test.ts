import { expect, test } from "vitest";
import {
  areTags,
  isDue,
  isDueDate,
  isPriority,
  isRecurrence,
  isTitle,
  isWithin,
  plainRule,
  wordsInCommon,
} from "./compare";

test("a title is the same in other quotes, in capitals, with an article and with a please", () => {
  expect(isTitle("pick up Sam's bike", "“Pick up Sam’s bike.”")).toBe(true);
  expect(isTitle("dentist", "the dentist, please")).toBe(true);
  expect(isTitle(["meeting", "meeting with Bob"], "a meeting with bob")).toBe(true);
  expect(isTitle("meeting with Bob", "meeting")).toBe(false);
});

test("words in common count once each", () => {
  expect(wordsInCommon("buy milk", "buy milk")).toBe(1);
  expect(wordsInCommon("buy milk and bread", "buy milk")).toBeCloseTo(2 / 3);
  expect(wordsInCommon("milk milk", "milk")).toBeCloseTo(2 / 3);
  expect(wordsInCommon("milk", "bread")).toBe(0);
  expect(wordsInCommon("", null)).toBe(1);
});

test("a date is met by any time on it, a time by that time alone", () => {
  expect(isDue("2026-03-12", "2026-03-12T17:00")).toBe(true);
  expect(isDue("2026-03-12T17:00", "2026-03-12T17:00:00-05:00")).toBe(true);
  expect(isDue("2026-03-12T17:00", "2026-03-12")).toBe(false);
  expect(isDueDate("2026-03-12T17:00", "2026-03-12")).toBe(true);
  expect(isDue(["2026-03-12", "2026-03-19"], "2026-03-19")).toBe(true);
  expect(isDue(null, null)).toBe(true);
  expect(isDue(null, "2026-03-12")).toBe(false);
  expect(isDue([], null)).toBe(false);
});

test("a range holds its beginning but not its end", () => {
  const week: [string, string] = ["2026-03-16", "2026-03-23"];
  expect(isWithin(week, "2026-03-16")).toBe(true);
  expect(isWithin(week, "2026-03-22T23:00")).toBe(true);
  expect(isWithin(week, "2026-03-23")).toBe(false);
  const evening: [string, string] = ["2026-03-12T18:00", "2026-03-12T23:00"];
  expect(isWithin(evening, "2026-03-12T19:00")).toBe(true);
  expect(isWithin(evening, "2026-03-12T17:59")).toBe(false);
  expect(isWithin(evening, "2026-03-12")).toBe(true);
  expect(isWithin(evening, null)).toBe(false);
});

test("rules are compared without what doesn't repeat", () => {
  expect(plainRule("rrule:freq=weekly;interval=1;byday=TU,MO;byhour=9;count=3")).toBe("BYDAY=MO,TU;FREQ=WEEKLY");
  expect(plainRule("FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO")).toBe(plainRule("FREQ=MONTHLY;BYDAY=+1MO"));
  expect(isRecurrence("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=TH", "2026-03-12")).toBe(true);
  expect(isRecurrence("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=FR", "2026-03-12")).toBe(false);
  expect(isRecurrence("FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=12", ["2026-03-12T10:00"])).toBe(true);
  expect(isRecurrence(null, null)).toBe(true);
  expect(isRecurrence("FREQ=DAILY", null)).toBe(false);
});

test("urgent is said of its own, no priority has many names, and tags have no order", () => {
  expect(isPriority(["high", "urgent"], "high")).toBe(true);
  expect(isPriority("high", "p1")).toBe(true);
  expect(isPriority(null, "normal")).toBe(true);
  expect(isPriority(null, "low")).toBe(false);
  expect(areTags(["#Work", "home"], ["home", "work"])).toBe(true);
  expect(areTags(["work"], [])).toBe(false);
});
