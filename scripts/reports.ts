import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

export type Count = { passed: number; failed: number };

const UnitReport = z.object({
  numPassedTests: z.number(),
  numTotalTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const JourneyReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** What Vitest's JSON report counts. A skipped test proves nothing, and a file that can't be loaded has tests: both fail. */
export function countUnits(file: string): Count {
  const report = parsed(file, UnitReport);
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const passed = report.numPassedTests;
  return { passed, failed: report.numTotalTests - passed + unloaded.length };
}

/** What Playwright's JSON report counts. Skipped means that it didn't run, flaky that it failed once: both fail. */
export function countJourneys(file: string): Count {
  const report = parsed(file, JourneyReport);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + skipped };
}

/** null when the run ended before it could report. */
function parsed<Report>(file: string, schema: z.ZodType<Report>): Report | null {
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
}

/** Whatever the report says: a run that the program itself calls failed has failed. */
export const judged = ({ passed, failed }: Count, isFine: boolean): Count => ({
  passed,
  failed: isFine ? failed : Math.max(failed, 1),
});
