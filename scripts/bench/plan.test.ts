import { expect, test } from "vitest";
import { planOf } from "./plan";

const named = (words: string[]) => planOf(words).trials.map(({ kind, atOnce }) => `${kind} ${atOnce}`);

test("without words everything is measured, few at once before many", () => {
  const plan = planOf([]);
  expect(named([])).toEqual([
    ...["paced 1", "unpaced 1", "follow-up 1", "paced 20", "unpaced 20", "follow-up 20"],
    ...["paced 100", "unpaced 100", "paced 500", "unpaced 500"],
  ]);
  expect(plan.parts).toEqual(["sql", "growth", "browser", "tasks"]);
});

test("a kind and a number choose what has both", () => {
  expect(named(["--only", "paced,20"])).toEqual(["paced 20"]);
  expect(planOf(["--only", "paced,20"]).parts).toEqual([]);
});

test("a part alone measures no trials", () => {
  expect(named(["--only", "growth"])).toEqual([]);
  expect(planOf(["--only", "growth"]).parts).toEqual(["growth"]);
});

test("a quick run measures each once and leaves out the 500", () => {
  const { trials } = planOf(["--quick"]);
  expect(Math.max(...trials.map(({ atOnce }) => atOnce))).toBe(100);
  expect(trials.every(({ repetitions }) => repetitions === 1)).toBe(true);
});

test("a word that means nothing here is refused with those that do", () => {
  expect(() => planOf(["--only", "fast"])).toThrow(/no "fast" in the bench[\s\S]*paced, unpaced, follow-up/);
  expect(() => planOf(["--fast"])).toThrow(/Usage/);
});
