import { expect, test } from "vitest";
import { wordDiff } from "./word-diff";

const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, cut: "…", gone: `[-${text.trim()}-]`, new: `[+${text.trim()}+]` })[kind])
    .join("");

test("of a long text only what changed stands there, with a few words around", () => {
  const words = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `w${from + n} `).join("");
  expect(shown(`${words(0, 40)}old ${words(40, 80)}`, `${words(0, 40)}new ${words(40, 80)}`)).toBe(
    "…w35 w36 w37 w38 w39 [-old-][+new+]w40 w41 w42 w43 w44 …",
  );
  expect(shown(words(0, 30), `${words(0, 30)}more`)).toBe("…w25 w26 w27 w28 w29 [+more+]");
});

test("words are taken out and put in where they stand, short texts whole", () => {
  expect(shown("Call Anna on Friday at noon", "Call Peter on Friday")).toBe(
    "Call [-Anna-][+Peter+]on [-Friday at noon-][+Friday+]",
  );
  expect(shown("a b", "a b")).toBe("a b");
  expect(shown("", "a")).toBe("[+a+]");
});

test("texts that have nothing in common, however long, take no time", () => {
  const long = (letter: string) => Array.from({ length: 2_000 }, (_, n) => `${letter}${n}`).join(" ");
  expect(wordDiff(long("a"), long("b")).map(({ kind }) => kind)).toEqual(["gone", "new"]);
});
