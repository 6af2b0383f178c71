import { expect, test } from "vitest";
import { containing, prefixQuery } from "./search";

test("every word of a search is the beginning of a word", () => {
  expect(prefixQuery("Dent tues")).toBe("dent:* & tues:*");
  expect(prefixQuery("o'neill & (cats) | !dogs:*")).toBe("o:* & neill:* & cats:* & dogs:*");
  expect(prefixQuery("Überweisung 5€")).toBe("überweisung:* & 5:*");
});

test("a search without any word looks for its characters alone", () => {
  expect(prefixQuery("?!  …")).toBeNull();
  expect(containing("100%_\\")).toBe("%100\\%\\_\\\\%");
});
