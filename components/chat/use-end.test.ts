import { expect, test } from "vitest";
import { heldAfter } from "./use-end";

const atEnd = { follows: true, top: 500 };
const above = { follows: false, top: 500 };

test("who goes up is let go, and is not taken back while they stay there", () => {
  expect(heldAfter(atEnd, 480, 20)).toEqual({ follows: false, top: 480 });
  expect(heldAfter(above, 500, 20).follows).toBe(false);
  expect(heldAfter(above, 400, 60).follows).toBe(false);
});

test("what grows below is followed, however far away the end has got", () => {
  expect(heldAfter(atEnd, 500, 900).follows).toBe(true);
});

test("on the way down the end takes hold a little before it is reached", () => {
  expect(heldAfter(above, 600, 60).follows).toBe(true);
  expect(heldAfter(above, 600, 80).follows).toBe(false);
});

test("a page that became shorter was not gone up", () => {
  expect(heldAfter(atEnd, 300, 0).follows).toBe(true);
});
