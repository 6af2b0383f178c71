import { v7 } from "uuid";
import { expect, test } from "vitest";
import { replyRequest } from "./request";

const says = (text: string) => replyRequest.safeParse({ messageId: v7(), text }).success;

test.each(["", "  \n", "\u200b\u200b", "\u2060 \ufeff", "\u0000", "\u202e"])("%j is no message", (text) => {
  expect(says(text)).toBe(false);
});

test.each(["a", "👩‍👧", "\u202eabc", "茶", "?"])("%j is one", (text) => {
  expect(says(text)).toBe(true);
});
