import type { LanguageModelV4Middleware, LanguageModelV4StreamPart } from "@ai-sdk/provider";

/** Milliseconds for which text is gathered. Each chunk costs the UI stream about 0.35 ms of CPU, so fewer is cheaper. */
const gather = 50;

/** The longest arguments of one call, in characters. */
const maxArguments = 16_000;

/**
 * Names calls `s<step>c<index>`, since providers repeat their own ids, and gathers text deltas (the first goes out at once).
 * Arguments that aren't JSON, or are too long, become `{ raw }`, so that the tool refuses them and the record keeps them.
 * `firstStep` is the number of steps that the reply already holds.
 */
export function replyMiddleware(firstStep: number): LanguageModelV4Middleware {
  let step = firstStep;
  return {
    specificationVersion: "v4",
    wrapStream: async ({ doStream }) => {
      step += 1;
      const named = callNames(step);
      const result = await doStream();
      return { ...result, stream: result.stream.pipeThrough(gathered(named)) };
    },
  };
}

/** A function that gives the calls of one step their names, in order of appearance. */
function callNames(step: number) {
  const names = new Map<string, string>();
  let index = 0;
  return (part: LanguageModelV4StreamPart): LanguageModelV4StreamPart => {
    if (part.type === "tool-input-start") {
      names.set(part.id, `s${step}c${index++}`);
      return { ...part, id: names.get(part.id) ?? part.id };
    }
    if (part.type === "tool-input-delta" || part.type === "tool-input-end") {
      return { ...part, id: names.get(part.id) ?? part.id };
    }
    if (part.type !== "tool-call") return part;
    const name = names.get(part.toolCallId) ?? `s${step}c${index++}`;
    // A provider that repeats an id means a second call by it: the name is given once.
    names.delete(part.toolCallId);
    return { ...part, toolCallId: name, input: safeArguments(part.input) };
  };
}

function safeArguments(text: string): string {
  if (text.length > maxArguments) return JSON.stringify({ raw: `${text.slice(0, 1_000)}…` });
  if (!text.trim()) return "{}";
  try {
    JSON.parse(text);
    return text;
  } catch {
    return JSON.stringify({ raw: text });
  }
}

function gathered(named: (part: LanguageModelV4StreamPart) => LanguageModelV4StreamPart) {
  let first = true;
  let waiting: Extract<LanguageModelV4StreamPart, { type: "text-delta" }> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (controller: TransformStreamDefaultController<LanguageModelV4StreamPart>) => {
    clearTimeout(timer);
    timer = undefined;
    const part = waiting;
    waiting = undefined;
    if (!part) return;
    try {
      controller.enqueue(part);
    } catch {
      // The stream broke while the timer ran; its reader has been told already.
    }
  };
  return new TransformStream<LanguageModelV4StreamPart, LanguageModelV4StreamPart>({
    transform(part, controller) {
      if (part.type !== "text-delta" || (waiting && waiting.id !== part.id)) flush(controller);
      if (part.type !== "text-delta") return controller.enqueue(named(part));
      if (first) {
        first = false;
        return controller.enqueue(part);
      }
      waiting = waiting ? { ...waiting, delta: waiting.delta + part.delta } : part;
      timer ??= setTimeout(() => flush(controller), gather);
    },
    flush,
  });
}
