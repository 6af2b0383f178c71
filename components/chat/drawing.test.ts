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
