import { expect, test } from "vitest";
import { distance } from "./distance";

test("two letters swapped are one mistake", () => {
  expect([distance("dentsit", "dentist"), distance("milk", "mlik"), distance("a", "abcd")]).toEqual([1, 1, 3]);
});
