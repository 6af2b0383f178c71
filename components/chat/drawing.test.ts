import { expect, test, vi } from "vitest";
import { drawing } from "./drawing";

const paragraph = (name: string) => `The ${name} paragraph has **a few** words.`;

test("a finished block is read once, however much comes after it", () => {
  const read = vi.fn((block: string) => ({ block }) as never);
  const draw = drawing(read);
  const text = ["first", "second", "third"].map(paragraph).join("\n\n");
  for (let end = 1; end <= text.length; end++) draw(text.slice(0, end), true);
  draw(text, false);
  for (const name of ["first", "second", "third"]) {
    expect(read.mock.calls.filter(([block]) => block === paragraph(name))).toHaveLength(1);
  }
});

test("each further piece reads its own block and no other", () => {
  const read = vi.fn((block: string) => ({ block }) as never);
  const draw = drawing(read);
  const text = `${"A paragraph that stays.\n\n".repeat(50)}The end `;
  const before = draw(text, true);
  read.mockClear();
  const after = draw(`${text}grows`, true);
  expect(read).toHaveBeenCalledExactlyOnceWith("The end grows");
  expect(after.slice(0, 50).every((node, at) => node === before[at])).toBe(true);
});

test("nothing is read when nothing has changed", () => {
  const read = vi.fn(() => null);
  const draw = drawing(read);
  draw("one\n\ntwo", true);
  draw("one\n\ntwo", false);
  expect(read).toHaveBeenCalledTimes(2);
});

test("a text that is not the same any more is drawn anew", () => {
  const draw = drawing((block) => block);
  draw("one\n\ntwo\n\nthree", false);
  expect(draw("one\n\n2\n\nthree\n\nfour", false)).toEqual(["one", "2", "three", "four"]);
  expect(draw("one", false)).toEqual(["one"]);
  expect(draw("", false)).toEqual([]);
});

test("drawn piece by piece, a text comes to what it is when drawn at once", () => {
  const text =
    "# Plan\n\n1. one\n\n   more\n2. two\n\nThen:\n```ts\nconst a = 1;\n\n```\n| a | b |\n| - | - |\n| 1 | 2 |\n\n\n> said\n\nend";
  const draw = drawing((block) => block);
  for (let end = 1; end < text.length; end++) draw(text.slice(0, end), true);
  expect(draw(text, false)).toEqual(drawing((block) => block)(text, false));
});
