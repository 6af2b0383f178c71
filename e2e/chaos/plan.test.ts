import { expect, test } from "vitest";
import { kinds, planned } from "./plan";
import { seeded } from "./random";

const planOf = (seed: number, seconds: number) => planned(seeded(seed), { seconds, servers: 2 });

test("the same seed gives the same plan, another seed another", () => {
  expect(planOf(7, 60)).toEqual(planOf(7, 60));
  expect(planOf(7, 60)).not.toEqual(planOf(8, 60));
});

test.each([20, 60])("in %i seconds every kind of blow comes, and all are over at the end", (seconds) => {
  for (let seed = 0; seed < 200; seed += 1) {
    const plan = planOf(seed, seconds);
    expect(new Set(plan.map(({ kind }) => kind)).size, `seed ${seed}`).toBe(kinds.length);
    expect(Math.max(...plan.map(({ at, lasts }) => at + lasts))).toBeLessThanOrEqual(seconds * 1000);
  }
});

test("only one server is hurt at a time", () => {
  const blows = planOf(3, 1_800).filter(({ kind }) => kind !== "restart database");
  const overlaps = blows.filter(({ at }, index) => {
    const before = blows[index - 1];
    return before !== undefined && at < before.at + before.lasts;
  });
  expect(blows.length).toBeGreaterThan(100);
  expect(overlaps).toEqual([]);
});
