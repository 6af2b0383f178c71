import { expect, test } from "vitest";
import { askedFor, orderOf, queryIn, withQuery } from "./query";

const read = (search: string) => queryIn(new URLSearchParams(search), "all");

test("what the address says is what the list is, and the other way", () => {
  const search = "?view=today&tag=home&sort=title&q=pay+rent";
  expect(read(search)).toEqual({ view: "today", tag: "home", sort: "title", text: "pay rent" });
  expect(withQuery("?task=7", read(search), "all")).toBe("?task=7&view=today&tag=home&sort=title&q=pay+rent");
  expect(withQuery(search, read(""), "all")).toBe("");
});

test("an address that makes no sense is the first view", () => {
  expect(read("?view=overdue&sort=backwards")).toEqual({ view: "all", tag: null, sort: null, text: "" });
});

test("each view has its own order, today holds what is late, and a search has its best match first", () => {
  expect(orderOf(read("?view=inbox"))).toBe("manual");
  expect(orderOf(read("?view=completed&sort=title"))).toBe("lately");
  expect(askedFor(read("?view=today"), "2026-11-23")).toEqual({ view: "all", dueTo: "2026-11-23", sort: "due" });
  expect(askedFor(read("?q=rent"), "2026-11-23")).toEqual({ view: "all", text: "rent" });
  expect(askedFor(read("?q=rent&sort=created"), "2026-11-23")).toEqual({ view: "all", text: "rent", sort: "created" });
});
