import type { Figures } from "./figures";
import type { Kind } from "./gold";
import type { EvalSet } from "./sets";

/** A figure must reach `least`, or stay within `most`. */
export type Limit = { least: number } | { most: number };
type Limits = Record<string, Limit>;

/** What every set of a kind must reach. */
const ofKind: { [K in Kind]: Limits } = {
  intents: { accuracy: { least: 88 }, mutation_on_non_task_rate: { most: 8 } },
  slots: {
    title_normalised: { least: 84 },
    due_exact_when_present: { least: 94 },
    false_due_when_absent: { most: 2 },
    recurrence_when_present: { least: 90 },
  },
  dates: { exact: { least: 95 } },
  dialogues: {
    pass: { least: 60 },
    nothing_else_changed: { least: 98 },
    asked_when_it_must: { least: 85 },
    claims_without_effect: { most: 0 },
  },
};

/** Sets that differ from their kind, by the name of their file. */
const ofSet: Record<string, Limits> = {};

export const limitsOf = ({ name, kind }: Pick<EvalSet, "name" | "kind">): Limits => ({
  ...ofKind[kind],
  ...ofSet[name],
});

export type Verdict = { figure: string; value: number | null; limit: string; isMet: boolean };

/** A figure that was not measured has not been reached. `broken`: how many records got no answer at all. */
export function verdictsOf(figures: Figures, limits: Limits, broken: number): Verdict[] {
  const measured: Figures = { ...figures, broken };
  const all: Limits = { ...limits, broken: { most: 0 } };
  return Object.entries(all).map(([figure, limit]) => {
    const value = measured[figure] ?? null;
    const isLeast = "least" in limit;
    const isMet = value !== null && (isLeast ? value >= limit.least : value <= limit.most);
    return { figure, value, limit: isLeast ? `≥ ${limit.least}` : `≤ ${limit.most}`, isMet };
  });
}
