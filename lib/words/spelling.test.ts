import { expect, test } from "vitest";
import { dueIn } from "./testing";

test.each([
  ["tomorow", "2026-03-12"],
  ["tommorrow at 5", "2026-03-12 17:00"],
  ["tomoroow at 10", "2026-03-12 10:00"],
  ["tmrw nite", "2026-03-12 20:00"],
  ["wendesday", "2026-03-18"],
  ["wendsday", "2026-03-18"],
  ["satruday mornin", "2026-03-14 09:00"],
  ["next weds", "2026-03-18"],
  ["thrusday", "2026-03-12"],
  ["febuary 3", "2027-02-03"],
  ["setpember 9", "2026-09-09"],
  ["decmber 1", "2026-12-01"],
  ["chirstmas", "2026-12-25"],
  ["nxt wk monday", "2026-03-16"],
  ["2moro 7am", "2026-03-12 07:00"],
  ["yesteday", "2026-03-10"],
])("a slip still tells which word was meant: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});
