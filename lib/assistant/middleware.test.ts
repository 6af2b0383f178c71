import type { LanguageModelV4CallOptions, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { wrapLanguageModel } from "ai";
import { convertArrayToReadableStream, convertReadableStreamToArray, MockLanguageModelV4 } from "ai/test";
import { expect, test } from "vitest";
import { argumentsProblem, modelLimits, replyMiddleware } from "./middleware";

const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};
const end: LanguageModelV4StreamPart = { type: "finish", usage, finishReason: { unified: "stop", raw: "stop" } };

async function through(
  parts: LanguageModelV4StreamPart[],
  firstStep = 0,
  times = 1,
): Promise<LanguageModelV4StreamPart[]> {
  const model = wrapLanguageModel({
    model: new MockLanguageModelV4({
      doStream: async () => ({ stream: convertArrayToReadableStream([...parts, end]) }),
    }),
    middleware: replyMiddleware(firstStep),
  });
  let last: LanguageModelV4StreamPart[] = [];
  for (let time = 0; time < times; time++) {
    const { stream } = await model.doStream({ prompt: [] } as LanguageModelV4CallOptions);
    last = await convertReadableStreamToArray(stream);
  }
  return last;
}

const delta = (text: string): LanguageModelV4StreamPart => ({ type: "text-delta", id: "t", delta: text });
const call = (toolCallId: string, input = "{}"): LanguageModelV4StreamPart => ({
  type: "tool-call",
  toolCallId,
  toolName: "create_task",
  input,
});
const callsOf = (parts: LanguageModelV4StreamPart[]) =>
  parts.flatMap((part) => (part.type === "tool-call" ? [part] : []));

test("the first delta goes out alone, the others are gathered, and no text is lost", async () => {
  const parts = await through([
    { type: "text-start", id: "t" },
    ...["One", " two", " three", " four"].map(delta),
    { type: "text-end", id: "t" },
  ]);
  const deltas = parts.flatMap((part) => (part.type === "text-delta" ? [part.delta] : []));
  expect(deltas).toEqual(["One", " two three four"]);
});

test("calls are named by step and place, also when the provider repeats its ids, and their pieces are left out", async () => {
  const parts = await through([
    { type: "tool-input-start", id: "call_1", toolName: "create_task" },
    { type: "tool-input-delta", id: "call_1", delta: "{}" },
    { type: "tool-input-end", id: "call_1" },
    call("call_1"),
    { type: "tool-input-start", id: "call_1", toolName: "create_task" },
    call("call_1"),
    call("call_1"),
  ]);
  expect(callsOf(parts).map(({ toolCallId }) => toolCallId)).toEqual(["s1c0", "s1c1", "s1c2"]);
  expect(parts.map(({ type }) => type)).toEqual(["tool-call", "tool-call", "tool-call", "finish"]);
});

test("thoughts are gathered too, apart from the text", async () => {
  const parts = await through([
    ...["I", " think"].map((delta): LanguageModelV4StreamPart => ({ type: "reasoning-delta", id: "r", delta })),
    ...["One", " two", " three"].map(delta),
  ]);
  expect(parts.map((part) => ("delta" in part ? part.delta : part.type))).toEqual([
    "I think",
    "One",
    " two three",
    "finish",
  ]);
});

test("gathered text goes out when its time is over, though nothing follows", async () => {
  const model = wrapLanguageModel({
    model: new MockLanguageModelV4({
      doStream: async () => ({
        stream: new ReadableStream<LanguageModelV4StreamPart>({
          start: (controller) => {
            for (const text of ["One", " two", " three"]) controller.enqueue(delta(text));
          },
        }),
      }),
    }),
    middleware: replyMiddleware(0, undefined, { ...modelLimits, gather: 5 }),
  });
  const { stream } = await model.doStream({ prompt: [] } as LanguageModelV4CallOptions);
  const reader = stream.getReader();
  expect((await reader.read()).value).toEqual(delta("One"));
  expect((await reader.read()).value).toEqual(delta(" two three"));
});

test("a character that comes in two halves stays whole, and what can't be stored is replaced", async () => {
  const [high = "", low = ""] = "🌍".split("");
  const textOf = async (...texts: string[]) =>
    (await through(texts.map(delta))).map((part) => ("delta" in part ? part.delta : "")).join("");
  expect(await textOf(`a${high}`, `${low}b`)).toBe("a🌍b");
  expect(await textOf("a", high, low, "b")).toBe("a🌍b");
  expect(await textOf("a", `${high}b\0`, high)).toBe("a\uFFFDb\uFFFD\uFFFD");
});

test("names that no provider takes are changed into ones that each does", async () => {
  const named = ["create_task", "launch rocket!", "functions.create_task", "", "x".repeat(80)].map((toolName) => ({
    ...call("a"),
    toolName,
  })) as LanguageModelV4StreamPart[];
  expect(callsOf(await through(named)).map(({ toolName }) => toolName)).toEqual([
    "create_task",
    "launch_rocket_",
    "functions_create_task",
    "unnamed",
    "x".repeat(64),
  ]);
});

test("a later step, and a reply that goes on, count from where the reply is", async () => {
  expect(callsOf(await through([call("x")], 0, 2))[0]?.toolCallId).toBe("s2c0");
  expect(callsOf(await through([call("x")], 3))[0]?.toolCallId).toBe("s4c0");
});

test("arguments that are no JSON object, or too long, reach the tool as raw text for it to refuse", async () => {
  const texts = ['{"title": "x', "[1]", "null", '"text"', '{"__proto__": {"title": "x"}}', '{"a": {"\\u0000": 1}}'];
  const calls = callsOf(await through(texts.map((text) => call("a", text))));
  expect(calls.map(({ input }) => JSON.parse(input))).toEqual(texts.map((raw) => ({ raw })));
  expect(calls.map(({ input }) => argumentsProblem(JSON.parse(input)))).toEqual(
    texts.map(() => "The arguments were not a JSON object. Send the call again with one."),
  );
  const [long, empty] = callsOf(await through([call("b", `{"title":"${"x".repeat(20_000)}"}`), call("c", " ")]));
  expect(JSON.parse(long?.input ?? "").raw).toHaveLength(1_001);
  expect(argumentsProblem(JSON.parse(long?.input ?? ""))).toMatch(/too long/);
  expect(empty?.input).toBe("{}");
});

test("what can't be stored is replaced in the values of arguments, and nothing else is changed", async () => {
  const [odd, plain] = callsOf(
    await through([
      call("a", '{"title": "half \\ud83d, nothing \\u0000"}'),
      call("b", '{"title": "Grüße 🌍", "tags": []}'),
    ]),
  );
  expect(JSON.parse(odd?.input ?? "")).toEqual({ title: "half \uFFFD, nothing \uFFFD" });
  expect(JSON.parse(plain?.input ?? "")).toEqual({ title: "Grüße 🌍", tags: [] });
  expect(argumentsProblem(JSON.parse(plain?.input ?? ""))).toBeNull();
});
