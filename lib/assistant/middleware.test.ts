import type { LanguageModelV4CallOptions, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { wrapLanguageModel } from "ai";
import { convertArrayToReadableStream, convertReadableStreamToArray, MockLanguageModelV4 } from "ai/test";
import { expect, test } from "vitest";
import { replyMiddleware } from "./middleware";

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

test("calls are named by step and place, also when the provider repeats its ids", async () => {
  const twice = await through([
    { type: "tool-input-start", id: "call_1", toolName: "create_task" },
    { type: "tool-input-end", id: "call_1" },
    call("call_1"),
    { type: "tool-input-start", id: "call_1", toolName: "create_task" },
    call("call_1"),
    call("call_1"),
  ]);
  expect(callsOf(twice).map(({ toolCallId }) => toolCallId)).toEqual(["s1c0", "s1c1", "s1c2"]);
});

test("a later step, and a reply that goes on, count from where the reply is", async () => {
  expect(callsOf(await through([call("x")], 0, 2))[0]?.toolCallId).toBe("s2c0");
  expect(callsOf(await through([call("x")], 3))[0]?.toolCallId).toBe("s4c0");
});

test("arguments that aren't JSON, or too long, reach the tool as raw text for it to refuse", async () => {
  const [broken, long, empty] = callsOf(
    await through([call("a", '{"title": "x'), call("b", `"${"x".repeat(20_000)}"`), call("c", "")]),
  );
  expect(JSON.parse(broken?.input ?? "")).toEqual({ raw: '{"title": "x' });
  expect(JSON.parse(long?.input ?? "").raw).toHaveLength(1_001);
  expect(empty?.input).toBe("{}");
});
