import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { isStepCount, streamText, tool } from "ai";
import { z } from "zod";

export const wires = ["responses", "chat", "compatible"] as const;
type Wire = (typeof wires)[number];

export function modelOver(url: string, wire: Wire) {
  const baseURL = `${url}/v1`;
  const openai = createOpenAI({ baseURL, apiKey: "sk-test" });
  if (wire === "responses") return openai("pretended");
  if (wire === "chat") return openai.chat("pretended");
  return createOpenAICompatible({ name: "compatible", baseURL, includeUsage: true })("pretended");
}

/** A whole turn: what was said, what the tools were called with, and what went wrong. */
export async function turn(
  url: string,
  wire: Wire,
  script: string,
  options: { maxRetries?: number; totalMs?: number; steps?: number } = {},
) {
  const made: unknown[] = [];
  const errors: unknown[] = [];
  const createTask = tool({
    inputSchema: z.strictObject({ title: z.string(), due: z.string().optional() }),
    execute: async (input) => {
      made.push(input);
      return { number: made.length };
    },
  });
  const listTasks = tool({ inputSchema: z.strictObject({}), execute: async () => ({ tasks: [] }) });
  const result = streamText({
    model: modelOver(url, wire),
    prompt: `Please do it. [[script:${script}]]`,
    tools: { create_task: createTask, list_tasks: listTasks },
    stopWhen: isStepCount(options.steps ?? 6),
    maxRetries: options.maxRetries ?? 0,
    // As the product asks: nothing stays with the provider, so everything is sent again.
    providerOptions: { openai: { store: false } },
    ...(options.totalMs && { timeout: { totalMs: options.totalMs } }),
    onError: ({ error }) => void errors.push(error),
  });
  let text = "";
  let aborted = false;
  const failures: string[] = [];
  let finish: string | undefined;
  let outputTokens: number | undefined;
  try {
    for await (const part of result.stream) {
      if (part.type === "text-delta") text += part.text;
      if (part.type === "tool-error") failures.push(part.toolName);
      if (part.type === "abort") aborted = true;
      if (part.type === "finish") {
        finish = part.finishReason;
        outputTokens = part.totalUsage.outputTokens;
      }
    }
  } catch (error) {
    errors.push(error);
  }
  return { text, made, failures, errors, aborted, finish, outputTokens };
}

/** For requests that a test writes itself. */
export const oneTool = {
  chat: { type: "function", function: { name: "create_task", parameters: { type: "object" } } },
  responses: { type: "function", name: "create_task", parameters: { type: "object" } },
};
