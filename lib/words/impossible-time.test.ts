import { expect, test } from "vitest";
import { impossibleTime } from "./impossible-time";

test.each([
  ["set the dentist to 25:00", "25:00"],
  ["move the dentist to friday at 13:75", "13:75"],
  ["call at 24:30", "24:30"],
  ["call Ana tomorrow at 17am", "17am"],
])("%s names a time that no clock shows", (text, time) => {
  expect(impossibleTime(text)).toBe(time);
});

test.each([
  "call at 24:00",
  "call at 9:59 pm",
  "call at 17pm",
  "read psalm 119:64",
  "run 26:30 on the track",
  'read "up to 25:00"',
])("%s names none", (text) => {
  expect(impossibleTime(text)).toBeNull();
});
