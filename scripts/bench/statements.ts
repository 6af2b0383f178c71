import { randomUUID } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Job } from "./client";
import type { Stage } from "./round";

/** What one statement of the app cost per turn. `text` is its beginning. */
export type Statement = { text: string; perTurn: number; msEach: number };
export type Statements = {
  name: string;
  turns: number;
  perTurn: number;
  batchesPerTurn: number;
  ms: number;
  all: Statement[];
};

const settings = {
  log_min_duration_statement: "0",
  log_line_prefix: "'~'",
  // What people write stays out of the log.
  log_parameter_max_length: "0",
};

/** Lets PostgreSQL write down every statement while `work` runs: it costs, so nothing else is measured meanwhile. */
export async function withStatementLog<Result>(databaseUrl: string, work: () => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const change = async (words: (name: string, value: string) => string) => {
    for (const [name, value] of Object.entries(settings)) await client.query(words(name, value));
    await client.query("SELECT pg_reload_conf()");
    await sleep(500);
  };
  try {
    await change((name, value) => `ALTER SYSTEM SET ${name} = ${value}`);
    return await work();
  } finally {
    await change((name) => `ALTER SYSTEM RESET ${name}`);
    await client.end();
  }
}

/** Seconds in which nobody asks anything, so that what the app does by itself can be told from what turns cost. */
const silence = 4;
/** Seconds after the last turn, for what comes after a reply. */
const aftermath = 1.5;

/** Statements that run without anybody asking: the sweeper's. */
export async function statementsInSilence(stage: Stage): Promise<string[]> {
  const from = statSync(stage.site.databaseLog).size;
  await sleep(silence * 1000);
  return [...new Set(entriesIn(textFrom(stage.site.databaseLog, from)).map(({ text }) => text))];
}

/** Every statement that runs while this work does, and shortly after; those `except` are left out. */
export async function statementsIn(stage: Stage, except: string[], work: () => Promise<unknown>): Promise<string[]> {
  const from = statSync(stage.site.databaseLog).size;
  await work();
  await sleep(aftermath * 1000);
  const entries = entriesIn(textFrom(stage.site.databaseLog, from));
  return entries.filter(({ text, isExecution }) => isExecution && !except.includes(text)).map(({ text }) => text);
}

/** The statements that these turns cause; those `except` are left out. BEGIN and COMMIT count. */
export async function countStatements(stage: Stage, name: string, job: Job, except: string[]): Promise<Statements> {
  const from = statSync(stage.site.databaseLog).size;
  const turns = (await stage.client.ask(job)).length;
  await sleep(aftermath * 1000);
  const byText = new Map<string, { count: number; ms: number }>();
  for (const { text, ms, isExecution } of entriesIn(textFrom(stage.site.databaseLog, from))) {
    if (except.includes(text)) continue;
    const sum = byText.get(text) ?? { count: 0, ms: 0 };
    byText.set(text, { count: sum.count + (isExecution ? 1 : 0), ms: sum.ms + ms });
  }
  const all = [...byText].map(([text, { count, ms }]) => ({
    text: text.slice(0, 110),
    perTurn: count / turns,
    msEach: ms / Math.max(1, count),
    isBatch: isBatch(text),
  }));
  const sum = (statements: typeof all) => statements.reduce((total, one) => total + one.perTurn, 0);
  return {
    name,
    turns,
    perTurn: sum(all.filter((one) => !one.isBatch)),
    batchesPerTurn: sum(all.filter((one) => one.isBatch)),
    ms: all.reduce((total, one) => total + one.perTurn * one.msEach, 0),
    all: all.map(({ isBatch: _, ...one }) => one).sort((a, b) => b.perTurn * b.msEach - a.perTurn * a.msEach),
  };
}

/** What appends to the log of a running reply; the statement that ends it does so too, but comes once. */
const isBatch = (text: string) => /INSERT INTO "ReplyEvent"/.test(text) && !/"content" =/.test(text);

type Entry = { text: string; ms: number; isExecution: boolean };

const textFrom = (log: string, from: number) => readFileSync(log).subarray(from).toString();

/** Parsing and planning are entries of their own, and cost time, but only the execution is a statement. */
export function entriesIn(log: string): Entry[] {
  return log.split(/^~/m).flatMap((entry) => {
    const [, ms, kind, text] =
      /^LOG: +duration: ([\d.]+) ms +(parse|bind|execute|statement)[^:]*: ([\s\S]*)/.exec(entry) ?? [];
    if (text === undefined) return [];
    const isExecution = kind === "execute" || kind === "statement";
    return [{ text: text.replace(/\s+/g, " ").trim(), ms: Number(ms), isExecution }];
  });
}

/** New conversations, follow-ups, and turns that last long enough for batches. */
export async function measureStatements(stage: Stage, people: Job["people"]): Promise<Statements[]> {
  const fast = { ttft: 0, n: 500, pace: 0 };
  const job = { site: stage.site.url, model: null, people: people.slice(0, 4), turns: 5, pace: fast };
  const conversations = job.people.map(() => [randomUUID()]);
  await stage.client.ask({ ...job, conversations, turns: 2 });
  return withStatementLog(stage.site.databaseUrl, async () => {
    const except = await statementsInSilence(stage);
    const count = (name: string, one: Job) => countStatements(stage, name, one, except);
    return [
      await count("a new conversation", job),
      await count("a follow-up", { ...job, conversations }),
      await count("a follow-up of 5 s", { ...job, conversations, turns: 1, pace: { ttft: 20, n: 500, pace: 10 } }),
    ];
  });
}
