import { parseArgs } from "node:util";
import { Refusal } from "@/scripts/say.mjs";
import type { Pace } from "./marker";

export const kinds = ["paced", "unpaced", "follow-up"] as const;
export type Kind = (typeof kinds)[number];
export const extras = ["sql", "growth", "browser", "tasks"] as const;

/** So many people at once, each taking some turns, measured some times over. */
export type Trial = {
  kind: Kind;
  atOnce: number;
  turns: number;
  repetitions: number;
  pace: Pace;
};

export type Plan = {
  trials: Trial[];
  parts: (typeof extras)[number][];
  isQuick: boolean;
  /** Through the Responses API, as OpenAI's own models, instead of Chat Completions. */
  isResponses: boolean;
  isProfiled: boolean;
  /** Seconds that may be spent, in all, on waiting until the rest of the machine is quiet. */
  patience: number;
};

const tokens = 500;
const paces = (kind: Kind, atOnce: number): Pace => {
  if (kind === "paced") return { ttft: 20, n: tokens, pace: 10 };
  // Many at once are to press as hard as they can.
  return { ttft: kind === "unpaced" && atOnce > 1 ? 0 : 20, n: tokens, pace: 0 };
};

type Size = { atOnce: number; turns: number; repetitions: number };
const sizes: { [K in Kind]: Size[] } = {
  paced: [
    { atOnce: 1, turns: 3, repetitions: 3 },
    { atOnce: 20, turns: 2, repetitions: 3 },
    { atOnce: 100, turns: 2, repetitions: 3 },
    { atOnce: 500, turns: 1, repetitions: 2 },
  ],
  unpaced: [
    { atOnce: 1, turns: 30, repetitions: 3 },
    { atOnce: 20, turns: 8, repetitions: 3 },
    { atOnce: 100, turns: 3, repetitions: 3 },
    { atOnce: 500, turns: 1, repetitions: 2 },
  ],
  "follow-up": [
    { atOnce: 1, turns: 30, repetitions: 3 },
    { atOnce: 20, turns: 8, repetitions: 3 },
  ],
};

const usage = `Usage: npm run bench [-- --quick --only paced,20 --responses --profile]
--only takes any of: ${[...kinds, ...extras].join(", ")}, and numbers of people at once.`;

/** What to measure, from the words of the command line. */
export function planOf(words: string[]): Plan {
  const flag = { type: "boolean", default: false } as const;
  const options = { quick: flag, only: { type: "string", default: "" }, responses: flag, profile: flag } as const;
  const { values } = parsed(() => parseArgs({ args: words, options }));
  const only = values.only.split(",").filter(Boolean);
  const numbers = only.filter((word) => /^\d+$/.test(word)).map(Number);
  const names = only.filter((word) => !/^\d+$/.test(word));
  const known: readonly string[] = [...kinds, ...extras];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw new Refusal(`There is no "${unknown}" in the bench.\n${usage}`);
  const isWanted = (name: string) => (names.length > 0 ? names.includes(name) : true);
  const trials = kinds
    .filter(isWanted)
    .flatMap((kind) => sizes[kind].map((size) => ({ kind, ...size, pace: paces(kind, size.atOnce) })))
    .filter((trial) => (numbers.length > 0 ? numbers.includes(trial.atOnce) : !(values.quick && isLong(trial))))
    .map((trial) => (values.quick ? shortened(trial) : trial))
    // Memory that many at once have filled is not given back: the smaller come first.
    .sort((a, b) => a.atOnce - b.atOnce);
  const isAll = only.length === 0;
  return {
    trials,
    parts: extras.filter((name) => isAll || names.includes(name)),
    isQuick: values.quick,
    isResponses: values.responses,
    isProfiled: values.profile,
    patience: values.quick ? 15 : 60,
  };
}

const isLong = ({ kind, atOnce }: Trial) => atOnce > 100 || (kind === "follow-up" && atOnce > 1);

const shortened = (trial: Trial): Trial => ({
  ...trial,
  turns: trial.kind === "paced" ? 1 : Math.ceil(trial.turns / 2),
  repetitions: 1,
});

function parsed<Result>(parse: () => Result): Result {
  try {
    return parse();
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}
