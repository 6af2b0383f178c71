import { expect, test } from "vitest";
import { canonicalEmail } from "./email";

test.each([
  ["Ada@Example.COM", "ada@example.com"],
  ["  ada+lists@example.co.uk ", "ada+lists@example.co.uk"],
  ["ａｄａ@example.com", "ada@example.com"],
  ["ada@ｅｘａｍｐｌｅ.com", "ada@example.com"],
  ["jürgen@müller.de", "jürgen@müller.de"],
  ["ju\u0308rgen@mu\u0308ller.de", "jürgen@müller.de"],
])("%s is %s", (written, email) => {
  expect(canonicalEmail(written)).toBe(email);
  expect(canonicalEmail(email)).toBe(email);
});

test.each([
  ["the wide sign instead of @", "ada\uFF20example.com"],
  ["the wide sign beside @", "ada\uFF20evil.example@example.com"],
  ["the small sign beside @", "ada\uFE6Bevil.example@example.com"],
  ["two", "ada@b@example.com"],
  ["none", "ada.example.com"],
  ["nothing before it", "@example.com"],
  ["nothing after it", "ada@"],
  ["no dot in the domain", "ada@example"],
  ["a space", "ada lovelace@example.com"],
  ["a line break", "ada@example.com\nbcc: eve@example.com"],
  ["an invisible character", "ada\u200B@example.com"],
  ["a name around it", "Ada <ada@example.com>"],
  ["two addresses", "ada@example.com,eve@example.com"],
  ["more than 254 characters", `ada@${"a".repeat(60)}.${"b".repeat(200)}.com`],
])("an address with %s is refused", (_, written) => {
  expect(canonicalEmail(written)).toBe(null);
});
