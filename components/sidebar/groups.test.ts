import { expect, test } from "vitest";
import type { Conversation } from "@/lib/conversations/schema";
import { grouped } from "./groups";

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
