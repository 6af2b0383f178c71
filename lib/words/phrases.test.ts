import { expect, test } from "vitest";
import { holds, leads, phrases, wordsOf } from "./phrases";

test("a phrase stands anywhere, or leads; in the singular or the plural", () => {
  const known = phrases("train times, flight");
  expect(holds(wordsOf("When are the train times?"), known)).toBe(true);
  expect(holds(wordsOf("two flights to Rome"), known)).toBe(true);
  expect(leads(wordsOf("two flights to Rome"), known)).toBe(false);
});

test("a phrase that would never be found, or stands twice, is a mistake of the table", () => {
  expect(() => phrases("how do i get to town")).toThrow(/longer than 4 words/);
  expect(() => phrases("flight, hotel", "hotel")).toThrow(/twice/);
});
