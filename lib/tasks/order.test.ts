import { expect, test } from "vitest";
import { between, endOf } from "./order";

const isBefore = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;

test("new tasks stand in the order of their numbers", () => {
  const positions = [1, 2, 61, 62, 63, 3843, 3844, 3845, 238_328, 2_147_483_647].map(endOf);
  expect(positions.every((position, index) => index === 0 || isBefore(positions[index - 1] ?? "", position))).toBe(
    true,
  );
});

test("between two positions there is always another one", () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const positions = [1, 2, 3, 70].map(endOf);
  for (let n = 0; n < 5_000; n++) {
    const index = random(positions.length + 1);
    const position = between(positions[index - 1] ?? null, positions[index] ?? null);
    expect(position.endsWith("0")).toBe(false);
    positions.splice(index, 0, position);
  }
  expect(positions.every((position, index) => index === 0 || isBefore(positions[index - 1] ?? "", position))).toBe(
    true,
  );
});

test("positions stay short when tasks are always moved to the same place", () => {
  let top = endOf(1);
  let end = endOf(9);
  let squeezed = endOf(2);
  for (let n = 0; n < 300; n++) {
    top = between(null, top);
    end = between(end, null);
    squeezed = between(endOf(1), squeezed);
  }
  expect(Math.max(top.length, end.length)).toBeLessThan(15);
  expect(squeezed.length).toBeLessThan(70);
});

test("a task that was moved to the end stays before the next new one", () => {
  let end = endOf(9);
  for (let n = 0; n < 500; n++) end = between(end, null);
  expect(isBefore(end, endOf(10))).toBe(true);
});

test("two positions in the wrong order are refused", () => {
  expect(() => between("b", "a")).toThrow(RangeError);
});
