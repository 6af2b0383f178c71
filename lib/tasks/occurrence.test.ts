import { expect, test } from "vitest";
import { firstOccurrence, nextOccurrence } from "./occurrence";
import { anchored } from "./recurrence";

test.each([
  ["FREQ=DAILY", "2026-11-22", "2026-11-22", "2026-11-23"],
  ["FREQ=DAILY", "2026-11-10", "2026-11-22", "2026-11-22"],
  ["FREQ=DAILY", "2026-11-25", "2026-11-22", "2026-11-26"],
  ["FREQ=DAILY;INTERVAL=3", "2026-11-10", "2026-11-21", "2026-11-22"],
  ["FREQ=WEEKLY", "2026-11-20", "2026-11-22", "2026-11-27"],
  ["FREQ=WEEKLY;BYDAY=MO,TH", "2026-11-23", "2026-11-23", "2026-11-26"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-11-23", "2026-11-24", "2026-12-07"],
  ["FREQ=MONTHLY", "2026-11-05", "2026-11-22", "2026-12-05"],
  ["FREQ=MONTHLY;BYMONTHDAY=31", "2027-01-31", "2027-01-31", "2027-02-28"],
  ["FREQ=MONTHLY;BYMONTHDAY=31", "2027-02-28", "2027-02-28", "2027-03-31"],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30", "2026-11-30", "2026-12-31"],
  ["FREQ=MONTHLY;BYDAY=1MO", "2026-11-02", "2026-11-22", "2026-12-07"],
  ["FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27", "2026-11-27", "2026-12-25"],
  ["FREQ=YEARLY", "2026-03-01", "2026-11-22", "2027-03-01"],
  ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2028-02-29", "2028-02-29", "2029-02-28"],
])("%s, due %s, done on %s, is next due on %s", (rule, due, today, next) => {
  expect(nextOccurrence(rule, due, today)).toEqual({ date: next, rule });
});

test("a rule with a count loses one for each date that has gone by, and then ends", () => {
  const weekly = nextOccurrence("FREQ=WEEKLY;COUNT=3", "2026-11-02", "2026-11-02");
  expect(weekly).toEqual({ date: "2026-11-09", rule: "FREQ=WEEKLY;COUNT=2" });
  expect(nextOccurrence("FREQ=WEEKLY;COUNT=3", "2026-11-02", "2026-11-10")).toEqual({
    date: "2026-11-16",
    rule: "FREQ=WEEKLY;COUNT=1",
  });
  expect(nextOccurrence("FREQ=WEEKLY;COUNT=1", "2026-11-16", "2026-11-16")).toBeNull();
  expect(nextOccurrence("FREQ=WEEKLY;COUNT=2", "2026-11-02", "2026-11-20")).toBeNull();
});

test("a due date that was moved off the rule uses up one of its count", () => {
  const moved = nextOccurrence("FREQ=WEEKLY;BYDAY=MO;COUNT=3", "2026-11-18", "2026-11-18");
  expect(moved).toEqual({ date: "2026-11-23", rule: "FREQ=WEEKLY;BYDAY=MO;COUNT=2" });
});

test("a rule ends after its last day", () => {
  expect(nextOccurrence("FREQ=DAILY;UNTIL=20261123", "2026-11-22", "2026-11-22")?.date).toBe("2026-11-23");
  expect(nextOccurrence("FREQ=DAILY;UNTIL=20261123", "2026-11-23", "2026-11-23")).toBeNull();
});

test("the first date may be today", () => {
  expect(firstOccurrence("FREQ=WEEKLY;BYDAY=SU", "2026-11-22")).toBe("2026-11-22");
  expect(firstOccurrence("FREQ=WEEKLY;BYDAY=SA", "2026-11-22")).toBe("2026-11-28");
  expect(firstOccurrence("FREQ=DAILY;UNTIL=20200101", "2026-11-22")).toBeNull();
});

test("a monthly rule that starts on the 31st remembers the 31st", () => {
  const rule = anchored("FREQ=MONTHLY", "2027-01-31");
  expect(rule).toBe("FREQ=MONTHLY;BYMONTHDAY=31");
  expect(anchored("FREQ=MONTHLY", "2027-01-15")).toBe("FREQ=MONTHLY");
  expect(anchored("FREQ=MONTHLY;BYDAY=1MO", "2027-01-31")).toBe("FREQ=MONTHLY;BYDAY=1MO");
});

test.each(["2026-10-24", "2026-10-31", "2027-03-13", "2027-03-27"])(
  "F31 · a rule knows no clocks: from %s on each day has its own date, though the clocks change in the night",
  (start) => {
    const dates = [start];
    for (let due = start; dates.length < 4; ) {
      due = nextOccurrence("FREQ=DAILY", due, due)?.date ?? "";
      dates.push(due);
    }
    expect(dates.map((date) => Date.parse(date) / 86_400_000 - Date.parse(start) / 86_400_000)).toEqual([0, 1, 2, 3]);
  },
);
