import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4Prompt,
  LanguageModelV4StreamPart,
  LanguageModelV4Text,
  LanguageModelV4Usage,
} from "@ai-sdk/provider";
import type { Today } from "@/lib/words/today";
import type { Command } from "./command";
import { type Choice, choicesOf } from "./discourse";
import { turnsOf } from "./history";
import type { Read } from "./ready";
import { stepper } from "./reply";
import { understand } from "./understand";

const modelId = "docket-1";

/** The built-in assistant as a language model: no key, no network, and the same answer to the same conversation. */
export function offlineModel({ today }: { today: Today }): LanguageModelV4 {
  const step = stepper(today, readAt);
  return {
    specificationVersion: "v4",
    provider: "docket",
    modelId,
    supportedUrls: {},
    doGenerate: async (options) => ({ ...generate(options, step, today), warnings: [] }),
    doStream: async (options) => ({ stream: streamed(generate(options, step, today), options.abortSignal) }),
  };
}

/** A message of a long conversation is understood once, not again for every reply. */
const understood = new Map<string, Command[]>();
const mostUnderstood = 2_000;

/** Reads a message as it was meant at its own moment. */
function readAt(today: Today): Read {
  const moment = `${today.now.getTime()} ${today.timeZone} ${today.weekStart}`;
  return (said) => {
    const key = `${moment} ${said}`;
    const commands = understood.get(key) ?? understand(said, today);
    if (understood.size >= mostUnderstood) understood.clear();
    understood.set(key, commands);
    return commands;
  };
}

type Generated = {
  content: LanguageModelV4Content[];
  finishReason: LanguageModelV4FinishReason;
  usage: LanguageModelV4Usage;
};

function generate(
  { prompt, abortSignal }: LanguageModelV4CallOptions,
  step: ReturnType<typeof stepper>,
  today: Today,
): Generated {
  abortSignal?.throwIfAborted();
  const next = step(turnsOf(prompt));
  if (next.kind === "say") {
    const { text } = next.outcome;
    return {
      content: [{ type: "text", text, ...offering(choicesOf(next.outcome, today)) }],
      finishReason: { unified: "stop", raw: undefined },
      usage: usageOf(prompt, text),
    };
  }
  const content = next.calls.map(
    ({ name, input }): LanguageModelV4Content => ({
      type: "tool-call",
      toolCallId: crypto.randomUUID(),
      toolName: name,
      input: JSON.stringify(input),
    }),
  );
  return {
    content,
    finishReason: { unified: "tool-calls", raw: undefined },
    usage: usageOf(prompt, JSON.stringify(next.calls)),
  };
}

/** Answers that the interface may show as buttons travel beside the text, under this provider's name. */
const offering = (choices: Choice[]) => (choices.length > 0 ? { providerMetadata: { docket: { choices } } } : {});

/** Words stand in for tokens. */
const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;

function usageOf(prompt: LanguageModelV4Prompt, output: string): LanguageModelV4Usage {
  const asked = prompt.map(({ role, content }) =>
    role === "user" ? content.map((part) => (part.type === "text" ? part.text : "")).join(" ") : "",
  );
  const input = wordsIn(asked.at(-1) ?? "");
  const written = wordsIn(output);
  return {
    inputTokens: { total: input, noCache: input, cacheRead: 0, cacheWrite: 0 },
    outputTokens: { total: written, text: written, reasoning: 0 },
  };
}

function streamed({ content, finishReason, usage }: Generated, signal: AbortSignal | undefined) {
  const parts = partsOf(content, finishReason, usage);
  return new ReadableStream<LanguageModelV4StreamPart>({
    pull(controller) {
      if (signal?.aborted) return controller.error(signal.reason);
      const next = parts.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
}

function* partsOf(
  content: LanguageModelV4Content[],
  finishReason: LanguageModelV4FinishReason,
  usage: LanguageModelV4Usage,
): Generator<LanguageModelV4StreamPart> {
  yield { type: "stream-start", warnings: [] };
  yield { type: "response-metadata", id: crypto.randomUUID(), modelId, timestamp: new Date() };
  for (const part of content) {
    if (part.type === "text") yield* textParts(part);
    if (part.type !== "tool-call") continue;
    yield { type: "tool-input-start", id: part.toolCallId, toolName: part.toolName };
    yield { type: "tool-input-delta", id: part.toolCallId, delta: part.input };
    yield { type: "tool-input-end", id: part.toolCallId };
    yield part;
  }
  yield { type: "finish", finishReason, usage };
}

/** A few words at a time: enough to be seen arriving, few enough to cost nothing. */
function* textParts({ text, providerMetadata }: LanguageModelV4Text): Generator<LanguageModelV4StreamPart> {
  yield { type: "text-start", id: "text" };
  for (const [delta] of text.matchAll(/(?:\S+\s*){1,4}|\s+/g)) yield { type: "text-delta", id: "text", delta };
  yield { type: "text-end", id: "text", ...(providerMetadata && { providerMetadata }) };
}
