import { expect, test } from "vitest";
import { readShift, shiftDue } from "./shift";
import type { Today } from "./today";

const today: Today = { now: new Date("2026-03-11T13:00:00Z"), timeZone: "America/New_York" };
const due = { date: "2026-03-13", time: "15:00" };

test.each([
  ["it two days", "it", "2026-03-15 15:00"],
  ["the dentist back a week", "the dentist", "2026-03-20 15:00"],
  ["it by an hour", "it", "2026-03-13 16:00"],
  ["it half an hour earlier", "it", "2026-03-13 14:30"],
  ["it a month later", "it", "2026-04-13 15:00"],
  ["it 3 days earlier", "it", "2026-03-10 15:00"],
])("%s: %s goes to %s", (text, rest, moved) => {
  const found = readShift(text);
  const { date, time } = shiftDue(due, found?.shift ?? { amount: 0, unit: "day" }, today);
  expect([found?.rest, `${date} ${time}`]).toEqual([rest, moved]);
});

test.each(["it to friday", "the report", "part 3"])("%s is no move", (text) => {
  expect(readShift(text)).toBeNull();
});

test("without a date a move starts today", () => {
  expect(shiftDue(null, { amount: 2, unit: "days" }, today)).toEqual({ date: "2026-03-13", time: null });
});

test("hours move through instants, days through the calendar", () => {
  const berlin: Today = { now: new Date("2026-03-01T00:00:00Z"), timeZone: "Europe/Berlin" };
  const eve = { date: "2026-03-28", time: "12:00" };
  expect(shiftDue(eve, { amount: 24, unit: "hours" }, berlin)).toEqual({ date: "2026-03-29", time: "13:00" });
  expect(shiftDue(eve, { amount: 1, unit: "day" }, berlin)).toEqual({ date: "2026-03-29", time: "12:00" });
});
