import type { LanguageModelV4Content, LanguageModelV4Prompt } from "@ai-sdk/provider";
import { offlineModel } from "@/lib/assistant/offline/model";
import type { SignedIn } from "@/lib/auth/schema";
import { env } from "@/lib/env";
import { runTool } from "@/lib/tools/run";
import type { Today } from "@/lib/words/today";
import { spread } from "@/scripts/bench/figures";
import { fill } from "@/scripts/bench/filling";
import { say } from "@/scripts/say.mjs";
import { instantOfReference } from "./clock";
import { usualReference } from "./gold";
import { makePerson } from "./people";
import { tableLines } from "./print";
import { conversationsAbout, titleOf } from "./speed-words";

/** Milliseconds that the model may take for one turn of 95 in 100, by the number of open tasks. */
const targets = [
  { tasks: 200, p95: 10 },
  { tasks: 5_000, p95: 30 },
];

/** What one turn took: the model in all its steps, and the tools that it called. */
type Times = { model: number; tools: number };

/** Prints how long a turn of the built-in assistant takes with few and with many open tasks. */
export async function measureSpeed(): Promise<void> {
  const rows: Record<string, Record<string, number>> = {};
  for (const { tasks, p95 } of targets) {
    const times = await measureTurns(tasks);
    const [model, tools] = [spread(times.map((one) => one.model)), spread(times.map((one) => one.tools))];
    const name = `${tasks.toLocaleString("en")} open tasks`;
    rows[name] = {
      model_p50: model.p50,
      model_p95: model.p95,
      target: p95,
      tools_p50: tools.p50,
      tools_p95: tools.p95,
    };
  }
  say("\nOne turn of the built-in assistant, in milliseconds: its model, and the tools on the database");
  for (const line of tableLines(rows)) say(`  ${line}`);
}

async function measureTurns(tasks: number): Promise<Times[]> {
  const today = { now: instantOfReference(usualReference), timeZone: usualReference.timezone };
  const person = await makePerson(today.timeZone);
  await fill(env.DATABASE_URL, tasksOf(person, tasks));
  const conversations = conversationsAbout((place) => titleOf(place % tasks));
  // The first ones pay for what a process makes and compiles once.
  const [first = [], second = [], ...others] = conversations;
  await talk(person, first, today);
  await talk(person, second, today);
  const times: Times[] = [];
  for (const conversation of others) times.push(...(await talk(person, conversation, today)));
  return times;
}

function tasksOf({ id }: SignedIn, count: number): string[] {
  const titles = Array.from({ length: count }, (_, place) => titleOf(place).replaceAll("'", "''"));
  return [
    `INSERT INTO "Task" ("userId", "id", "number", "title", "position", "dueDate")
     SELECT '${id}', uuidv7(), n, title, 'a' || lpad(n::text, 6, '0'),
       CASE WHEN n % 3 = 0 THEN NULL ELSE date '2026-03-11' + (n % 100)::int - 10 END
     FROM unnest(ARRAY[${titles.map((title) => `'${title}'`).join(",")}]) WITH ORDINALITY AS t (title, n)`,
    `UPDATE "User" SET "nextTaskNumber" = ${count + 1} WHERE "id" = '${id}'`,
  ];
}

/** A conversation with the model alone, stepped as a reply does; what it asks of tools, the real ones answer. */
async function talk({ id: user }: SignedIn, messages: string[], today: Today): Promise<Times[]> {
  const prompt: LanguageModelV4Prompt = [];
  const all: Times[] = [];
  for (const text of messages) {
    prompt.push({ role: "user", content: [{ type: "text", text }] });
    const times: Times = { model: 0, tools: 0 };
    // Each reply has a model of its own, which reads the conversation anew.
    const model = offlineModel({ today });
    for (let calls: Call[] = []; ; calls = []) {
      const parts = await timed(times, "model", () => stepOf(model, prompt));
      calls = parts.filter((part) => part.type === "tool-call");
      if (calls.length === 0) {
        prompt.push({ role: "assistant", content: parts.filter((part) => part.type === "text") });
        break;
      }
      const inputs = calls.map(({ input, ...call }) => ({ ...call, input: JSON.parse(input) as unknown }));
      prompt.push({ role: "assistant", content: inputs });
      for (const { toolCallId, toolName, input } of inputs) {
        const result = await timed(times, "tools", () => runTool(toolName, input, { user, source: "API", today }));
        const output =
          result.status === "SUCCESS"
            ? ({ type: "json", value: JSON.parse(JSON.stringify(result.output)) } as const)
            : ({ type: "error-text", value: "error" in result ? result.error.message : "" } as const);
        prompt.push({ role: "tool", content: [{ type: "tool-result", toolCallId, toolName, output }] });
      }
    }
    all.push(times);
  }
  return all;
}

type Call = Extract<LanguageModelV4Content, { type: "tool-call" }>;
type Text = Extract<LanguageModelV4Content, { type: "text" }>;

/** One step as it streams: the calls that it makes, or its words. */
async function stepOf(model: ReturnType<typeof offlineModel>, prompt: LanguageModelV4Prompt) {
  const { stream } = await model.doStream({ prompt });
  const calls: Call[] = [];
  const text: Text = { type: "text", text: "" };
  for await (const part of stream) {
    if (part.type === "tool-call") calls.push(part);
    if (part.type === "text-delta") text.text += part.delta;
  }
  return text.text === "" ? calls : [...calls, text];
}

async function timed<Result>(times: Times, part: keyof Times, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await work();
  times[part] += performance.now() - start;
  return result;
}
