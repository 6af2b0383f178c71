import { expect, test } from "vitest";
import { repaired } from "./repair";
import { wednesday } from "./testing";

test.each([
  ["the party is at six no sorry six thirty", "the party is at six thirty"],
  ["dentist on friday, I mean saturday", "dentist on saturday"],
  ["call mum tomorrow, no wait, on sunday", "call mum on sunday"],
  ["gym at 5 or rather 6 on monday", "gym at 6 on monday"],
])("%s means %s", (said, meant) => {
  expect(repaired(said, wednesday)).toBe(meant);
});

test.each([
  "sorry, friday",
  "no, I mean the dentist",
  "buy milk, no wait, cream",
  "call mum on friday, sorry for the noise",
])("%s takes back no date", (said) => {
  expect(repaired(said, wednesday)).toBe(said);
});
