import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepUnread, readUnread } from "./unread";

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

test("what is unread is kept on this device, for each person apart", () => {
  keepUnread("ada", "1", true);
  keepUnread("ada", "2", true);
  expect([...readUnread("ada")]).toEqual(["1", "2"]);
  expect([...readUnread("grace")]).toEqual([]);
  expect([...keepUnread("ada", "1", false)]).toEqual(["2"]);
});

test("the marks of long ago give way, and what was kept otherwise is nothing", () => {
  for (let n = 0; n < 210; n++) keepUnread("ada", String(n), true);
  expect(readUnread("ada").size).toBe(200);
  expect(readUnread("ada").has("209")).toBe(true);
  for (const odd of ["{", "null", '{"a":1}', "[1,null]"]) {
    kept.set("docket:unread:ada", odd);
    expect([...readUnread("ada")]).toEqual([]);
  }
});

test("a browser that stores nothing still marks until the page is left", () => {
  const refuse = () => {
    throw new DOMException("No", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse });
  expect([...keepUnread("ada", "1", true)]).toEqual(["1"]);
});
