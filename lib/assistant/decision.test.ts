import { expect, test } from "vitest";
import { decisionIn } from "./decision";

test.each([
  "approve",
  "Approve!",
  "go ahead",
  "yes go ahead please",
  "ok, do it",
  "approve all of them",
  "sure, why not",
  "yes, delete them",
  "accept",
])("%s lets what waits happen", (text) => {
  expect(decisionIn(text)).toBe(true);
});

test.each([
  "no",
  "refuse",
  "don't",
  "yes but not the milk",
  "delete them",
  "yes, and add eggs",
  "ok what else is due?",
  "",
])("%j does not", (text) => {
  expect(decisionIn(text)).toBe(false);
});

test("a long message that is nearly a yes is read in no time", () => {
  expect(decisionIn(`${"yes please do ".repeat(700)}x`)).toBe(false);
  expect(decisionIn(`${"ok, ".repeat(2_000)}x`)).toBe(false);
  expect(decisionIn("yes please do")).toBe(true);
});
