import type { LanguageModelV4Prompt, LanguageModelV4ToolResultOutput } from "@ai-sdk/provider";
import { type Answer, readAnswer } from "./seen";

export type CallResult = { status: "ok"; answer: Answer } | { status: "error" | "denied"; message: string };
export type PastCall = { name: string; input: unknown; result: CallResult };

/** A message of the person and what was done about it: the calls step by step, and what was said. */
export type Turn = {
  said: string;
  steps: PastCall[][];
  spoken: string;
  /** When it was sent, where the conversation tells. */
  sentAt?: Date | null;
};

/** The prompt of a language model, as turns. Ids of calls are unique within a turn only. */
export function turnsOf(prompt: LanguageModelV4Prompt): Turn[] {
  const turns: Turn[] = [];
  let results = new Map<string, CallResult>();
  const waiting: { call: PastCall; id: string }[] = [];
  const settle = () => {
    for (const { call, id } of waiting) call.result = results.get(id) ?? call.result;
  };
  for (const message of prompt) {
    const turn = turns.at(-1);
    if (message.role === "user") {
      settle();
      waiting.length = 0;
      results = new Map();
      const said = message.content.map((part) => (part.type === "text" ? part.text : "")).join("\n");
      turns.push({ said, steps: [], spoken: "", sentAt: sentAtOf(message) });
    } else if (message.role === "assistant" && turn) {
      const step: PastCall[] = [];
      for (const part of message.content) {
        if (part.type === "text") turn.spoken = `${turn.spoken}\n${part.text}`.trim();
        if (part.type === "tool-result") results.set(part.toolCallId, resultOf(part.output));
        if (part.type !== "tool-call") continue;
        const call: PastCall = {
          name: part.toolName,
          input: part.input,
          result: { status: "error", message: "That was interrupted." },
        };
        step.push(call);
        waiting.push({ call, id: part.toolCallId });
      }
      if (step.length > 0) turn.steps.push(step);
    } else if (message.role === "tool") {
      for (const part of message.content)
        if (part.type === "tool-result") results.set(part.toolCallId, resultOf(part.output));
    }
  }
  settle();
  return turns;
}

function sentAtOf({ content }: Extract<LanguageModelV4Prompt[number], { role: "user" }>): Date | null {
  const sentAt = content.map(({ providerOptions }) => providerOptions?.docket?.sentAt).find(Boolean);
  const time = typeof sentAt === "string" ? new Date(sentAt) : null;
  return time && Number.isFinite(time.getTime()) ? time : null;
}

/** What a tool answered, as far as it is spoken of. */
export function resultOf(output: LanguageModelV4ToolResultOutput): CallResult {
  if (output.type === "json") return { status: "ok", answer: readAnswer(output.value) };
  if (output.type === "execution-denied") return { status: "denied", message: output.reason ?? "" };
  // A refusal of an earlier reply is told as an error's text.
  if (output.type === "error-text")
    return {
      status: /^The person said no\b/.test(output.value) ? "denied" : "error",
      message: output.value.replace(/^(?:\w*Error:\s*)+/, ""),
    };
  if (output.type === "error-json")
    return {
      status: "error",
      message: typeof output.value === "string" ? output.value : "That did not work; nothing was changed.",
    };
  if (output.type === "text") return { status: "ok", answer: readAnswer(parsed(output.value)) };
  return { status: "error", message: "That did not work; nothing was changed." };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
