import { expect, test } from "vitest";
import { readTime } from "./read-time";

test.each([
  ["17:00", "17:00"],
  ["5:30 pm", "17:30"],
  ["5p", "17:00"],
  ["12 am", "00:00"],
  ["12pm", "12:00"],
  ["9", "09:00"],
  ["0930", "09:30"],
  ["9.15", "09:15"],
])("%s is a time of the day", (typed, time) => {
  expect(readTime(typed)).toBe(time);
});

test.each(["25:00", "9:60", "13 pm", "0 am", "soon", "", "9:5"])("“%s” is none", (typed) => {
  expect(readTime(typed)).toBeNull();
});
