import { expect, test } from "vitest";
import {
  addDays,
  dateIn,
  daysBetween,
  isPast,
  sayDate,
  sayDay,
  sayMoment,
  sayTime,
  sayWholeDay,
  untilMidnight,
  wallTimeIn,
} from "./dates";

test("an instant has the date and hour of the person's zone", () => {
  const instant = "2026-11-22T23:30:00Z";
  expect([dateIn("Europe/Paris", instant), wallTimeIn("Europe/Paris", instant)]).toEqual(["2026-11-23", "00:30"]);
  expect([dateIn("America/New_York", instant), wallTimeIn("America/New_York", instant)]).toEqual([
    "2026-11-22",
    "18:30",
  ]);
});

test("days are said as shortly as stays clear", () => {
  const said = (date: string) => sayDay(date, "2026-11-23");
  expect(said("2026-11-23")).toBe("Today");
  expect(said("2026-11-24")).toBe("Tomorrow");
  expect(said("2026-11-22")).toBe("Yesterday");
  expect(said("2026-11-27")).toBe("Friday");
  expect(said("2026-11-30")).toBe("Mon 30 Nov");
  expect(said("2026-11-20")).toBe("Fri 20 Nov");
  expect(said("2027-01-01")).toBe("1 Jan 2027");
  expect(sayDate("2026-11-27")).toBe("Fri 27 Nov 2026");
});

test("dates are said as English does it everywhere", () => {
  const said = new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  for (let month = 0; month < 24; month++) {
    const date = addDays("2026-01-01", month * 31);
    expect(sayDate(date)).toBe(said.format(new Date(date)).replace(",", ""));
  }
});

test("a day that is past has its name in full, and its year when that is another one", () => {
  const said = (date: string) => sayWholeDay(date, "2026-11-23");
  expect(said("2026-11-23")).toBe("Today");
  expect(said("2026-11-22")).toBe("Yesterday");
  expect(said("2026-11-16")).toBe("Monday 16 November");
  expect(said("2025-12-31")).toBe("Wednesday 31 December 2025");
});

test("hours follow the person's clock", () => {
  expect(sayTime("00:05", "12h")).toBe("12:05 am");
  expect(sayTime("12:00", "12h")).toBe("12:00 pm");
  expect(sayTime("17:30", "12h")).toBe("5:30 pm");
  expect(sayTime("17:30", "24h")).toBe("17:30");
});

test("a moment is an hour today, and names its day otherwise", () => {
  const here = { timeZone: "Europe/Paris", clock: "24h", today: "2026-11-23" } as const;
  expect(sayMoment("2026-11-23T13:03:00Z", here)).toBe("14:03");
  expect(sayMoment("2026-11-22T13:03:00Z", here)).toBe("Yesterday 14:03");
});

test("days are counted over months and clock changes", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
});

test("a due date is past after its hour, or after its day when it has none", () => {
  const now = { date: "2026-11-23", time: "12:00" };
  expect(isPast({ date: "2026-11-22", time: null }, now)).toBe(true);
  expect(isPast({ date: "2026-11-23", time: null }, now)).toBe(false);
  expect(isPast({ date: "2026-11-23", time: "11:59" }, now)).toBe(true);
  expect(isPast({ date: "2026-11-24", time: "01:00" }, now)).toBe(false);
});

test("midnight is found in the person's zone", () => {
  expect(untilMidnight("Europe/Paris", new Date("2026-11-22T22:59:30Z"))).toBe(31_000);
});
