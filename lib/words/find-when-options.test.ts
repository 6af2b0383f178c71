import { expect, test } from "vitest";
import { findWhen } from "./find-when";
import { wednesday } from "./testing";

test("an hour named without its half of the day is said to be bare", () => {
  const isBare = (text: string) => findWhen(text, wednesday).isBareHour;
  expect(["at 2", "make that 330", "tomorrow at half three"].map(isBare)).toEqual([true, true, true]);
  expect(["at 2pm", "at 14:00", "at 2 in the afternoon", "tomorrow"].map(isBare)).toEqual([false, false, false, false]);
});

test("a list of days is one date for a task, and two for whoever asks which are named", () => {
  const text = "gym saturday and sunday";
  expect(findWhen(text, wednesday, { isTask: true })).toMatchObject({ due: { date: "2026-03-14" }, rest: "gym" });
  expect(findWhen(text, wednesday).rest).not.toBe("gym");
});

test("nothing is found in a hidden stretch, which stays in the rest", () => {
  const text = "call Friday Inc tomorrow";
  const hidden = [{ start: text.indexOf("tomorrow"), end: text.length }];
  expect(findWhen(text, wednesday, { hidden })).toMatchObject({ due: null, rest: text });
});

test("the spans hold true where a misspelt word is longer or shorter than the right one", () => {
  const text = "tomorow at 5 see Ana, or on wendesdday";
  const { spans, rest } = findWhen("call Ana tomorow at 5pm about febuary", wednesday);
  expect(spans.map(([start, end]) => "call Ana tomorow at 5pm about febuary".slice(start, end))).toEqual([
    "tomorow at 5pm",
  ]);
  expect(rest).toBe("call Ana about febuary");
  expect(findWhen(text, wednesday).spans.every(([start, end]) => start < end && end <= text.length)).toBe(true);
});
