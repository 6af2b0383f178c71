import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { streamText, wrapLanguageModel } from "ai";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startFakeOpenAI } from "@/e2e/fake-openai/server";
import { log } from "@/lib/log";
import { aiTools } from "./ai-tools";
import { batchedFetch } from "./batched-fetch";
import { failureOf } from "./failures";
import { modelLimits, replyMiddleware } from "./middleware";

let fake: Awaited<ReturnType<typeof startFakeOpenAI>>;
beforeAll(async () => {
  vi.spyOn(log, "info").mockImplementation(() => undefined);
  fake = await startFakeOpenAI();
});
afterAll(() => fake.close());

const protocols = ["responses", "chat"] as const;

/** One answer of the provider's real code, as a reply gets it: the text, how often the server was asked, and what went wrong. */
async function answer(protocol: (typeof protocols)[number], script: string) {
  const provider = { baseURL: `${fake.url}/v1`, fetch: batchedFetch() };
  const key = crypto.randomUUID();
  const errors: unknown[] = [];
  let text = "";
  const result = streamText({
    model: wrapLanguageModel({
      model:
        protocol === "responses"
          ? createOpenAI({ ...provider, apiKey: "sk-test" }).responses("pretended")
          : createOpenAICompatible({ ...provider, name: "compatible" })("pretended"),
      middleware: replyMiddleware(0, undefined, { ...modelLimits, waits: [5, 5] }),
    }),
    prompt: `[[script:${script}#${key}]]`,
    tools: aiTools(async () => ({})),
    maxRetries: 0,
    providerOptions: { openai: { store: false } },
    onError: ({ error }) => void errors.push(error),
  });
  try {
    for await (const part of result.stream) if (part.type === "text-delta") text += part.text;
  } catch (error) {
    errors.push(error);
  }
  const { calls } = await (await fetch(`${fake.url}/__calls?key=${key}`)).json();
  return { text, calls, failure: errors[0] === undefined ? null : failureOf(errors[0]).code };
}

const courses: [script: string, text: RegExp, calls: number, failure: string | null][] = [
  ["hello", /^Hello from the pretended model\.$/, 1, null],
  ["thinks", /^I have thought about it\.$/, 1, null],
  ["429-once", /^Here I am after a short wait\.$/, 2, null],
  ["500-once", /^The second attempt worked\.$/, 2, null],
  ["reset-once", /^The second connection held\.$/, 2, null],
  ["broken-once", /^The second stream held\.$/, 2, null],
  ["ends-once", /^The second stream ended well\.$/, 2, null],
  ["reset-before-headers", /^$/, 3, "model_unavailable"],
  ["broken-before-text", /^$/, 3, "model_failed"],
  ["500", /^$/, 3, "model_unavailable"],
  ["401", /^$/, 1, "model_auth"],
  ["429-long", /^$/, 1, "rate_limited"],
  ["broken", /^word1 word2/, 1, "model_failed"],
  ["end-early", /^word1 word2/, 1, "model_failed"],
  ["error-event", /^word1 word2/, 1, "model_failed"],
  ["empty", /^$/, 1, null],
];

for (const protocol of protocols) {
  test.each(courses)(`over ${protocol}, %s`, async (script, text, calls, failure) => {
    expect(await answer(protocol, script)).toEqual({ text: expect.stringMatching(text), calls, failure });
  });
}
