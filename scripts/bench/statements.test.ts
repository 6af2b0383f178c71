import { expect, test } from "vitest";
import { entriesIn } from "./statements";

test("a prepared statement is one execution, whose parsing and planning cost time of their own", () => {
  const log = [
    "~LOG:  duration: 0.134 ms  parse <unnamed>: SELECT 1",
    "\t  FROM x",
    "~LOG:  duration: 0.208 ms  bind <unnamed>: SELECT 1",
    "\t  FROM x",
    "~DETAIL:  parameters omitted",
    "~LOG:  duration: 0.021 ms  execute <unnamed>: SELECT 1",
    "\t  FROM x",
    "~LOG:  duration: 0.040 ms  statement: BEGIN",
    "~LOG:  checkpoint starting: time",
    "",
  ].join("\n");
  expect(entriesIn(log)).toEqual([
    { text: "SELECT 1 FROM x", ms: 0.134, isExecution: false },
    { text: "SELECT 1 FROM x", ms: 0.208, isExecution: false },
    { text: "SELECT 1 FROM x", ms: 0.021, isExecution: true },
    { text: "BEGIN", ms: 0.04, isExecution: true },
  ]);
});
