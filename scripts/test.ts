import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { needBrowser } from "./browser";
import { generateClient } from "./build";
import { countThresholds } from "./eval/report";
import { freshBuild } from "./fresh-build";
import { type Count, countJourneys, countUnits, judged } from "./reports";
import { Refusal, run, say } from "./say.mjs";
import { type StopSignal, stopSignal } from "./stop-signal";

const root = path.dirname(import.meta.dirname);
const results = path.join(root, "test-results");

type Part = "static" | "unit" | "eval" | "e2e" | "chaos";
type Step = { name: string; parts: Part[]; run(wish: StopSignal): Promise<Count> };
type Outcome = Count & { name: string; seconds: number };

const bin = (name: string, ...words: string[]) => [path.join(root, "node_modules", ".bin", name), ...words];
const once = (passed: boolean): Count => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

const steps: Step[] = [
  {
    name: "types",
    parts: ["static"],
    async run(wish) {
      // What `npm run dev` wrote there may speak of routes that are gone.
      rmSync(path.join(root, ".next", "dev", "types"), { recursive: true, force: true });
      return once((await succeeds(bin("next", "typegen"), wish)) && (await succeeds(bin("tsc", "--noEmit"), wish)));
    },
  },
  {
    name: "lint and format",
    parts: ["static"],
    run: async (wish) => once(await succeeds(bin("biome", "check", "--error-on-warnings"), wish)),
  },
  { name: "unit tests", parts: ["unit"], run: (wish) => vitest("unit", ["--reporter=dot"], wish) },
  { name: "understanding", parts: ["eval"], run: understanding },
  {
    name: "build",
    parts: ["e2e", "chaos"],
    run: async ({ signal }) => {
      await freshBuild("npm test", signal);
      return once(true);
    },
  },
  { name: "journeys", parts: ["e2e"], run: journeys },
  {
    name: "faults",
    parts: ["chaos"],
    run: (wish) => vitest("faults", ["--reporter=default", "--config=vitest.faults.config.ts"], wish),
  },
  {
    name: "chaos",
    parts: ["chaos"],
    run: async (wish) =>
      once(await succeeds([process.execPath, "--import", "tsx", path.join("scripts", "chaos.ts"), "--short"], wish)),
  },
];

/** `npm test` does everything, `npm test -- unit`, `-- eval`, `-- e2e` or `-- chaos` a part of it. */
await run(async () => {
  const only = process.argv[2];
  if (only !== undefined && !steps.some(({ parts }) => parts.some((part) => part === only)))
    throw new Refusal(`There is no part "${only}" of the tests. Parts: static, unit, eval, e2e, chaos.`);
  const wish = stopSignal();
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" });
  await generateClient(root, wish.signal);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results);
  const outcomes: Outcome[] = [];
  for (const { name, run } of steps.filter(({ parts }) => only === undefined || parts.some((part) => part === only))) {
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

async function vitest(name: string, more: string[], wish: StopSignal): Promise<Count> {
  const file = path.join(results, `${name}.json`);
  const words = bin("vitest", "run", ...more, "--reporter=json", `--outputFile.json=${file}`);
  const isFine = await succeeds(words, wish);
  return judged(countUnits(file), isFine);
}

/** The sets of eval/, held against their thresholds. */
async function understanding(wish: StopSignal): Promise<Count> {
  const loader = ["--conditions=react-server", "--import", "tsx"];
  const isFine = await succeeds([process.execPath, ...loader, path.join("scripts", "eval.ts"), "--test"], wish);
  return judged(countThresholds(path.join(results, "eval.json")), isFine);
}

async function journeys(wish: StopSignal): Promise<Count> {
  await needBrowser();
  const isFine = await succeeds(bin("playwright", "test"), wish);
  return judged(countJourneys(path.join(results, "journeys.json")), isFine);
}
