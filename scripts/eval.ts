import { writeFileSync } from "node:fs";
import path from "node:path";
import { spread } from "./bench/figures";
import { kinds } from "./eval/gold";
import { type Plan, planOf } from "./eval/plan";
import { builtIn } from "./eval/predict";
import { printBroken, printScore, printVerdicts, printWrong } from "./eval/print";
import { type Measured, measure } from "./eval/repeat";
import { writeReport } from "./eval/report";
import { type EvalSet, setsIn } from "./eval/sets";
import { onScratchDatabase } from "./eval/stage";
import { limitsOf, type Verdict, verdictsOf } from "./eval/thresholds";
import { tell } from "./eval/verbose";
import { Refusal, run, say, step } from "./say.mjs";
import { stopSignal } from "./stop-signal";

const root = path.dirname(import.meta.dirname);

/** How well the assistant understands people: `npm run eval`, see eval/README.md. */
await run(async () => {
  const plan = planOf(process.argv.slice(2));
  if (plan.model !== builtIn) await needModel(plan.model);
  const { signal } = stopSignal();
  if (plan.part === "speed")
    return onScratchDatabase(signal, async () => (await import("./eval/speed")).measureSpeed());
  const sets = plan.gold ? [{ name: path.basename(plan.gold.file), ...plan.gold }] : setsIn(path.join(root, "eval"));
  const all = () => (plan.isTest ? test(sets, { ...plan, signal }) : show(sets, { ...plan, signal }));
  // Only a conversation needs a database.
  const needsDatabase = sets.some(({ kind }) => kind === "dialogues");
  return needsDatabase ? onScratchDatabase(signal, all) : all();
});
// What the rooms keep open, such as the connection that listens for changes, would keep the process.
process.exit();

async function needModel(id: string): Promise<void> {
  const offered = (await import("@/lib/assistant/models")).offeredModels().map((model) => model.id);
  if (!offered.includes(id)) throw new Refusal(`There is no model "${id}" here, only: ${offered.join(", ")}.`);
}

type Wish = Plan & { signal: AbortSignal };

/** 1 when something got no answer at all. */
async function show(sets: EvalSet[], plan: Wish): Promise<number> {
  let code = 0;
  for (const { name, kind, file } of sets) {
    const measured = await measure(kind, file, plan);
    const { score, predictions, ms, broken, repeated } = measured;
    if (broken.length > 0) code = 1;
    if (plan.out !== null) writeFileSync(plan.out, predictions.map((one) => `${JSON.stringify(one)}\n`).join(""));
    if (plan.isJson) {
      const { figures, counts, tables } = score;
      const times = spread(ms);
      say(
        JSON.stringify({ task: kind, set: name, ...figures, counts, ...tables, ms: times, broken, repeated }, null, 1),
      );
      continue;
    }
    say(`\n# ${name}${name.startsWith(kind) ? "" : ` (${kind})`}`);
    if (plan.isVerbose) tell(predictions);
    printScore(score);
    printBroken(broken);
    say(`\n${timesIn(measured, kind)}`);
    if (repeated)
      say(`pass^${repeated.k} ${repeated.pass}; answered differently: ${repeated.different.join(", ") || "none"}`);
    printWrong(score, plan.errors);
  }
  return code;
}

function timesIn({ ms }: Measured, kind: EvalSet["kind"]): string {
  const { p50, p95 } = spread(ms);
  const what = kind === "dialogues" ? "One turn, stored and logged, 4 at once" : "One message";
  return `${what}: p50 ${p50} ms, p95 ${p95} ms`;
}

/** Holds the sets against their thresholds; each threshold counts as a test, and is on the record for the summary. */
async function test(sets: EvalSet[], plan: Wish): Promise<number> {
  const all: Verdict[] = [];
  for (const { name, kind, file } of sets) {
    const { score, broken } = await step(`Scoring ${name}`, name, () => measure(kind, file, plan));
    const verdicts = verdictsOf(score.figures, limitsOf({ name, kind }), broken.length);
    printVerdicts(verdicts);
    printBroken(broken);
    if (!verdicts.every(({ isMet }) => isMet)) printWrong(score, plan.errors);
    all.push(...verdicts);
  }
  const missing = kinds.filter((kind) => !sets.some((set) => set.kind === kind));
  for (const kind of missing) say(`There is no set of ${kind}.`);
  const passed = all.filter(({ isMet }) => isMet).length;
  const failed = all.length - passed + missing.length;
  writeReport(path.join(root, "test-results", "eval.json"), { passed, failed });
  return failed === 0 ? 0 : 1;
}
