import "server-only";
import type { LanguageModelV4Middleware, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { callable } from "./history";
import { Attempts, retryLimits } from "./retry";
import { storable } from "./storable";
import type { Watch } from "./watchdog";

/** `gather`: milliseconds for which text is gathered. Each chunk costs the UI stream about 0.35 ms of CPU, so fewer is cheaper. */
export const modelLimits = { ...retryLimits, gather: 80 };

/** The longest arguments of one call, in characters. */
const maxArguments = 16_000;

const unwatched: Watch = { begin() {}, sawChunk() {}, rest() {} };

/**
 * What stands between a model and a reply: it asks again after a failure before the first output, tells the watchdog what the model
 * does, names calls `s<step>c<index>`, since providers repeat their own ids, and gathers text (the first goes out at once).
 * Arguments that are no JSON object, or are too long, become `{ raw }`, so that the tool refuses them and the record keeps them.
 * `firstStep` is the number of steps that the reply already holds.
 */
export function replyMiddleware(
  firstStep: number,
  watch: Watch = unwatched,
  limits = modelLimits,
): LanguageModelV4Middleware {
  const attempts = new Attempts(watch, limits);
  let step = firstStep;
  return {
    specificationVersion: "v4",
    wrapStream: async ({ doStream, params }) => {
      step += 1;
      const result = await attempts.firstOutput(doStream, params.abortSignal);
      return { ...result, stream: result.stream.pipeThrough(gathered(callNames(step), limits.gather)) };
    },
  };
}

type Call = Extract<LanguageModelV4StreamPart, { type: "tool-call" }>;

/** A function that gives the calls of one step their names, in order of appearance. */
function callNames(step: number) {
  let index = 0;
  return (call: Call): Call => ({
    ...call,
    toolCallId: `s${step}c${index++}`,
    // An invented name is sent back with the next step, and providers refuse names that are none.
    toolName: callable(call.toolName),
    input: safeArguments(call.input),
  });
}

function safeArguments(text: string): string {
  if (text.length > maxArguments) return JSON.stringify({ raw: `${storable(text.slice(0, 1_000))}…` });
  if (!text.trim()) return "{}";
  try {
    const input: unknown = JSON.parse(text, (key, value) => {
      // The SDK takes such an object for an attack and passes its text on as it is, which is no object any more.
      if (key === "__proto__" || key === "constructor" || key !== storable(key)) throw new Error("no name for a field");
      return typeof value === "string" ? storable(value) : value;
    });
    if (input !== null && typeof input === "object" && !Array.isArray(input)) return JSON.stringify(input);
  } catch {
    // Told to the model by the tool, which knows no field "raw".
  }
  return JSON.stringify({ raw: storable(text) });
}

/** For a call whose arguments never were an object: what to tell the model instead of that there is no field "raw". */
export function argumentsProblem(input: unknown): string | null {
  const { raw, ...rest } = (input ?? {}) as { raw?: unknown };
  if (typeof raw !== "string" || Object.keys(rest).length > 0) return null;
  if (raw.length === 1_001 && raw.endsWith("…")) {
    return `The arguments were too long and were not read: at most ${maxArguments} characters.`;
  }
  return "The arguments were not a JSON object. Send the call again with one.";
}

type Delta = Extract<LanguageModelV4StreamPart, { type: "text-delta" | "reasoning-delta" }>;

const isDelta = (part: LanguageModelV4StreamPart): part is Delta =>
  part.type === "text-delta" || part.type === "reasoning-delta";

/** Gathers deltas, leaves out the pieces of arguments (a call comes whole after them), and names the calls. */
function gathered(named: (call: Call) => Call, gather: number) {
  let isFirst = true;
  let waiting: Delta | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  type Controller = TransformStreamDefaultController<LanguageModelV4StreamPart>;
  const flush = (controller: Controller, isLast = true) => {
    clearTimeout(timer);
    timer = undefined;
    if (!waiting) return;
    const { delta } = waiting;
    // Some servers send the halves of a surrogate pair one by one.
    const end = !isLast && /[\uD800-\uDBFF]$/.test(delta) ? delta.length - 1 : delta.length;
    const part = { ...waiting, delta: storable(delta.slice(0, end)) };
    waiting = end < delta.length ? { ...waiting, delta: delta.slice(end) } : undefined;
    if (part.delta) enqueue(controller, part);
  };
  return new TransformStream<LanguageModelV4StreamPart, LanguageModelV4StreamPart>({
    transform(part, controller) {
      if (part.type === "tool-input-start" || part.type === "tool-input-delta" || part.type === "tool-input-end")
        return;
      if (!isDelta(part)) {
        flush(controller);
        return controller.enqueue(part.type === "tool-call" ? named(part) : part);
      }
      if (waiting && (waiting.id !== part.id || waiting.type !== part.type)) flush(controller);
      waiting = waiting ? { ...waiting, delta: waiting.delta + part.delta } : part;
      if (isFirst && part.type === "text-delta") {
        isFirst = false;
        return flush(controller, false);
      }
      timer ??= setTimeout(() => flush(controller, false), gather);
    },
    flush: (controller) => flush(controller),
  });
}

function enqueue(controller: TransformStreamDefaultController<LanguageModelV4StreamPart>, part: Delta): void {
  try {
    controller.enqueue(part);
  } catch {
    // The stream broke while the timer ran; its reader has been told already.
  }
}
