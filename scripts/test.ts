import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { needBrowser } from "./browser";
import { build, generateClient, isBuilt } from "./build";
import { releaseLock, takeLock } from "./lock.mjs";
import { type Count, countJourneys, countUnits, judged } from "./reports";
import { Refusal, run, say, step } from "./say.mjs";
import { type StopSignal, stopSignal } from "./stop-signal";

const root = path.dirname(import.meta.dirname);
const state = path.join(root, ".docket");
const results = path.join(root, "test-results");

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
  for (const { name, run } of steps.filter(({ part }) => only === undefined || part === only)) {
    say(`\n=== ${name} ===`);
    const start = performance.now();
    const count = await run(wish).catch((error: unknown) => {
      say(error instanceof Refusal ? error.message : String(error));
      return once(false);
    });
    if (wish.signal.aborted) throw new Refusal("Stopped.");
    outcomes.push({ ...count, name, seconds: (performance.now() - start) / 1000 });
    if (name !== "build" || count.failed === 0) continue;
    // Without a build there is nothing to walk through, and an old one would prove nothing.
    outcomes.push({ ...once(false), name: "journeys", seconds: 0 });
    break;
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
    await step("Building, about a minute", "Built", () => build(root, signal));
    return true;
  } finally {
    releaseLock(state);
  }
}

async function unitTests(wish: StopSignal): Promise<Count> {
  const file = path.join(results, "unit.json");
  const words = bin("vitest", "run", "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`);
  const isFine = await succeeds(words, wish);
  return judged(countUnits(file), isFine);
}

async function journeys(wish: StopSignal): Promise<Count> {
  await needBrowser();
  const isFine = await succeeds(bin("playwright", "test"), wish);
  return judged(countJourneys(path.join(results, "journeys.json")), isFine);
}
