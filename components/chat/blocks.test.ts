import { expect, test } from "vitest";
import { blocksOf } from "./blocks";

test("paragraphs are blocks", () => {
  expect(blocksOf("one\ntwo\n\nthree\n\n\nfour")).toEqual(["one\ntwo\n", "three\n\n", "four"]);
});

test("a code fence is one block, blank lines and other fences inside it included", () => {
  const fence = "```js\na\n\n~~~\n\nb\n```";
  expect(blocksOf(`before\n\n${fence}\n\nafter`)).toEqual(["before\n", `${fence}\n`, "after"]);
});

test("a fence that is still open takes everything", () => {
  expect(blocksOf("```\na\n\nb\n\nc")).toEqual(["```\na\n\nb\n\nc"]);
});

test("a loose list stays together, so that its numbers go on", () => {
  expect(blocksOf("1. one\n\n   more of it\n\n2. two\n\nafter")).toEqual([
    "1. one\n\n   more of it\n\n2. two\n",
    "after",
  ]);
});

test("blocks stay the same while the text grows", () => {
  const [first] = blocksOf("| a | b |\n|---|---|\n| 1 | 2 |\n\nThe r");
  expect(first).toBe(blocksOf("| a | b |\n|---|---|\n| 1 | 2 |\n\nThe rest of it\n\nand")[0]);
});
