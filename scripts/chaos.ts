import { randomInt } from "node:crypto";
import path from "node:path";
import { parseArgs } from "node:util";
import type { CellResult } from "@/e2e/chaos/cell";
import { diagonal, runMatrix, wholeMatrix } from "@/e2e/chaos/matrix";
import { runNemesis } from "@/e2e/chaos/nemesis";
import { openSite } from "@/e2e/chaos/site";
import { generateClient } from "./build";
import { freshBuild } from "./fresh-build";
import { Refusal, run, say } from "./say.mjs";
import { stopSignal } from "./stop-signal";

const root = path.dirname(import.meta.dirname);

type Part = { name: string; seconds: number; passed: number; failed: number };

/**
 * `npm run chaos`: kills processes at every place that matters, then lets a nemesis loose for a minute.
 * `-- --short`: seven of the kills and 20 seconds; `-- --long`: 30 minutes. `-- --seed N` repeats a nemesis, and `-- matrix`
 * or `-- nemesis` does one part alone.
 */
await run(async () => {
  const { values, positionals } = options();
  const { signal } = stopSignal();
  signal.addEventListener("abort", () => {
    say("Stopped.");
    // What was started doesn't outlive us: the sites' keepers see to it.
    process.exit(1);
  });
  Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" });
  await generateClient(root, signal);
  await freshBuild("npm run chaos", signal);
  const parts: Part[] = [];
  if (positionals[0] !== "nemesis") parts.push(await matrix(values.short));
  if (positionals[0] !== "matrix") parts.push(await nemesis(lengthOf(values), values.seed));
  return summary(parts);
});

function options() {
  try {
    const parsed = parseArgs({
      allowPositionals: true,
      options: {
        short: { type: "boolean", default: false },
        long: { type: "boolean", default: false },
        seed: { type: "string" },
      },
    });
    if (parsed.positionals.some((part) => !["matrix", "nemesis"].includes(part))) throw new Error();
    return parsed;
  } catch {
    throw new Refusal("Say: npm run chaos -- [matrix | nemesis] [--short | --long] [--seed N]");
  }
}

function lengthOf({ short, long }: { short: boolean; long: boolean }): number {
  if (long) return 1_800;
  return short ? 20 : 60;
}

async function timed(name: string, work: () => Promise<Pick<Part, "passed" | "failed">>): Promise<Part> {
  const start = performance.now();
  const count = await work();
  return { name, ...count, seconds: (performance.now() - start) / 1000 };
}

function matrix(isShort: boolean): Promise<Part> {
  const cells = isShort ? diagonal : wholeMatrix;
  say(`\n=== kill matrix, ${cells.length} cells ===`);
  return timed("kill matrix", async () => {
    const site = await openSite();
    try {
      // A machine that has the tests of everything on its hands is slow, not wrong.
      const results = await runMatrix(site, cells, isShort ? { withinMs: 30_000, lostMs: 3_000 } : {});
      for (const result of results) tell(result);
      const failed = results.filter(({ violations }) => violations.length > 0).length;
      return { passed: results.length - failed, failed };
    } finally {
      await site.close();
    }
  });
}

function tell({ cell, violations, recoveredMs }: CellResult): void {
  const after = recoveredMs === null ? "" : `, ended after ${(recoveredMs / 1000).toFixed(1)} s`;
  const words = violations.length > 0 ? "FAILED" : `ok${after}`;
  say(`${cell.failpoint.padEnd(21)} ${cell.script.padEnd(15)} ${words}`);
  for (const violation of violations) say(`  ${violation}`);
}

function nemesis(length: number, wanted: string | undefined): Promise<Part> {
  const seed = wanted === undefined ? randomInt(1_000_000) : Number(wanted);
  if (!Number.isSafeInteger(seed)) throw new Refusal("A seed is a whole number.");
  say(`\n=== nemesis, ${length} s, seed ${seed} ===`);
  return timed("nemesis", async () => {
    const { violations, lines } = await runNemesis({ seconds: length, seed, tell: say });
    for (const line of lines) say(line);
    for (const violation of violations) say(`  ${violation}`);
    if (violations.length > 0) say(`Repeat it with: npm run chaos -- nemesis --seed ${seed}`);
    return { passed: violations.length === 0 ? 1 : 0, failed: violations.length };
  });
}

function summary(parts: Part[]): number {
  say("");
  for (const { name, passed, failed, seconds } of parts)
    say(`${name.padEnd(16)} ${`${seconds.toFixed(1)} s`.padStart(9)}  ${passed} passed, ${failed} failed`);
  return parts.every(({ failed }) => failed === 0) ? 0 : 1;
}
