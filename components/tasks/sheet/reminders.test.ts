import { expect, test } from "vitest";
import { readReminder, sayReminder } from "./reminders";

test.each([
  [0, "at the time"],
  [1, "1 minute before"],
  [30, "30 minutes before"],
  [60, "1 hour before"],
  [90, "1 hour and 30 minutes before"],
  [1440, "1 day before"],
  [20_160, "2 weeks before"],
])("%i minutes are said", (minutes, words) => {
  expect(sayReminder(minutes)).toBe(words);
  expect(readReminder(words)).toBe(minutes);
});

test.each([
  ["45", 45],
  ["45 min", 45],
  ["an hour", 60],
  ["2h", 120],
  ["1.5 hours", 90],
  ["1 day and 2 hours before", 1560],
])("“%s” is read", (text, minutes) => {
  expect(readReminder(text)).toBe(minutes);
});

test.each(["soon", "", "5 weeks", "0.01 min", "2 days after lunch", "-5"])("“%s” is none", (text) => {
  expect(readReminder(text)).toBeNull();
});
