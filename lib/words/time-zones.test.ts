import { expect, test } from "vitest";
import { readDue } from "./dates";
import { findWhen } from "./find-when";
import { dueIn } from "./testing";
import { type Today, timeIn, todayIn } from "./today";
import { instantOf, settle } from "./zone";

const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "UTC",
];

/** Instants that look random and are the same in every run, around the changes of the clocks of 2026 and 2027. */
function instants(count: number): Date[] {
  let seed = 20260311;
  return Array.from({ length: count }, () => {
    seed = (seed * 48271) % 2147483647;
    return new Date(Date.UTC(2026, 2, 1) + (seed / 2147483647) * 420 * 86_400_000);
  });
}

const said = (now: Date, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, ...options }).format(now);

test.each(zones)("F31: in %s today and now are what the wall shows at any instant", (timeZone) => {
  for (const now of instants(200)) {
    const today: Today = { now, timeZone };
    expect(todayIn(today)).toBe(said(now, timeZone, { dateStyle: "short" }));
    expect(timeIn(today)).toBe(said(now, timeZone, { timeStyle: "short" }));
  }
});

test.each(zones)("F31: in %s tomorrow at 9 is 09:00 on tomorrow's wall, whatever the instant", (timeZone) => {
  for (const now of instants(100)) {
    const { due } = findWhen("tomorrow at 9", { now, timeZone });
    const [year = 0, month = 1, day = 1] = said(now, timeZone, { dateStyle: "short" }).split("-").map(Number);
    expect(due).toEqual({
      date: new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10),
      time: "09:00",
    });
  }
});

test.each(zones)("F31: in %s two hours from now are two hours of time, also where the clocks change", (timeZone) => {
  for (const now of instants(100)) {
    const { due } = findWhen("in 2 hours", { now, timeZone });
    const later = new Date(now.getTime() + 2 * 3_600_000);
    expect(due).toEqual({ date: todayIn({ now: later, timeZone }), time: timeIn({ now: later, timeZone }) });
  }
});

test.each([
  ["Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25 03:30"],
  ["Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-25 04:30"],
  ["Europe/Berlin", "2027-03-28T00:30:00Z", "2027-03-28 04:30"],
  ["America/New_York", "2026-11-01T05:30:00Z", "2026-11-01 02:30"],
  ["America/New_York", "2027-03-14T06:30:00Z", "2027-03-14 04:30"],
  ["Australia/Lord_Howe", "2026-10-03T15:00:00Z", "2026-10-04 04:00"],
])("F31: in %s at %s two hours from now are %s on the wall", (timeZone, now, due) => {
  expect(dueIn("in 2 hours", { now: new Date(now), timeZone })).toBe(due);
});

test.each([
  ["Europe/Berlin", "2027-03-27T12:00:00Z", "02:30", "2027-03-28", "03:30"],
  ["America/New_York", "2027-03-13T12:00:00Z", "2:15 am", "2027-03-14", "03:15"],
  ["Australia/Lord_Howe", "2026-10-03T01:00:00Z", "2:10 am", "2026-10-04", "02:40"],
])(
  "F31: in %s at %s tomorrow's %s falls into a gap and moves forward by its length, and says so",
  (timeZone, now, time, date, moved) => {
    expect(readDue(`tomorrow at ${time}`, { now: new Date(now), timeZone })).toEqual({
      due: { date, time: moved },
      moved: true,
    });
  },
);

test.each([
  ["Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30:00.000Z"],
  ["America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00.000Z"],
  ["Australia/Lord_Howe", "2027-04-04", "01:45", "2027-04-03T14:45:00.000Z"],
])("F31: in %s on %s the repeated %s is the first of the two", (timeZone, date, time, instant) => {
  expect(instantOf({ date, time }, timeZone)).toEqual({ instant: new Date(instant), moved: false });
  expect(settle({ date, time }, timeZone)).toEqual({ due: { date, time }, moved: false });
});

test.each(zones)("F31: in %s a repetition keeps the time on the wall through the year", (timeZone) => {
  for (const now of instants(60)) {
    const { due, recurrence } = findWhen("every day at 7am", { now, timeZone });
    expect([due?.time, recurrence]).toEqual(["07:00", "FREQ=DAILY"]);
  }
});

test("F31: who flies to another zone keeps the dates that were set, as they stood on the wall", () => {
  const now = new Date("2026-03-11T23:30:00Z");
  const { due } = findWhen("tomorrow at 9am", { now, timeZone: "Europe/Berlin" });
  expect(due).toEqual({ date: "2026-03-13", time: "09:00" });
  // The date holds no zone: elsewhere the same wall time is another instant.
  const instantsOfIt = zones.map((zone) =>
    instantOf({ date: "2026-03-13", time: "09:00" }, zone).instant.toISOString(),
  );
  expect(new Set(instantsOfIt).size).toBe(zones.length);
  expect(settle({ date: "2026-03-13", time: "09:00" }, "America/New_York").due).toEqual(due);
});
