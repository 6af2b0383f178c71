import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import { type ModelMessage, streamText, type UIMessageChunk } from "ai";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startFakeOpenAI } from "@/e2e/fake-openai/server";
import type { StoredMessage } from "@/lib/conversations/schema";
import { aiTools } from "./ai-tools";
import { modelMessages } from "./history";
import { type Parts, withChunk } from "./parts";
import { logs } from "./scripted-logs";

let fake: Awaited<ReturnType<typeof startFakeOpenAI>>;
let models: LanguageModelV4[];
beforeAll(async () => {
  fake = await startFakeOpenAI();
  const baseURL = `${fake.url}/v1`;
  models = [
    createOpenAI({ baseURL, apiKey: "sk-test" }).responses("pretended"),
    createOpenAICompatible({ name: "compatible", baseURL })("pretended"),
  ];
});
afterAll(() => fake.close());

let seq = 0;
const message = (overrides: Partial<StoredMessage>): StoredMessage => ({
  id: crypto.randomUUID(),
  conversationId: "c",
  seq: ++seq,
  role: "USER",
  content: "Delete the first one.",
  parts: [],
  replyToId: null,
  replacesId: null,
  status: "COMPLETED",
  metadata: {},
  archivedAt: null,
  createdAt: new Date(0).toISOString(),
  ...overrides,
});
const asked = () => message({});
const reply = (parts: Parts) => message({ role: "ASSISTANT", parts: JSON.parse(JSON.stringify(parts)) });
const fold = (chunks: UIMessageChunk[]) => chunks.reduce<Parts>(withChunk, []);
const prefixes = (log: UIMessageChunk[]) => log.map((_, length) => fold(log.slice(0, length + 1)));

/** What a strict server says of these messages in each protocol: null when it answers. */
async function refusals(messages: ModelMessage[]): Promise<(string | null)[]> {
  return Promise.all(
    models.map(async (model) => {
      let refusal: string | null = null;
      const result = streamText({
        model,
        messages,
        instructions: "You are Docket.",
        tools: aiTools(async () => ({})),
        maxRetries: 0,
        providerOptions: { openai: { store: false } },
        onError: ({ error }) => {
          refusal = String(error);
        },
      });
      await result.consumeStream();
      return refusal;
    }),
  );
}

const sound = [null, null];

test.each(Object.entries(logs))(
  "a reply with %s can be followed by a question, wherever it broke off",
  async (_, log) => {
    for (const [length, parts] of prefixes(log).entries()) {
      const once = await modelMessages([asked(), reply(parts), asked()]);
      const twice = await modelMessages([asked(), reply(parts), asked(), reply(parts), asked()]);
      expect(await refusals(once), `after ${length + 1} chunks`).toEqual(sound);
      expect(await refusals(twice), `twice, after ${length + 1} chunks`).toEqual(sound);
    }
  },
);

test.each(Object.entries(logs))("a reply with %s can be gone on with, wherever it broke off", async (_, log) => {
  for (const [length, parts] of prefixes(log).entries()) {
    const goesOn = await modelMessages([asked(), reply(parts)], [], { asksToGoOn: true });
    const later = await modelMessages([asked(), reply(parts), reply(parts), asked()], [], { asksToGoOn: true });
    expect(await refusals(goesOn), `after ${length + 1} chunks`).toEqual(sound);
    expect(await refusals(later), `followed by a question, after ${length + 1} chunks`).toEqual(sound);
  }
});

test.each(["an approval that is refused", "an approval that is given", "an approval beside calls that were done"])(
  "a reply with %s goes on itself",
  async (name) => {
    const log = logs[name] ?? [];
    const question = log.findIndex(({ type }) => type === "tool-approval-request");
    const outcome = log.findIndex(({ type }, place) => place > question && type.startsWith("tool-output"));
    const parts = fold(log.slice(0, outcome + 1));
    expect(await refusals(await modelMessages([asked()], parts))).toEqual(sound);
    expect(await refusals(await modelMessages([asked(), reply(parts)], parts, { asksToGoOn: true }))).toEqual(sound);
  },
);

test("the strict server does refuse what is not repaired", async () => {
  const messages: ModelMessage[] = [
    { role: "user", content: "Delete it." },
    { role: "assistant", content: [{ type: "tool-call", toolCallId: "c", toolName: "delete_task", input: [1] }] },
    {
      role: "tool",
      content: [
        { type: "tool-result", toolCallId: "c", toolName: "delete_task", output: { type: "text", value: "ok" } },
      ],
    },
  ];
  expect(await refusals(messages)).toEqual([
    expect.stringContaining("are not a JSON object"),
    expect.stringContaining("are not a JSON object"),
  ]);
});
