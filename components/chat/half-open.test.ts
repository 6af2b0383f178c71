import { expect, test } from "vitest";
import { closed } from "./half-open";

test.each([
  ["what is bold ends where the text does", "This is **bo", "This is **bo**"],
  ["half a closing mark is not shown", "This is **bold*", "This is **bold**"],
  ["marks close in their order", "**bold and _slan", "**bold and _slan_**"],
  ["a mark that has nothing yet is not shown", "This is **", "This is "],
  ["names with lines in them are left alone", "call set_task_complete", "call set_task_complete"],
  ["a product of numbers is left alone", "3 * 4 is 12", "3 * 4 is 12"],
  ["code ends where the text does", "Say `np", "Say `np`"],
  ["marks inside code are code", "Say `a ** b` and", "Say `a ** b` and"],
  ["code that has not begun is not shown", "Say `", "Say "],
  ["a link is its words until its address is there", "See [the shop](https://exa", "See the shop"],
  ["a link is its words before its address comes", "See [the sh", "See the sh"],
  ["a whole link is one", "See [the shop](https://example.com)", "See [the shop](https://example.com)"],
  ["a line that only begins a list is not shown", "- milk\n-", "- milk"],
  ["a paragraph is no heading because a list begins below it", "Then:\n--", "Then:"],
  ["a task that only begins is not shown", "- [x] milk\n- [", "- [x] milk"],
  ["a number that only begins a list is not shown", "1. one\n2.", "1. one"],
  ["a table is one from its first line on", "| Day | Ta", "| Day | Ta\n| --- | --- |"],
  ["half a rule of a table is a whole one", "| Day | Task |\n| --", "| Day | Task |\n| --- | --- |"],
  ["a whole table is left alone", "| a | b |\n| :-- | --: |\n| 1", "| a | b |\n| :-- | --: |\n| 1"],
])("%s", (_, block, expected) => {
  expect(closed(block)).toBe(expected);
});

test("an ordinary text is left alone, however far it has come", () => {
  const text = 'Water the plants (all of them), then call mum at 5: she said [sic] "later" and 2 < 3.';
  for (let end = 1; end <= text.length; end++) {
    const said = closed(text.slice(0, end));
    expect(text.replaceAll(/[[\]]/g, "").startsWith(said.replaceAll(/[[\]]/g, ""))).toBe(true);
  }
});
