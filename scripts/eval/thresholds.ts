import type { Figures } from "./figures";
import type { Kind } from "./gold";
import type { EvalSet } from "./sets";

/** A figure must reach `least`, or stay within `most`. */
export type Limit = { least: number } | { most: number };
type Limits = Record<string, Limit>;

/** What every set of a kind must reach: a little below what it reached when these were written. */
const ofKind: { [K in Kind]: Limits } = {
  intents: { accuracy: { least: 80 }, mutation_on_non_task_rate: { most: 11 } },
  slots: {
    title_normalised: { least: 70 },
    due_exact_when_present: { least: 92 },
    false_due_when_absent: { most: 11 },
    recurrence_when_present: { least: 80 },
  },
  dates: { exact: { least: 92 } },
  dialogues: {
    pass: { least: 72 },
    nothing_else_changed: { least: 98 },
    asked_when_it_must: { least: 90 },
    claims_without_effect: { most: 0 },
  },
};

/** Sets that the grammar was grown on reach more. */
const ofSet: Record<string, Limits> = {
  "intents-speakers": { accuracy: { least: 91 }, mutation_on_non_task_rate: { most: 3 } },
  "intents-voices": { accuracy: { least: 82 }, mutation_on_non_task_rate: { most: 10 } },
  "intents-mixed": { accuracy: { least: 83 }, mutation_on_non_task_rate: { most: 8 } },
  "intents-writers": { accuracy: { least: 94 }, mutation_on_non_task_rate: { most: 4 } },
  "intents-fresh": { accuracy: { least: 95 }, mutation_on_non_task_rate: { most: 2.5 } },
  "intents-second": { accuracy: { least: 94.5 }, mutation_on_non_task_rate: { most: 2 } },
  "slots-known": {
    title_normalised: { least: 93 },
    due_exact_when_present: { least: 96 },
    false_due_when_absent: { most: 0 },
    recurrence_when_present: { least: 95 },
  },
  "slots-fresh": {
    title_normalised: { least: 89 },
    due_exact_when_present: { least: 96 },
    false_due_when_absent: { most: 0 },
    recurrence_when_present: { least: 94 },
  },
  "dates-known": { exact: { least: 97 } },
  "dialogues-voices": { pass: { least: 81 } },
  "dialogues-fresh": {
    pass: { least: 85 },
    nothing_else_changed: { least: 98 },
    asked_when_it_must: { least: 99 },
    claims_without_effect: { most: 0 },
  },
  "dialogues-second": {
    pass: { least: 87 },
    nothing_else_changed: { least: 98 },
    asked_when_it_must: { least: 99 },
    claims_without_effect: { most: 0 },
  },
  "dialogues-known": {
    pass: { least: 85 },
    nothing_else_changed: { least: 99 },
    asked_when_it_must: { least: 99 },
    claims_without_effect: { most: 0 },
  },
};

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
