import { expect, test } from "vitest";
import { readDue } from "./dates";
import type { Today } from "./today";
import { instantOf, wallOf } from "./zone";

const at = (now: string, timeZone: string): Today => ({ now: new Date(now), timeZone });
const paris = at("2026-11-23T09:00:00Z", "Europe/Paris");

test.each([
  ["2026-11-27", "2026-11-27", null],
  ["2026-11-27T17:00", "2026-11-27", "17:00"],
  ["2026-11-27 17:00:30", "2026-11-27", "17:00"],
  ["2026-11-27T17:00:00Z", "2026-11-27", "18:00"],
  ["2026-11-27T17:00:00-05:00", "2026-11-27", "23:00"],
  ["next friday 5pm", "2026-12-04", "17:00"],
  ["friday", "2026-11-27", null],
  ["today", "2026-11-23", null],
  ["Tomorrow.", "2026-11-24", null],
])("%s is a date as a whole", (text, date, time) => {
  expect(readDue(text, paris)).toEqual({ due: { date, time }, moved: false });
});

test.each([
  "2026-02-30",
  "2026-13-01",
  "2026-11-27T25:00",
  "30 feb",
  "milk",
  "buy milk tomorrow",
  "every day",
  "",
  "#12",
])("%s is no date", (text) => {
  expect(readDue(text, paris)).toBeNull();
});

test.each([
  ["Europe/Berlin", "2027-03-28T02:30", "2027-03-28", "03:30"],
  ["America/New_York", "2026-03-08T02:30", "2026-03-08", "03:30"],
  ["Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04", "02:45"],
])("in %s the skipped wall time of %s moves forward", (timeZone, text, date, time) => {
  expect(readDue(text, at("2026-01-01T00:00:00Z", timeZone))).toEqual({ due: { date, time }, moved: true });
});

test.each([
  ["Europe/Berlin", { date: "2026-10-25", time: "02:30" }, "2026-10-25T00:30:00.000Z"],
  ["America/New_York", { date: "2026-11-01", time: "01:30" }, "2026-11-01T05:30:00.000Z"],
])("in %s a repeated wall time means the first", (timeZone, wall, instant) => {
  expect(instantOf(wall, timeZone)).toEqual({ instant: new Date(instant), moved: false });
});

test.each(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "UTC"])(
  "in %s every quarter of an hour of a year reads back as itself, or is moved forward",
  (timeZone) => {
    const wrong: string[] = [];
    for (let quarter = 0; quarter < 365 * 96; quarter += 7) {
      const wall = new Date(Date.UTC(2026, 0, 1, 0, quarter * 15)).toISOString();
      const asked = { date: wall.slice(0, 10), time: wall.slice(11, 16) };
      const { instant, moved } = instantOf(asked, timeZone);
      const got = wallOf(instant, timeZone);
      const isSame = got.date === asked.date && got.time === asked.time;
      const isLater = `${got.date}T${got.time}` > `${asked.date}T${asked.time}`;
      if (moved ? !isLater : !isSame) wrong.push(wall);
    }
    expect(wrong).toEqual([]);
  },
);
