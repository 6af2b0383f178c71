import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { memoryOf } from "./bench/accounting";
import { measureInBrowser } from "./bench/browser/browser";
import { reportOfBrowser, reportOfTasks } from "./bench/browser/report";
import { measureTasks } from "./bench/browser/tasks";
import { startChild } from "./bench/child";
import type { Job } from "./bench/client";
import type { ModelAnswer, ModelQuestion } from "./bench/fake-model";
import { measureGrowth } from "./bench/growth";
import { makePeople } from "./bench/people";
import { planOf } from "./bench/plan";
import { type Report, reportOfGrowth, reportOfStatements, reportOfTrial } from "./bench/report";
import type { Stage } from "./bench/round";
import { needBuild, startSite } from "./bench/site";
import { measureStatements } from "./bench/statements";
import { measureTrial, Patience } from "./bench/trial";
import type { Turn } from "./bench/turn";
import { isBuilt } from "./build";
import { Refusal, run, say, step } from "./say.mjs";
import { stopSignal } from "./stop-signal";

const root = path.dirname(import.meta.dirname);
const results = path.join(root, "test-results");

const inBrowser = { quick: { loading: 1, drawing: 1 }, whole: { loading: 7, drawing: 3 } };
const growths = { quick: { others: 100_000, repetitions: 1 }, whole: { others: 1_000_000, repetitions: 3 } };

/** What a reply costs beyond what its model costs: measured against a fake one, which is also asked directly. */
await run(async () => {
  const start = performance.now();
  const plan = planOf(process.argv.slice(2));
  const wish = stopSignal();
  const goOn = () => {
    if (wish.signal.aborted) throw new Refusal("Stopped.");
  };
  needBuild(root);
  if (!isBuilt(root)) say("The build is of other sources than those that are here now.");
  mkdirSync(results, { recursive: true });
  const model = startChild<ModelQuestion, ModelAnswer>("fake-model.ts");
  const client = startChild<Job, Turn[]>("client.ts");
  // A trial that is under way ends at once.
  wish.signal.addEventListener("abort", () => client.stop());
  const closers = [async () => model.stop(), async () => client.stop()];
  try {
    const modelUrl = `http://127.0.0.1:${(await model.ask({ ask: "port" })).port}`;
    const options = { isResponses: plan.isResponses, profiles: plan.isProfiled ? results : null };
    const site = await step("Starting", "Started", () => startSite(modelUrl, options, wish.signal));
    closers.unshift(() => site.stop());
    const stage: Stage = { site, model, modelUrl, client };
    const atRest = Math.round(memoryOf(site.pids.app));
    const crowd = Math.max(20, ...plan.trials.map(({ atOnce }) => atOnce));
    const people = await step("Making accounts", `${crowd} accounts`, () => makePeople(site.url, crowd));
    const turns = plan.isQuick ? 10 : 20;
    const warmUp = {
      site: site.url,
      model: null,
      people: people.slice(0, 20),
      turns,
      pace: { ttft: 0, n: 500, pace: 0 },
    };
    // Who looks at tasks alone takes no turns.
    const takesTurns = plan.trials.length > 0 || plan.parts.some((part) => part !== "tasks");
    if (takesTurns) await step("Warming up", `${20 * turns} turns to warm up`, () => client.ask(warmUp));

    const patience = new Patience(plan.patience);
    const verdicts: Report["verdicts"] = [];
    const tell = (report: Report) => {
      for (const line of report.lines) say(line);
      verdicts.push(...report.verdicts);
    };
    const memory = { atRest, warm: Math.round(memoryOf(site.pids.app)) };
    say(`Memory of the app at rest: ${memory.atRest} MB, after the warm-up: ${memory.warm} MB`);
    const trials = [];
    for (const trial of plan.trials) {
      goOn();
      const measured = await measureTrial(stage, trial, people, patience);
      trials.push(measured);
      tell(reportOfTrial(measured));
    }
    const statements = plan.parts.includes("sql") ? await measureStatements(stage, people) : [];
    tell(reportOfStatements(statements));
    goOn();
    const size = growths[plan.isQuick ? "quick" : "whole"];
    const growth = plan.parts.includes("growth") ? await measureGrowth(stage, size, patience) : [];
    tell(reportOfGrowth(growth));
    goOn();
    const browser = plan.parts.includes("browser")
      ? await measureInBrowser(stage, inBrowser[plan.isQuick ? "quick" : "whole"], patience)
      : null;
    if (browser) tell(reportOfBrowser(browser));
    goOn();
    const tasks = plan.parts.includes("tasks") ? await measureTasks(stage, plan.isQuick ? 1 : 5, patience) : null;
    if (tasks) tell(reportOfTasks(tasks));

    const met = verdicts.filter(({ isMet }) => isMet).length;
    const seconds = Math.round((performance.now() - start) / 1000);
    say(`\n${met} of ${verdicts.length} targets met, in ${seconds} s. All figures: test-results/bench.json`);
    const machine = { cores: os.cpus().length, model: os.cpus()[0]?.model, node: process.version, load: os.loadavg() };
    const report = {
      at: new Date().toISOString(),
      seconds,
      machine,
      plan,
      memory,
      trials,
      statements,
      growth,
      browser,
      tasks,
    };
    writeFileSync(path.join(results, "bench.json"), `${JSON.stringify(report, null, 1)}\n`);
  } finally {
    for (const close of closers) await close();
  }
});
