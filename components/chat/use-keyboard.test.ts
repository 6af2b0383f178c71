import { expect, test } from "vitest";
import { coveredBy } from "./use-keyboard";

test("what the keyboard covers is what ends below the part of the page that is seen", () => {
  expect(coveredBy({ height: 844, offsetTop: 0 }, 788)).toBe(0);
  expect(coveredBy({ height: 508, offsetTop: 0 }, 788)).toBe(280);
  expect(coveredBy({ height: 508, offsetTop: 100.4 }, 788)).toBe(180);
});
