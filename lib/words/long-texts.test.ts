import { expect, test } from "vitest";
import { readTask } from "./read-task";
import { wednesday } from "./testing";

test.each([
  "1 ",
  "a ",
  "3-4 ",
  "at ",
  "-",
  "!",
  "'",
  '"',
  "a@",
  "#a ",
  "next ",
  "twenty ",
  "1:",
  "1,",
  "monday and ",
  "5 days and ",
  "every monday, ",
  "the 1st, 2nd, ",
  "from 3 to ",
  "tagged a and ",
  "tomorrow (",
])("a nasty text of many times %j is read to its end", (piece) => {
  const text = piece.repeat(10_000 / piece.length);
  expect(readTask(text, wednesday).spans.every(({ start, end }) => start >= 0 && end <= text.length)).toBe(true);
});

test("a long text keeps its words and gives its date", () => {
  const filler = "some words that speak of nothing in particular ".repeat(200);
  const { title, due } = readTask(`${filler}tomorrow at 5pm`, wednesday);
  expect(due).toEqual({ date: "2026-03-12", time: "17:00" });
  expect(title).toBe(filler.trim());
});
