import { expect, test } from "vitest";
import { split } from "./split";
import { wednesday } from "./testing";

const parts = (text: string) => split(text, wednesday).map((part) => part.text);

test.each([
  ["buy milk and call mum", ["buy milk", "call mum"]],
  ["buy bread and butter and call the bank", ["buy bread and butter", "call the bank"]],
  ["add milk, eggs, salt and pepper", ["milk", "eggs", "salt and pepper"]],
  ["add milk, eggs and bread", ["milk", "eggs", "bread"]],
  ["we're out of coffee, milk, and mac and cheese", ["coffee", "milk", "mac and cheese"]],
  [
    "on friday i need to pack, clean the flat and water the plants",
    ["pack on friday", "clean the flat on friday", "water the plants on friday"],
  ],
  ["tomorrow: gym, laundry and call mum", ["gym tomorrow", "laundry tomorrow", "call mum tomorrow"]],
  ["gym monday, dentist tuesday 3pm, taxes p1", ["gym monday", "dentist tuesday 3pm", "taxes p1"]],
  ["add bread. also cheese. oh and eggs tomorrow", ["add bread", "cheese", "eggs tomorrow"]],
  [
    "move the dentist to friday and the plumber to monday",
    ["move the dentist to friday", "move the plumber to monday"],
  ],
  [
    "slides for the board: move to thursday and make it urgent",
    ["move slides for the board to thursday", "make it urgent"],
  ],
])("%s is %j", (text, expected) => {
  expect(parts(text).map((part) => part.replace(/\.$/, ""))).toEqual(expected);
});

test.each([
  "call mum and dad tomorrow",
  "drop off and pick up the car",
  "wash and fold laundry",
  "watch Tom and Jerry",
  "meet Ana on monday, tuesday and friday",
  "finish the slides and send them to Bob",
  "buy milk, eggs and bread",
  "call Bob, the plumber",
])("%s is one thing", (text) => {
  expect(parts(text)).toEqual([text]);
});

test.each([
  ["delete the milk because it expired", ["delete the milk"]],
  ["push the rent to friday, i'm broke", ["push the rent to friday", "i'm broke"]],
  ["half an hour earlier please, they rang", ["half an hour earlier please", "they rang"]],
  ["call mum because it's her birthday", ["call mum because it's her birthday"]],
])("why is told apart from what: %s", (text, expected) => {
  expect(parts(text)).toEqual(expected);
});

test("the last of several days that correct each other is meant", () => {
  expect(parts("add call the bank tomorrow, no wait, on thursday at ten, i mean friday at ten")).toEqual([
    "add call the bank on friday at ten",
  ]);
});

test("what is ticked off in a pasted list is done already, and headings are no tasks", () => {
  expect(parts("# Errands\n- [x] pay rent\n- [ ] buy milk\n* call mum")).toEqual(["buy milk", "call mum"]);
});

test.each([
  ["milk, eggs, bin bags", ["milk", "eggs", "bin bags"]],
  ["bread, butter and jam", ["bread", "butter", "jam"]],
])("%s is a list of things, though nothing says so", (text, items) => {
  expect(split(text, wednesday)).toEqual(items.map((item) => ({ text: item, isItem: true })));
});

test.each(["yes, no, whatever", "call mum, dad and ana", "well, thanks, bye"])("%s is no list of things", (text) => {
  expect(split(text, wednesday).every(({ isItem }) => !isItem)).toBe(true);
});
