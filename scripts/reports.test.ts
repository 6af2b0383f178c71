import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { countJourneys, countUnits, judged } from "./reports";
import { emptyFolder } from "./testing";

function file(content: unknown): string {
  const name = path.join(emptyFolder(), "report.json");
  writeFileSync(name, JSON.stringify(content));
  return name;
}

const fileOf = (status: string, tests: number) => ({
  status,
  assertionResults: Array.from({ length: tests }, () => ({})),
});

test("unit tests that passed and failed are counted", () => {
  const testResults = [fileOf("passed", 5), fileOf("failed", 2)];
  expect(countUnits(file({ numPassedTests: 6, numTotalTests: 7, testResults }))).toEqual({ passed: 6, failed: 1 });
});

test("a skipped unit test and a file that can't be loaded are failures", () => {
  const testResults = [fileOf("passed", 5), fileOf("failed", 0)];
  expect(countUnits(file({ numPassedTests: 4, numTotalTests: 5, testResults }))).toEqual({ passed: 4, failed: 2 });
});

test("journeys that were skipped or passed at the second try are failures", () => {
  const stats = { expected: 10, unexpected: 1, flaky: 2, skipped: 3 };
  expect(countJourneys(file({ stats }))).toEqual({ passed: 10, failed: 6 });
});

test("a run without a report has failed", () => {
  const missing = path.join(emptyFolder(), "report.json");
  expect(countUnits(missing)).toEqual({ passed: 0, failed: 1 });
  expect(countJourneys(missing)).toEqual({ passed: 0, failed: 1 });
});

test("a run that calls itself failed has at least one failure", () => {
  expect(judged({ passed: 3, failed: 0 }, false)).toEqual({ passed: 3, failed: 1 });
  expect(judged({ passed: 3, failed: 2 }, false)).toEqual({ passed: 3, failed: 2 });
  expect(judged({ passed: 3, failed: 0 }, true)).toEqual({ passed: 3, failed: 0 });
});
