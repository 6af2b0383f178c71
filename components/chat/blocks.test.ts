import { expect, test } from "vitest";
import { blocksOf as blocksWithPlace, codeOf } from "./blocks";

const blocksOf = (text: string) => blocksWithPlace(text).map((block) => block.text);

test("paragraphs are blocks", () => {
  expect(blocksOf("one\ntwo\n\nthree\n\n\nfour")).toEqual(["one\ntwo", "three", "four"]);
});

test("a code fence is one block, blank lines and other fences inside it included", () => {
  const fence = "```js\na\n\n~~~\n\nb\n```";
  expect(blocksOf(`before\n\n${fence}\n\nafter`)).toEqual(["before", fence, "after"]);
});

test("a fence is a block of its own also without blank lines around it", () => {
  expect(blocksOf("before\n```\ncode\n```\nafter")).toEqual(["before", "```\ncode\n```", "after"]);
  expect(blocksOf("- item\n  ```\n  code\n  ```\n- item")).toHaveLength(1);
});

test("a fence that is still open takes everything", () => {
  expect(blocksOf("```\na\n\nb\n\nc")).toEqual(["```\na\n\nb\n\nc"]);
});

test("backticks with others in the same line are no fence", () => {
  expect(blocksOf("```one``` is code\n\ntwo")).toEqual(["```one``` is code", "two"]);
});

test("a loose list stays together, so that its numbers go on", () => {
  expect(blocksOf("1. one\n\n   more of it\n\n2. two\n\nafter")).toEqual([
    "1. one\n\n   more of it\n\n2. two",
    "after",
  ]);
});

test("blocks stay the same while the text grows", () => {
  const [first] = blocksOf("| a | b |\n|---|---|\n| 1 | 2 |\n\nThe r");
  expect(first).toBe(blocksOf("| a | b |\n|---|---|\n| 1 | 2 |\n\nThe rest of it\n\nand")[0]);
});

test("the code of a fence is read without its end, whole or half", () => {
  const code = { language: "ts", text: "const a = 1;" };
  expect(codeOf("```ts\nconst a = 1;\n```")).toEqual(code);
  expect(codeOf("```ts\nconst a = 1;\n`")).toEqual(code);
  expect(codeOf("```ts")).toEqual({ language: "ts", text: "" });
  expect(codeOf("````\n```\n````")).toEqual({ language: "", text: "```" });
  expect(codeOf("no fence")).toBeNull();
});

test("cut again from where a block begins, a text gives the same blocks", () => {
  const text = "# one\n\n- a\n\n  more\n- b\n\n\n```js\n\nx\n```\nafter\n\n| a |\n| - |\n\n    code\n\nend";
  const blocks = blocksWithPlace(text);
  expect(blocks.length).toBeGreaterThan(5);
  for (const [at, { from }] of blocks.entries()) {
    expect(blocksWithPlace(text.slice(from)).map((block) => block.text)).toEqual(blocksOf(text).slice(at));
  }
});
