import type { LanguageModelV4Prompt, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { isStepCount, jsonSchema, streamText, tool } from "ai";
import { expect, test } from "vitest";
import { offlineModel } from "./model";
import { fakeTools, wednesday } from "./testing";

const model = offlineModel({ today: wednesday });
const asking = (text: string): LanguageModelV4Prompt => [{ role: "user", content: [{ type: "text", text }] }];

async function partsOf(text: string) {
  const { stream } = await model.doStream({ prompt: asking(text) });
  const parts: LanguageModelV4StreamPart[] = [];
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return parts;
    parts.push(value);
  }
}

test("calls are streamed as input and as a whole, under one id", async () => {
  const parts = await partsOf("buy milk");
  expect(parts.map(({ type }) => type)).toEqual([
    "stream-start",
    "response-metadata",
    "tool-input-start",
    "tool-input-delta",
    "tool-input-end",
    "tool-call",
    "finish",
  ]);
  expect(parts[5]).toMatchObject({ toolName: "create_task", input: '{"title":"buy milk"}' });
  expect(parts[6]).toMatchObject({ finishReason: { unified: "tool-calls" }, usage: { inputTokens: { total: 2 } } });
});

test("text arrives in groups of words that add up to it", async () => {
  const parts = await partsOf("what can you do?");
  const deltas = parts.flatMap((part) => (part.type === "text-delta" ? [part.delta] : []));
  const { content } = await model.doGenerate({ prompt: asking("what can you do?") });
  expect(deltas.length).toBeGreaterThan(5);
  expect(content).toEqual([{ type: "text", text: deltas.join("") }]);
});

test("an aborted request is not answered", async () => {
  const signal = AbortSignal.abort(new Error("stopped"));
  await expect(model.doStream({ prompt: asking("buy milk"), abortSignal: signal })).rejects.toThrow("stopped");
});

test("the AI SDK runs it like any other model", async () => {
  const tools = fakeTools([], wednesday);
  const result = streamText({
    model,
    prompt: "add milk and delete the piano",
    stopWhen: isStepCount(6),
    tools: {
      create_task: tool({
        inputSchema: jsonSchema<Record<string, unknown>>({ type: "object" }),
        execute: (input) => answer("create_task", input),
      }),
      list_tasks: tool({
        inputSchema: jsonSchema<Record<string, unknown>>({ type: "object" }),
        execute: (input) => answer("list_tasks", input),
      }),
    },
  });
  const text = await result.text;
  expect(tools.list().map(({ title }) => title)).toEqual(["milk"]);
  expect(text).toMatch(/^Added \*\*milk\*\*\. .*piano.*\?$/s);

  function answer(name: string, input: Record<string, unknown>) {
    const output = tools.run({ name, input });
    return output.type === "json" ? output.value : null;
  }
});
