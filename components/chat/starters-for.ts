import type { Counts } from "@/lib/tasks/schema";

/** Each can be done by the built-in assistant; a journey sends them all. The first that fit are shown, no more than four. */
const starters: { text: string; fits: (counts: Counts) => boolean }[] = [
  { text: "Move everything overdue to tomorrow", fits: ({ overdue }) => overdue > 0 },
  { text: "What is due today?", fits: ({ today }) => today > 0 },
  { text: "Add buy milk tomorrow at 5pm and call mum on Friday", fits: () => true },
  { text: "What is due this week?", fits: ({ upcoming }) => upcoming > 0 },
  { text: "Which tasks have no date?", fits: ({ inbox }) => inbox > 0 },
  { text: "Remind me to pay the rent on the 1st every month", fits: ({ all }) => all < 3 },
  { text: "What did I finish this week?", fits: ({ completed }) => completed > 0 },
  { text: "What can you do?", fits: () => true },
];

const atMost = 4;
const nothing: Counts = { today: 0, upcoming: 0, overdue: 0, inbox: 0, all: 0, completed: 0, bin: 0 };

/** Examples for a person with so many tasks of each kind. */
export function startersFor(counts: Counts = nothing): string[] {
  return starters
    .filter(({ fits }) => fits(counts))
    .slice(0, atMost)
    .map(({ text }) => text);
}
