import { randomUUID } from "node:crypto";
import { medians } from "./figures";
import type { Person } from "./people";
import type { Trial } from "./plan";
import { measure, quiet, type Round, type Stage } from "./round";

/** A trial as it was measured: the medians of its repetitions, and under them the floor's. */
export type MeasuredTrial = Trial & {
  app: Round;
  floor: Round;
  repetitions: number;
  all: { app: Round; floor: Round }[];
};

/** The turns that a conversation has behind it before its follow-ups are measured. */
const turnsBefore = 5;

export async function measureTrial(
  stage: Stage,
  trial: Trial,
  people: Person[],
  patience: Patience,
): Promise<MeasuredTrial> {
  const { turns, pace, kind } = trial;
  const job = { site: stage.site.url, people: people.slice(0, trial.atOnce), turns, pace };
  const conversations = kind === "follow-up" ? job.people.map(() => [randomUUID()]) : undefined;
  if (conversations) await stage.client.ask({ ...job, conversations, model: null, turns: turnsBefore });
  const all: MeasuredTrial["all"] = [];
  for (let repetition = 0; repetition < trial.repetitions; repetition++) {
    await patience.untilQuiet();
    // The floor once per person is enough: it hardly varies.
    const floor = await measure(stage, { ...job, model: stage.modelUrl, turns: kind === "paced" ? 1 : turns });
    await patience.untilQuiet();
    all.push({ floor, app: await measure(stage, { ...job, ...(conversations && { conversations }), model: null }) });
  }
  return { ...trial, app: medians(all.map(({ app }) => app)), floor: medians(all.map(({ floor }) => floor)), all };
}

/** Waits for quiet moments on a shared machine, but in all no longer than `seconds`. */
export class Patience {
  constructor(public seconds: number) {}

  async untilQuiet(): Promise<void> {
    const start = performance.now();
    await quiet(this.seconds);
    // The second that it takes to look is not waiting.
    this.seconds = Math.max(0, this.seconds - Math.max(0, (performance.now() - start) / 1000 - 1));
  }
}
