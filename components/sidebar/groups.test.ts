import { expect, test } from "vitest";
import type { Conversation } from "@/lib/conversations/schema";
import { grouped, stretches } from "./groups";

const conversation = (title: string, updatedAt: string, pinnedAt: string | null = null): Conversation => ({
  id: title,
  title,
  status: "ACTIVE",
  model: null,
  pinnedAt,
  deletedAt: null,
  createdAt: updatedAt,
  updatedAt,
  activity: null,
});

test("conversations stand under the day in the person's zone, pinned ones on top", () => {
  const groups = grouped(
    [
      conversation("pinned", "2026-01-01T00:00:00Z", "2026-11-01T00:00:00Z"),
      conversation("late last night in UTC", "2026-11-22T23:30:00Z"),
      conversation("yesterday", "2026-11-22T12:00:00Z"),
      conversation("a week ago", "2026-11-16T12:00:00Z"),
      conversation("long ago", "2026-11-15T12:00:00Z"),
    ],
    { today: "2026-11-23", timeZone: "Europe/Paris" },
  );
  expect(groups.map(({ name, conversations }) => [name, conversations.map(({ title }) => title)])).toEqual([
    ["Pinned", ["pinned"]],
    ["Today", ["late last night in UTC"]],
    ["Yesterday", ["yesterday"]],
    ["Last 7 days", ["a week ago"]],
    ["Older", ["long ago"]],
  ]);
});

test("a long group is drawn in stretches, of which the first carries the heading", () => {
  const many = Array.from({ length: 120 }, (_, at) => conversation(String(at), "2026-11-01T12:00:00Z"));
  const all = stretches([
    { name: "Pinned", conversations: [] },
    { name: "Older", conversations: many },
  ]);
  expect(all.map(({ name, heading, conversations: { length } }) => [name, heading, length])).toEqual([
    ["Older", "Older", 50],
    ["Older, part 2", null, 50],
    ["Older, part 3", null, 20],
  ]);
});
