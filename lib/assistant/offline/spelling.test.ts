import { expect, test } from "vitest";
import { respelled } from "./spelling";

test.each([
  ["shwo my lsit", "show my list"],
  ["delte the dentist", "delete the dentist"],
  ["waht do i have tomorow", "what do i have tomorow"],
  ["Thnaks", "Thanks"],
  ["udno", "undo"],
  ["compelted the tax form", "completed the tax form"],
])("%s was meant as %s", (typed, meant) => {
  expect(respelled(typed)).toBe(meant);
});

test.each([
  "call dad and mum",
  "thank god",
  "buy a crate of apples",
  "pay the remainder",
  "the form from school",
  "charge the phone",
  "the scene tagged #delte",
  "mail shwo@example.org",
])("%s holds no slip of ours", (text) => {
  expect(respelled(text)).toBe(text);
});
