import { expect, test } from "vitest";
import { commands, commandsFor } from "./commands";
import { keyReader, type Press, sayKeys } from "./keys";

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, isComposing: false };
const now = { isMac: false, isTyping: false, isOpen: false, singleKeys: true, at: 0 };

/** What these presses mean, one after the other, a tenth of a second apart. */
function meaning(presses: (Partial<Press> & { key: string })[], here: Partial<typeof now> = {}) {
  const read = keyReader();
  return presses.map((press, index) => read({ ...plain, ...press }, { ...now, at: index * 100, ...here })?.name);
}

test("each key means one thing, and no first key of two means something alone", () => {
  const all = commands.flatMap(({ keys }) => keys ?? []);
  expect(new Set(all).size).toBe(all.length);
  const firsts = all.filter((keys) => keys.includes(" ")).map((keys) => keys[0]);
  expect(all.filter((keys) => firsts.includes(keys))).toEqual([]);
});

test("one key, two keys, and the palette's", () => {
  expect(meaning([{ key: "n" }])).toEqual(["New chat"]);
  expect(meaning([{ key: "g" }, { key: "t" }])).toEqual([undefined, "Tasks"]);
  expect(meaning([{ key: "?", shiftKey: true }])).toEqual(["Keyboard shortcuts"]);
  expect(meaning([{ key: "k", ctrlKey: true }])).toEqual(["Find or run anything"]);
  expect(meaning([{ key: "k", metaKey: true }], { isMac: true })).toEqual(["Find or run anything"]);
});

test("the second key of two comes soon, or means what it means alone", () => {
  const read = keyReader();
  expect(read({ ...plain, key: "g" }, { ...now, at: 0 })).toBe(null);
  expect(read({ ...plain, key: "t" }, { ...now, at: 2_000 })?.name).toBe("Hide or show the tasks");
});

test("whoever types, composes or has a dialog before them writes letters", () => {
  expect(meaning([{ key: "n" }, { key: "?" }, { key: "/" }], { isTyping: true })).toEqual(Array(3).fill(undefined));
  expect(meaning([{ key: "n", isComposing: true }])).toEqual([undefined]);
  expect(meaning([{ key: "n" }, { key: "k", ctrlKey: true }], { isOpen: true })).toEqual([undefined, undefined]);
  expect(meaning([{ key: "k", ctrlKey: true }], { isTyping: true })).toEqual(["Find or run anything"]);
});

test("the browser's and the screen reader's keys are left to them", () => {
  for (const press of [
    { key: "n", ctrlKey: true },
    { key: "t", ctrlKey: true },
    { key: "n", altKey: true },
    { key: "N", shiftKey: true },
    { key: "k", ctrlKey: true, shiftKey: true },
    { key: "k", ctrlKey: true, altKey: true },
    { key: "n", repeat: true },
    { key: "Escape" },
    { key: "Tab" },
  ])
    expect(meaning([press])).toEqual([undefined]);
  // On a Mac, Ctrl+K deletes to the end of the line.
  expect(meaning([{ key: "k", ctrlKey: true }], { isMac: true })).toEqual([undefined]);
});

test("single keys can be switched off; the palette's stays", () => {
  expect(meaning([{ key: "n" }, { key: "k", ctrlKey: true }], { singleKeys: false })).toEqual([
    undefined,
    "Find or run anything",
  ]);
});

test("keys are said as they stand on the keyboard", () => {
  expect(sayKeys("mod+k", false)).toEqual(["Ctrl", "K"]);
  expect(sayKeys("mod+k", true)).toEqual(["⌘", "K"]);
  expect(sayKeys("g t", false)).toEqual(["G", "T"]);
});

test("commands are found by the beginnings of words, in any order", () => {
  const found = (text: string) => commandsFor(text).map(({ name }) => name);
  expect(found("the dar")).toEqual(["Dark theme"]);
  expect(found("log")).toContain("Sign out");
  expect(found("SIDE")).toEqual(["Hide or show the sidebar"]);
  expect(found("zebra")).toEqual([]);
  expect(found("")).not.toContain("Find or run anything");
  expect(commandsFor("side", true)).toEqual([]);
});
