import { expect, test } from "vitest";
import { sayAgo } from "./when";

test.each([
  [0, "just now"],
  [59, "just now"],
  [60, "1 minute ago"],
  [59 * 60, "59 minutes ago"],
  [3_600, "1 hour ago"],
  [23 * 3_600, "23 hours ago"],
  [24 * 3_600, "1 day ago"],
  [8 * 86_400, "1 week ago"],
  [34 * 86_400, "4 weeks ago"],
  [36 * 86_400, "1 month ago"],
  [400 * 86_400, "1 year ago"],
  [-30, "just now"],
])("%i seconds before now is %s", (seconds, words) => {
  const now = Date.parse("2026-11-23T12:00:00Z");
  expect(sayAgo(new Date(now - seconds * 1000).toISOString(), now)).toBe(words);
});
