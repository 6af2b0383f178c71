import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Count } from "@/scripts/reports";

const report = z.object({ passed: z.number(), failed: z.number() });

export function writeReport(file: string, count: Count): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(count)}\n`);
}

/** How many thresholds were met; a run that ended before it could report has failed. */
export const countThresholds = (file: string): Count =>
  existsSync(file) ? report.parse(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 1 };
