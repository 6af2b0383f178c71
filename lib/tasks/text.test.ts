import { expect, test } from "vitest";
import { cleanLine, cleanTag, cleanText, withoutRepeats } from "./text";

test("what nobody can see is taken out, and what belongs to a language stays", () => {
  expect(cleanLine("  pay\u202E the\u0007\u2066 rent\u{E0041}\u200B ")).toBe("pay the rent");
  expect(cleanLine("a\tb\r\nc\u2028d")).toBe("a b c d");
  expect(cleanLine("👩‍👩‍👧 می‌خواهم é")).toBe("👩‍👩‍👧 می‌خواهم é");
  expect(cleanLine("\u00AD\u2800\u3164\u034F\u115F")).toBe("");
  expect(cleanLine("half \uD83D pair")).toBe("half \uFFFD pair");
});

test("lines of a text stay lines", () => {
  expect(cleanText("\uFEFFa\r\nb\rc\u2028d\te\u0000\n")).toBe("a\nb\nc\nd\te");
});

test("a tag loses its hash, and is kept once in its first spelling", () => {
  expect(cleanTag(" ##Home ")).toBe("Home");
  expect(withoutRepeats(["Home", "work", "home", "WORK"])).toEqual(["Home", "work"]);
});
