import { expect, test } from "vitest";
import { dueIn } from "./testing";

test.each([
  ["friday", "2026-03-13"],
  ["this friday", "2026-03-13"],
  ["next friday", "2026-03-20"],
  ["this coming sunday", "2026-03-15"],
  ["thursday coming", "2026-03-12"],
  ["friday next week", "2026-03-20"],
  ["next week on friday", "2026-03-20"],
  ["monday of next week", "2026-03-16"],
  ["friday of the week after next", "2026-03-27"],
  ["monday after next", "2026-03-23"],
  ["the sunday after this one", "2026-03-22"],
  ["move it from monday to friday", "2026-03-13"],
  ["three weeks tomorrow", "2026-04-02"],
  ["the party is a week this saturday", "2026-03-21"],
  ["the sunday before last", "2026-03-01"],
  ["tuesday week", "2026-03-24"],
  ["a week on tuesday", "2026-03-24"],
  ["a week from friday", "2026-03-20"],
  ["two weeks from monday", "2026-03-30"],
  ["monday fortnight", "2026-03-30"],
  ["in two fridays", "2026-03-20"],
  ["three sundays from today", "2026-03-29"],
  ["last friday", "2026-03-06"],
  ["this past monday", "2026-03-09"],
])("a weekday: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});

test.each([
  ["in 3 weeks", "2026-04-01"],
  ["in a day", "2026-03-12"],
  ["in ten days", "2026-03-21"],
  ["in a week's time", "2026-03-18"],
  ["a fortnight from now", "2026-03-25"],
  ["two years from now", "2028-03-11"],
  ["in six months", "2026-09-11"],
  ["in half a year", "2026-09-11"],
  ["in a year and a half", "2027-09-11"],
  ["in a day or two", "2026-03-12"],
  ["in two or three days", "2026-03-13"],
  ["in 2-3 days", "2026-03-13"],
  ["a week from tomorrow", "2026-03-19"],
  ["3 days from tomorrow", "2026-03-15"],
  ["the day after tomorrow", "2026-03-13"],
  ["two weeks ago", "2026-02-25"],
  ["the day before yesterday", "2026-03-09"],
  ["in five business days", "2026-03-18"],
])("so far from now: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});

test.each([
  ["in one minute", "2026-03-11 09:01"],
  ["in a couple of hours", "2026-03-11 11:00"],
  ["in an hour and a half", "2026-03-11 10:30"],
  ["in two and a half hours", "2026-03-11 11:30"],
  ["in 1.5 hours", "2026-03-11 10:30"],
  ["in three quarters of an hour", "2026-03-11 09:45"],
  ["in 3/4 of an hour", "2026-03-11 09:45"],
  ["in 2h", "2026-03-11 11:00"],
  ["in 1h 30m", "2026-03-11 10:30"],
  ["in 1 day 2 hours", "2026-03-12 11:00"],
  ["1 day 2 hours from now", "2026-03-12 11:00"],
  ["+1 day 2 hour", "2026-03-12 11:00"],
  ["120 minutes from now", "2026-03-11 11:00"],
  ["remind me in 15 to check the oven", "2026-03-11 09:15"],
  ["this time tomorrow", "2026-03-12 09:00"],
  ["this time next week", "2026-03-18 09:00"],
])("so much time from now: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});

test.each([
  ["two days before christmas", "2026-12-23"],
  ["day after thanksgiving", "2026-11-27"],
  ["the day before easter", "2026-04-04"],
  ["the friday before memorial day", "2026-05-22"],
  ["the monday after thanksgiving", "2026-11-30"],
  ["two weeks before halloween", "2026-10-17"],
  ["the week before christmas", "2026-12-18"],
  ["2 hours before noon", "2026-03-11 10:00"],
  ["an hour before 5pm", "2026-03-11 16:00"],
])("before or after another day: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});
