import { expect, test } from "vitest";
import { wednesday } from "./testing";
import { understand } from "./understand";

test.each([
  ["what's my week look like?", { dueFrom: "2026-03-11", dueTo: "2026-03-15" }],
  ["what does my week look like?", { dueFrom: "2026-03-11", dueTo: "2026-03-15" }],
  ["how does tomorrow look", { dueFrom: "2026-03-12", dueTo: "2026-03-12" }],
  ["how's my day looking?", { view: "today" }],
  ["how does next week look for me?", { dueFrom: "2026-03-16", dueTo: "2026-03-22" }],
])("%s asks for those days", (text, filter) => {
  expect(understand(text, wednesday)).toMatchObject([{ do: "list", filter }]);
  expect(understand(text, wednesday)[0]).not.toHaveProperty("filter.text");
});
