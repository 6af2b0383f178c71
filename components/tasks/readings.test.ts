import { expect, test } from "vitest";
import { linesIn, pieces, shifted } from "./readings";

const friday = { start: 9, end: 15 };

test("a reading that was taken back stays taken back while other words are typed", () => {
  expect(shifted([friday], "Pay rent friday", "Pay the rent friday")).toEqual([{ start: 13, end: 19 }]);
  expect(shifted([friday], "Pay rent friday", "Pay rent friday #home")).toEqual([friday]);
  expect(shifted([friday], "Pay rent friday", "rent friday")).toEqual([{ start: 5, end: 11 }]);
});

test("one that is itself edited is read again", () => {
  expect(shifted([friday], "Pay rent friday", "Pay rent fri")).toEqual([]);
  expect(shifted([friday], "Pay rent friday", "")).toEqual([]);
});

test("the pieces of a text are the whole text", () => {
  const spans = [
    { start: 0, end: 3 },
    { start: 9, end: 15 },
  ];
  expect(pieces("Pay rent friday!", spans).map(({ text }) => text)).toEqual(["Pay", " rent ", "friday", "!"]);
});

test("a pasted list is as many tasks as it has lines with words", () => {
  expect(linesIn("- Milk\n* [ ] Bread tomorrow\n\n 2. Call mum\r\n[x] Eggs\n  ")).toEqual([
    "Milk",
    "Bread tomorrow",
    "Call mum",
    "Eggs",
  ]);
  expect(linesIn("2 eggs")).toEqual(["2 eggs"]);
});
