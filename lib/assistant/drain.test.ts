import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { MockLanguageModelV4 } from "ai/test";
import { expect, test, vi } from "vitest";
import { drain } from "./drain";
import { reply } from "./reply";
import { finish, message, person, said, stored } from "./testing";

const fake = vi.hoisted(() => ({ models: [] as MockLanguageModelV4[] }));
vi.mock("./models", async (original) => ({
  ...(await original<typeof import("./models")>()),
  languageModel: () => fake.models.shift(),
}));

/** Speaks, and ends when it is told to; or never. */
function speaking(text: string) {
  const { promise: told, resolve: tell } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const model = new MockLanguageModelV4({
    doStream: async ({ abortSignal }) => ({
      stream: new ReadableStream<LanguageModelV4StreamPart>({
        start(controller) {
          for (const part of said(text)) controller.enqueue(part);
          begin();
          abortSignal?.addEventListener("abort", () => controller.error(abortSignal.reason));
        },
        async pull(controller) {
          await told;
          controller.enqueue(finish());
          controller.close();
        },
      }),
    }),
  });
  return { model, tell, begun };
}

test("a process that is told to stop lets a reply finish, ends one that takes too long, and takes no new message", async () => {
  const user = await person();
  const short = speaking("A short answer.");
  const long = speaking("A long answ");
  fake.models = [short.model, long.model];
  const [one, other] = [await reply(user, message("one")), await reply(user, message("other"))];
  await Promise.all([short.begun, long.begun]);
  const drained = drain({ replies: 1_000, endings: 3_000, requests: 0 });
  await expect(reply(user, message("a third"))).rejects.toMatchObject({ code: "unavailable", retryAfter: 2 });
  short.tell();
  await drained;
  expect(await stored(user, one.replyId)).toMatchObject({ status: "COMPLETED", content: "A short answer." });
  expect(await stored(user, other.replyId)).toMatchObject({
    status: "ERROR",
    content: "A long answ",
    metadata: { error: { code: "interrupted" } },
  });
});
