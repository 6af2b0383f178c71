import { expect, test } from "vitest";
import { dueIn } from "./testing";

test.each([
  ["next week", "2026-03-16"],
  ["the week after next", "2026-03-23"],
  ["early next week", "2026-03-16"],
  ["mid next week", "2026-03-18"],
  ["late next week", "2026-03-19"],
  ["end of this week", "2026-03-13"],
  ["later this week", "2026-03-13"],
  ["midweek", "2026-03-11"],
  ["the week of april 6", "2026-04-06"],
  ["the weekend of april 18", "2026-04-18"],
  ["the weekend", "2026-03-14"],
  ["next weekend", "2026-03-21"],
  ["the weekend after next", "2026-03-28"],
  ["over the weekend", "2026-03-14"],
])("a week: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});

test.each([
  ["next month", "2026-04-01"],
  ["meet me next month at 6", "2026-04-01 18:00"],
  ["by eom", "2026-03-31"],
  ["end of next month", "2026-04-30"],
  ["mid june", "2026-06-15"],
  ["middle of may", "2026-05-16"],
  ["beginning of august", "2026-08-01"],
  ["in march", "2027-03-01"],
  ["in april", "2026-04-01"],
  ["may 2027", "2027-05-01"],
  ["the last day of august", "2026-08-31"],
  ["last working day of the month", "2026-03-31"],
  ["first tuesday in october", "2026-10-06"],
  ["the second monday of next month", "2026-04-13"],
  ["the last monday in may", "2026-05-25"],
  ["by end of q2", "2026-06-30"],
  ["q3", "2026-07-01"],
  ["end of the quarter", "2026-03-31"],
  ["by eoy", "2026-12-31"],
  ["next year", "2027-01-01"],
  ["in 2027", "2027-01-01"],
  ["this summer", "2026-06-21"],
  ["in the fall", "2026-09-23"],
  ["in the spring of 2027", "2027-03-20"],
])("a month, a quarter, a year: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});

test.each([
  ["xmas", "2026-12-25"],
  ["christmas eve at 6", "2026-12-24 18:00"],
  ["christmas eve eve", "2026-12-23"],
  ["new years eve at 10pm", "2026-12-31 22:00"],
  ["new year's day", "2027-01-01"],
  ["valentines day", "2027-02-14"],
  ["mothers day", "2026-05-10"],
  ["labor day", "2026-09-07"],
  ["mlk day", "2027-01-18"],
  ["the fourth of july", "2026-07-04"],
  ["easter", "2026-04-05"],
  ["black friday", "2026-11-27"],
  ["tax day", "2026-04-15"],
  ["easter next year", "2027-03-28"],
  ["thanksgiving 2027", "2027-11-25"],
])("a holiday: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});

test.each([
  ["eod", "2026-03-11"],
  ["end of day friday", "2026-03-13"],
  ["by eod tomorrow", "2026-03-12"],
  ["cob friday", "2026-03-13 17:00"],
  ["close of business tomorrow", "2026-03-12 17:00"],
])("the end of the day: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});
