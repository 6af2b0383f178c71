import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { needBrowser } from "./browser";
import { build, generateClient, isBuilt } from "./build";
import { releaseLock, takeLock } from "./lock.mjs";
import { Refusal, run, say } from "./say.mjs";
import { type StopSignal, stopSignal } from "./stop-signal";

const root = path.dirname(import.meta.dirname);
const state = path.join(root, ".docket");
const results = path.join(root, "test-results");

type Count = { passed: number; failed: number };
type Step = { name: string; part: "static" | "unit" | "e2e"; run(wish: StopSignal): Promise<Count> };
type Outcome = Count & { name: string; seconds: number };

const bin = (name: string, ...words: string[]) => [path.join(root, "node_modules", ".bin", name), ...words];
const once = (passed: boolean): Count => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

const steps: Step[] = [
  {
    name: "types",
    part: "static",
    async run(wish) {
      // What `npm run dev` wrote there may speak of routes that are gone.
      rmSync(path.join(root, ".next", "dev", "types"), { recursive: true, force: true });
      return once((await succeeds(bin("next", "typegen"), wish)) && (await succeeds(bin("tsc", "--noEmit"), wish)));
    },
  },
  {
    name: "lint and format",
    part: "static",
    run: async (wish) => once(await succeeds(bin("biome", "check", "--error-on-warnings"), wish)),
  },
  { name: "unit tests", part: "unit", run: unitTests },
  { name: "build", part: "e2e", run: async (wish) => once(await buildIfStale(wish)) },
  { name: "journeys", part: "e2e", run: journeys },
];

/** `npm test` does everything, `npm test -- unit` or `-- e2e` a part of it. */
await run(async () => {
  const only = process.argv[2];
  if (only !== undefined && !steps.some(({ part }) => part === only))
    throw new Refusal(`There is no part "${only}" of the tests. Parts: static, unit, e2e.`);
  const wish = stopSignal();
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" });
  await generateClient(root, wish.signal);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results);
  const outcomes: Outcome[] = [];
  for (const step of steps.filter(({ part }) => only === undefined || part === only)) {
    say(`\n=== ${step.name} ===`);
    const start = performance.now();
    const count = await step.run(wish).catch((error: unknown) => {
      say(error instanceof Refusal ? error.message : String(error));
      return once(false);
    });
    if (wish.signal.aborted) throw new Refusal("Stopped.");
    outcomes.push({ ...count, name: step.name, seconds: (performance.now() - start) / 1000 });
    // Without a build there is nothing to walk through; an old one would prove nothing.
    if (step.name === "build" && count.failed > 0) outcomes.push({ name: "journeys", ...once(false), seconds: 0 });
    if (step.name === "build" && count.failed > 0) break;
  }
  return summary(outcomes);
});

function summary(outcomes: Outcome[]): number {
  say("");
  for (const { name, passed, failed, seconds } of outcomes)
    say(`${name.padEnd(16)} ${`${seconds.toFixed(1)} s`.padStart(9)}  ${passed} passed, ${failed} failed`);
  const sum = (key: "passed" | "failed" | "seconds") => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  say(`${"all".padEnd(16)} ${`${sum("seconds").toFixed(1)} s`.padStart(9)}\n`);
  say(`${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 ? 0 : 1;
}

/** Runs a program in sight of the reader. */
function succeeds([command = "", ...words]: string[], { signal }: StopSignal): Promise<boolean> {
  const child = spawn(command, words, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  // Playwright and Vitest tidy up after this one.
  const stop = () => child.kill("SIGINT");
  signal.addEventListener("abort", stop);
  return new Promise<boolean>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0));
  }).finally(() => signal.removeEventListener("abort", stop));
}

/** Not while `npm start` serves from this folder: its files would change under it. */
async function buildIfStale({ signal }: StopSignal): Promise<boolean> {
  if (isBuilt(root)) {
    say("The build is of these sources.");
    return true;
  }
  await takeLock(state, "npm test");
  try {
    await build(root, signal);
    return true;
  } finally {
    releaseLock(state);
  }
}

const UnitReport = z.object({
  numPassedTests: z.number(),
  numTotalTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

async function unitTests(wish: StopSignal): Promise<Count> {
  const file = path.join(results, "unit.json");
  const words = bin("vitest", "run", "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`);
  const ok = await succeeds(words, wish);
  if (!existsSync(file)) return once(false);
  const report = UnitReport.parse(JSON.parse(readFileSync(file, "utf8")));
  // A file that could not even be loaded has no tests to fail. A skipped test proves nothing: it counts as failed.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  const failed = report.numTotalTests - report.numPassedTests + unloaded;
  return { passed: report.numPassedTests, failed: ok ? failed : Math.max(failed, 1) };
}

const JourneyReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

async function journeys(wish: StopSignal): Promise<Count> {
  await needBrowser();
  const ok = await succeeds(bin("playwright", "test"), wish);
  const file = path.join(results, "journeys.json");
  if (!existsSync(file)) return once(false);
  const { stats } = JourneyReport.parse(JSON.parse(readFileSync(file, "utf8")));
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  return { passed: stats.expected, failed: ok ? failed : Math.max(failed, 1) };
}
