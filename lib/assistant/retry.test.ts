import type { LanguageModelV4CallOptions, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { APICallError, wrapLanguageModel } from "ai";
import { convertReadableStreamToArray, MockLanguageModelV4 } from "ai/test";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { failureOf } from "./failures";
import { replyMiddleware } from "./middleware";
import { finish, said } from "./testing";
import { Watchdog } from "./watchdog";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-22T12:00:00Z") });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  vi.spyOn(log, "info").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

type Attempt =
  | LanguageModelV4StreamPart[]
  | { refused: unknown }
  | { parts: LanguageModelV4StreamPart[]; broken: Error };

/** A model whose n-th call goes as the n-th of these; further ones like the last. */
function modelOf(...attempts: Attempt[]) {
  let call = 0;
  return new MockLanguageModelV4({
    doStream: async () => {
      const attempt = attempts[Math.min(call++, attempts.length - 1)] ?? [];
      if ("refused" in attempt) throw attempt.refused;
      const parts = Array.isArray(attempt) ? attempt : attempt.parts;
      const stream = new ReadableStream<LanguageModelV4StreamPart>({
        start: (controller) => {
          for (const part of parts) controller.enqueue(part);
          if (Array.isArray(attempt)) controller.close();
        },
        // Only when what stands before has been read: an error throws away what waits.
        pull: (controller) => controller.error((attempt as { broken: Error }).broken),
      });
      return { stream };
    },
  });
}

const refusal = (statusCode: number | undefined, headers: Record<string, string> = {}, data?: unknown) => ({
  refused: new APICallError({
    message: "sk-canary",
    url: "http://model",
    requestBodyValues: {},
    statusCode,
    responseHeaders: headers,
    data,
    // As the provider says of a connection that was refused or reset.
    ...(statusCode === undefined && { isRetryable: true }),
  }),
});

const answer: LanguageModelV4StreamPart[] = [{ type: "stream-start", warnings: [] }, ...said("Here I am."), finish()];
const start: LanguageModelV4StreamPart[] = [
  { type: "stream-start", warnings: [] },
  { type: "response-metadata", id: "r" },
  { type: "text-start", id: "t" },
];
const reset = new TypeError("terminated");

function ask(model: MockLanguageModelV4, signal?: AbortSignal, watch?: Watchdog) {
  const wrapped = wrapLanguageModel({ model, middleware: replyMiddleware(0, watch) });
  return async () => {
    const { stream } = await wrapped.doStream({ prompt: [], abortSignal: signal } as LanguageModelV4CallOptions);
    return await convertReadableStreamToArray(stream);
  };
}

/** What became of a call, and how long it took. */
async function outcome(turn: () => Promise<LanguageModelV4StreamPart[]>) {
  const began = Date.now();
  const done = turn().then(
    (parts) => ({ text: textOf(parts), parts, error: undefined }),
    (error: unknown) => ({ text: "", parts: [], error }),
  );
  await vi.runAllTimersAsync();
  return { ...(await done), waited: Date.now() - began };
}

const textOf = (parts: LanguageModelV4StreamPart[]) =>
  parts.map((part) => (part.type === "text-delta" ? part.delta : "")).join("");

test.each([408, 409, 429, 500, 502, 503, undefined])(
  "a first answer of %s is asked again after half a second",
  async (status) => {
    const model = modelOf(refusal(status), answer);
    expect(await outcome(ask(model))).toMatchObject({ text: "Here I am.", waited: 500 });
    expect(model.doStreamCalls).toHaveLength(2);
  },
);

test.each([400, 401, 403, 404, 422])("a first answer of %s is final", async (status) => {
  const model = modelOf(refusal(status), answer);
  expect(await outcome(ask(model))).toMatchObject({ error: { statusCode: status }, waited: 0 });
  expect(model.doStreamCalls).toHaveLength(1);
});

test("an account without quota is not asked again", async () => {
  const model = modelOf(refusal(429, {}, { error: { message: "pay", code: "insufficient_quota" } }), answer);
  const { error } = await outcome(ask(model));
  expect(failureOf(error).code).toBe("rate_limited");
  expect(model.doStreamCalls).toHaveLength(1);
});

test("after two further attempts the person gets the error of the last", async () => {
  const model = modelOf(refusal(429), refusal(500), refusal(503));
  expect(await outcome(ask(model))).toMatchObject({ error: { statusCode: 503 }, waited: 2_000 });
  expect(model.doStreamCalls).toHaveLength(3);
});

test("the steps of a run share two further attempts", async () => {
  const model = modelOf(refusal(500), answer, refusal(500), answer, refusal(500), answer);
  const turn = ask(model);
  expect((await outcome(turn)).text).toBe("Here I am.");
  expect((await outcome(turn)).text).toBe("Here I am.");
  expect((await outcome(turn)).error).toMatchObject({ statusCode: 500 });
  expect(model.doStreamCalls).toHaveLength(5);
});

test.each<[asked: Record<string, string>, waited: number]>([
  [{ "retry-after": "2" }, 2_000],
  [{ "retry-after": "0" }, 0],
  [{ "retry-after": "30" }, 30_000],
  [{ "retry-after-ms": "125", "retry-after": "1" }, 125],
  [{ "retry-after": "Sun, 22 Nov 2026 12:00:07 GMT" }, 7_000],
  [{ "retry-after": "Sun, 22 Nov 2026 11:00:00 GMT" }, 0],
  [{ "retry-after": "soon" }, 500],
])("a wait that is asked for is kept: %o", async (headers, waited) => {
  expect(await outcome(ask(modelOf(refusal(429, headers), answer)))).toMatchObject({ text: "Here I am.", waited });
});

test.each<[seconds: string, named: string]>([
  ["31", "31 seconds"],
  ["120", "2 minutes"],
  ["86400", "24 hours"],
])("a wait of %s seconds is not waited for but named", async (seconds, named) => {
  const model = modelOf(refusal(429, { "retry-after": seconds }), answer);
  const { error, waited } = await outcome(ask(model));
  expect(waited).toBe(0);
  expect(failureOf(error)).toEqual({ code: "rate_limited", message: expect.stringContaining(`again in ${named}.`) });
  expect(model.doStreamCalls).toHaveLength(1);
});

test("a stream that breaks, ends early or reports an error before its first word is asked again, and leaves nothing", async () => {
  const broken: Attempt[] = [
    { parts: start, broken: reset },
    { parts: [], broken: reset },
    start,
    [],
    [...start, { type: "error", error: { message: "overloaded", code: 503 } }, finish()],
    [...start, { ...finish(), finishReason: { unified: "interrupted", raw: undefined } } as LanguageModelV4StreamPart],
    [...start, { type: "reasoning-start", id: "r" }, { type: "reasoning-delta", id: "r", delta: "Hm." }],
    [
      ...start,
      { type: "tool-input-start", id: "c", toolName: "create_task" },
      { type: "tool-input-delta", id: "c", delta: "{" },
    ],
  ];
  for (const attempt of broken) {
    const { text, parts } = await outcome(ask(modelOf(attempt, answer)));
    expect(text).toBe("Here I am.");
    expect(parts.map(({ type }) => type)).toEqual(answer.map(({ type }) => type));
  }
});

test.each<[what: string, attempt: Attempt]>([
  ["breaks", { parts: [...start, ...said("Half an ans").slice(1, 2)], broken: reset }],
  ["ends without a finish", [...start, ...said("Half an ans").slice(1)]],
])("after its first word a stream that %s is an error, and what arrived is kept", async (_, attempt) => {
  const model = modelOf(attempt, answer);
  const wrapped = wrapLanguageModel({ model, middleware: replyMiddleware(0) });
  const { stream } = await wrapped.doStream({ prompt: [] } as LanguageModelV4CallOptions);
  const seen: LanguageModelV4StreamPart[] = [];
  const error: unknown = await (async () => {
    for await (const part of stream as unknown as AsyncIterable<LanguageModelV4StreamPart>) seen.push(part);
  })().catch((thrown: unknown) => thrown);
  expect(textOf(seen)).toBe("Half an ans");
  expect(failureOf(error)).toEqual(failureOf(undefined));
  expect(model.doStreamCalls).toHaveLength(1);
});

test("an answer without a word is an answer", async () => {
  const model = modelOf([{ type: "stream-start", warnings: [] }, finish()], answer);
  expect((await outcome(ask(model))).parts.map(({ type }) => type)).toEqual(["stream-start", "finish"]);
  expect(model.doStreamCalls).toHaveLength(1);
});

test("a stop ends a wait at once, and nothing is asked again", async () => {
  const stop = new AbortController();
  const model = modelOf(refusal(429, { "retry-after": "30" }), answer);
  const asked = ask(model, stop.signal)().catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(1_000);
  stop.abort();
  expect(await asked).toMatchObject({ name: "AbortError" });
  expect(Date.now()).toBe(Date.parse("2026-11-22T12:00:01Z"));
  expect(vi.getTimerCount()).toBe(0);
  expect(model.doStreamCalls).toHaveLength(1);
});

test("the watchdog does not bark while an attempt is waited for, and lets each have its time", async () => {
  const onTimeout = vi.fn();
  const dog = new Watchdog(new AbortController().signal, onTimeout);
  const model = modelOf(refusal(429, { "retry-after": "29" }), refusal(429, { "retry-after": "29" }), answer);
  const turn = ask(model, dog.signal, dog)();
  await vi.advanceTimersByTimeAsync(58_000);
  expect(textOf(await turn)).toBe("Here I am.");
  // The model is done: what a tool does now takes as long as it takes.
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onTimeout).not.toHaveBeenCalled();
  dog.end();
});

test("a model that thinks aloud for two minutes is alive, and one that falls silent is not", async () => {
  const onTimeout = vi.fn();
  const dog = new Watchdog(new AbortController().signal, onTimeout);
  const model = new MockLanguageModelV4({
    doStream: async () => ({
      stream: new ReadableStream<LanguageModelV4StreamPart>({
        start(controller) {
          controller.enqueue({ type: "reasoning-start", id: "r" });
          const thinks = setInterval(
            () => controller.enqueue({ type: "reasoning-delta", id: "r", delta: "Hm. " }),
            10_000,
          );
          setTimeout(() => clearInterval(thinks), 120_000);
          dog.signal.addEventListener("abort", () => controller.error(dog.signal.reason));
        },
      }),
    }),
  });
  const turn = ask(model, dog.signal, dog)().catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(onTimeout).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(onTimeout).toHaveBeenCalledTimes(1);
  expect(await turn).toMatchObject({ name: "AbortError" });
  expect(model.doStreamCalls).toHaveLength(1);
});
