import type { Spread } from "./figures";
import type { Growth } from "./growth";
import type { Round } from "./round";
import type { Statements } from "./statements";
import { type FigureName, mostStatements, type Verdict, verdict } from "./targets";
import type { MeasuredTrial } from "./trial";

/** Cores that are busy with other people's work from which on a figure is not to be trusted. */
const tooBusy = 0.3;

type Row = { name: string; figure?: FigureName; value(round: Round): Spread | number; hasFloor?: boolean };

const rows: Row[] = [
  { name: "first byte, ms", value: ({ firstByte }) => firstByte, hasFloor: true },
  { name: "added to the first token, ms", figure: "added", value: ({ added }) => added, hasFloor: true },
  { name: "  of it before the model was asked", value: ({ before }) => before, hasFloor: true },
  { name: "total, ms", figure: "total", value: ({ total }) => total, hasFloor: true },
  { name: "turns a second", figure: "speed", value: ({ perSecond }) => perSecond, hasFloor: true },
  { name: "CPU of the app, s a turn", figure: "cpu", value: ({ cpu }) => cpu.app },
  { name: "CPU of PostgreSQL, s a turn", value: ({ cpu }) => cpu.postgres },
  { name: "memory of the app, most, MB", figure: "memory", value: ({ memory }) => memory.peak },
];

const short = (value: number) =>
  value.toLocaleString("en", { maximumFractionDigits: value >= 100 ? 0 : value >= 1 ? 1 : 3 });
const shown = (value: Spread | number) =>
  typeof value === "number" ? short(value) : [value.p50, value.p95, value.p99].map(short).join(" / ");
const middle = (value: Spread | number) => (typeof value === "number" ? value : value.p50);
const line = (...cells: string[]) =>
  cells
    .map((cell, place) => cell.padEnd([38, 27, 27, 26][place] ?? 0))
    .join("")
    .trimEnd();
const judged = (said: Verdict | null): string[] => (said ? [said.target, said.isMet ? "met" : "MISSED"] : []);

export type Report = { lines: string[]; verdicts: Verdict[] };

/** A trial as lines of text: each figure with the floor and the target beside it. */
export function reportOfTrial(trial: MeasuredTrial): Report {
  const { kind, atOnce, turns, repetitions, app, floor, pace } = trial;
  const speed = pace.pace === 0 ? "as fast as possible" : `${pace.pace} ms a token`;
  const verdicts: Verdict[] = [];
  const lines = rows.map(({ name, figure, value, hasFloor }) => {
    const said = figure ? verdict(trial, figure, middle(value(app)), middle(value(floor))) : null;
    if (said) verdicts.push(said);
    return line(name, hasFloor ? shown(value(floor)) : "", shown(value(app)), ...judged(said));
  });
  const most = (name: "others" | "stolen") => Math.max(...trial.all.map((one) => one.app[name]));
  const size = `${atOnce} at once, ${turns * atOnce} turns${repetitions > 1 ? `, median of ${repetitions}` : ""}`;
  return {
    lines: [
      "",
      line(`${kind}: ${size} (first token after ${pace.ttft} ms, ${pace.n} tokens, ${speed})`),
      line("", "floor p50 / p95 / p99", "Docket p50 / p95 / p99", "target for p50"),
      ...lines,
      ...(app.failed > 0 ? [`FAILED: ${app.failed} turns; for instance ${app.failure}`] : []),
      ...(most("others") + most("stolen") > tooBusy
        ? [
            `UNDER LOAD: other work took up to ${short(most("others"))} cores, and the host kept ${short(most("stolen"))}.`,
          ]
        : []),
    ],
    verdicts,
  };
}

/** Statements of at least every other turn are shown; all of them are in the JSON. */
const worthShowing = 0.5;

export function reportOfStatements(all: Statements[]): Report {
  const verdicts = all.map(({ perTurn }) => ({ target: `≤ ${mostStatements}`, isMet: perTurn <= mostStatements }));
  const lines = all.flatMap((one, place) => [
    "",
    line(
      `SQL of ${one.name}`,
      `${short(one.perTurn)} statements`,
      `${short(one.batchesPerTurn)} batches of the log`,
      ...judged(verdicts[place] ?? null),
    ),
    ...one.all
      .filter(({ perTurn }) => perTurn >= worthShowing)
      .map(({ perTurn, msEach, text }) => `  ${short(perTurn).padStart(5)} × ${short(msEach).padEnd(6)} ms  ${text}`),
  ]);
  return { lines, verdicts };
}

/** Statements by which a turn may differ from another: some of its notices travel together, or not. */
const leeway = 1;

/** Sizes one under the other; the number of statements must be the same for all. */
export function reportOfGrowth(all: Growth[]): Report {
  const [first] = all;
  if (!first) return { lines: [], verdicts: [] };
  const most = first.statements.perTurn + leeway;
  const verdicts = all.slice(1).map(({ statements: { perTurn } }) => ({
    target: `≤ ${short(most)} statements`,
    isMet: perTurn <= most,
  }));
  const lines = all.flatMap(({ name, added, failed, read, statements }, place) => [
    `${name}${failed > 0 ? ` (${failed} turns FAILED)` : ""}`,
    line(
      "  added to the first token, p50",
      `${short(added)} ms`,
      `${short(statements.perTurn)} statements, ${short(statements.ms)} ms`,
      ...judged(verdicts[place - 1] ?? null),
    ),
    line(
      "  reading, p50",
      `conversations ${short(read.conversations)} ms`,
      `messages ${short(read.messages)} ms`,
      `tasks ${short(read.tasks)} ms`,
    ),
  ]);
  return { lines: ["", "Growth, one follow-up at a time", ...lines], verdicts };
}
