import { expect, test } from "vitest";
import type { Counts } from "@/lib/tasks/schema";
import { startersFor } from "./starters-for";

const counts = (some: Partial<Counts> = {}): Counts => ({
  today: 0,
  upcoming: 0,
  overdue: 0,
  inbox: 0,
  all: 0,
  completed: 0,
  bin: 0,
  ...some,
});

test("who has no tasks is shown how to make some", () => {
  const first = [
    "Add buy milk tomorrow at 5pm and call mum on Friday",
    "Remind me to pay the rent on the 1st every month",
    "What can you do?",
  ];
  expect(startersFor(counts())).toEqual(first);
  expect(startersFor(undefined)).toEqual(first);
});

test("what is late comes first, then what is due today", () => {
  expect(startersFor(counts({ overdue: 2, today: 1, upcoming: 3, all: 6 }))).toEqual([
    "Move everything overdue to tomorrow",
    "What is due today?",
    "Add buy milk tomorrow at 5pm and call mum on Friday",
    "What is due this week?",
  ]);
});

test("there are never fewer than three or more than four", () => {
  const kinds = ["today", "upcoming", "overdue", "inbox", "all", "completed"] as const;
  for (let mask = 0; mask < 2 ** kinds.length; mask++) {
    const some = Object.fromEntries(kinds.map((kind, at) => [kind, mask & (2 ** at) ? 5 : 0]));
    const shown = startersFor(counts(some)).length;
    expect(shown).toBeGreaterThanOrEqual(2);
    expect(shown).toBeLessThanOrEqual(4);
  }
});
