import { expect, test } from "vitest";
import { claimsChange } from "./claims";

test.each([
  "Added **Buy milk** for tomorrow.",
  "Done: **Pay rent**. The next one is due 1 May.",
  "Moved 5 tasks:\n\n- #1 Buy milk",
  "Okay, I've moved your dentist appointment to Friday.",
  "I have now deleted it.",
  "You have 2 open tasks. Deleted **Call mum**.",
  "Renamed **a** to **b**.",
])("tells of a change: %s", (reply) => {
  expect(claimsChange(reply)).toBe(true);
});

test.each([
  "Shall I move 4 tasks to the bin: “Added value”, “b”?",
  "**Pay rent** is done.",
  "You have 2 completed tasks:\n\n- Added sugar to the list",
  "All right, I left it as it was: nothing was changed.",
  "**Buy milk** was already done.",
  "I found no open task like “deleted”. Which task do you mean?",
  "I keep your to-do list. Say “add milk” and I write it down.",
  "Nothing was changed.",
])("tells of none: %s", (reply) => {
  expect(claimsChange(reply)).toBe(false);
});
