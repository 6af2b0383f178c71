import { expect, test } from "vitest";
import { below } from "./put-into-composer";

test("a text goes below a draft, which stays, and stands there once", () => {
  expect(below("", "About #1 “Milk”: ")).toBe("About #1 “Milk”: ");
  expect(below("  \n", "About #1 “Milk”: ")).toBe("About #1 “Milk”: ");
  const both = below("Half a thought ", "About #1 “Milk”: ");
  expect(both).toBe("Half a thought\nAbout #1 “Milk”: ");
  expect(below(both, "About #1 “Milk”: ")).toBe(both);
});
