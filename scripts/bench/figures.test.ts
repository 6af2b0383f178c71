import { expect, test } from "vitest";
import { medians, spread } from "./figures";

test("a spread names values that were measured", () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(spread(values)).toEqual({ p50: 50, p95: 95, p99: 99 });
});

test("of several repetitions each figure is the median of its own, at any depth", () => {
  const rounds = [
    { name: "a", cpu: { app: 3 }, total: 10 },
    { name: "a", cpu: { app: 1 }, total: 30 },
    { name: "a", cpu: { app: 2 }, total: 20 },
  ];
  expect(medians(rounds)).toEqual({ name: "a", cpu: { app: 2 }, total: 20 });
});
