import { expect, test } from "vitest";
import { dueIn } from "./testing";

test.each([
  ["march eighteenth", "2026-03-18"],
  ["march 18", "2026-03-18"],
  ["the twenty first of may", "2026-05-21"],
  ["twenty second of june", "2026-06-22"],
  ["june first", "2026-06-01"],
  ["third of may", "2026-05-03"],
  ["feb twenty-eighth", "2027-02-28"],
  ["Jan-1", "2027-01-01"],
  ["thu 2 apr", "2026-04-02"],
  ["11/12", "2026-11-12"],
  ["4.22", "2026-04-22"],
  ["I fly back 4.22", "2026-04-22"],
  ["july 4", "2026-07-04"],
  ["wednesday the thirty first", "2027-03-31"],
  ["thursday the 2nd", "2026-04-02"],
  ["friday the 13th", "2026-03-13"],
  ["the 31st", "2026-03-31"],
  ["on the first", "2026-04-01"],
  ["the third", "2026-04-03"],
  ["rent 1st of the month", "2026-04-01"],
  ["the 15th of next month", "2026-04-15"],
  ["next month on the 15th", "2026-04-15"],
  ["may 5th next year", "2027-05-05"],
  ["next year on may 5", "2027-05-05"],
])("a day and a month: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});

test.each([
  ["jan twenty two 2018", "2018-01-22"],
  ["monday, jan 22 2018", "2018-01-22"],
  ["tuesday, jan 22 2018", "2018-01-22"],
  ["march 5 twenty thirty", "2030-03-05"],
  ["june third two thousand and twenty eight", "2028-06-03"],
  ["2 jan 27", "2027-01-02"],
  ["jan 2 '27", "2027-01-02"],
  ["2-jan-2027", "2027-01-02"],
  ["1/2/2027", "2027-01-02"],
  ["12-24-2027", "2027-12-24"],
  ["13/02/2027", "2027-02-13"],
  ["1.2.2027", "2027-02-01"],
  ["2027-1-2", "2027-01-02"],
  ["2027/01/02", "2027-01-02"],
  ["20260405", "2026-04-05"],
  ["the deadline is the 3rd of june 2027", "2027-06-03"],
  ["march next year", "2027-03-01"],
  ["third tuesday of june 2027", "2027-06-15"],
])("a year as well: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});

test.each([
  ["2026-11-03T14:00", "2026-11-03 14:00"],
  ["2026-04-05 11:15", "2026-04-05 11:15"],
  ["2026-04-05T11:15:00Z", "2026-04-05 07:15"],
  ["2026-04-05T11:15:00+02:00", "2026-04-05 05:15"],
  ["20260405T111500", "2026-04-05 11:15"],
  ["Sat, 5 Nov 2011 08:15", "2011-11-05 08:15"],
  ["Nov 5, 2011 8:15 pm", "2011-11-05 20:15"],
  ["Mon, 06 Apr 2026 10:00:00 GMT", "2026-04-06 06:00"],
  ["sunday, april 5, 2026 at 11:15 AM", "2026-04-05 11:15"],
])("a stamp: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});

test.each([
  ["10th-12th of may", "2026-05-10"],
  ["may 10-12", "2026-05-10"],
  ["may 5 through 8", "2026-05-05"],
  ["june 3rd through june 5th", "2026-06-03"],
  ["from march 3 to march 7", "2027-03-03"],
  ["6th to the 10th of april", "2026-04-06"],
  ["dec 24 - jan 2", "2026-12-24"],
  ["monday to wednesday", "2026-03-16"],
  ["from tomorrow until friday", "2026-03-12"],
  ["saturday or sunday", "2026-03-14"],
  ["next tuesday or wednesday", "2026-03-17"],
])("a stretch of days begins on its first: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});
