import type { LanguageModelV4, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { APICallError } from "ai";
import { MockLanguageModelV4 } from "ai/test";
import { v7 } from "uuid";
import { beforeEach, expect, test, vi } from "vitest";
import { conversationsOf } from "@/lib/conversations/store";
import { db } from "@/lib/db/client";
import { callsOfReply } from "@/lib/tools/calls";
import { type Parts, withChunk } from "./parts";
import { reply } from "./reply";
import { stop } from "./stop";
import { replyLog } from "./store";
import { tail } from "./tail";
import { called, finish, message, person, said, scripted, stored, tasksOf } from "./testing";

/** The model that the next reply gets; null: the one that the environment offers, which is the built-in assistant. */
const fake = vi.hoisted(() => ({ model: null as LanguageModelV4 | null }));
vi.mock("./models", async (original) => {
  const real = await original<typeof import("./models")>();
  return {
    ...real,
    languageModel: (...which: Parameters<typeof real.languageModel>) => fake.model ?? real.languageModel(...which),
  };
});
beforeEach(() => {
  fake.model = null;
});

test("a message becomes a reply whose log, tail and stored parts agree, and whose calls are on the record", async () => {
  const user = await person();
  const { conversationId, replyId, done } = await reply(
    user,
    message("add buy milk tomorrow at 5pm and call mum on friday"),
  );
  await done;
  const { status, content, parts } = await stored(user, replyId);
  expect(status).toBe("COMPLETED");
  expect(content).toContain("milk");
  expect((await tasksOf(user)).map(({ title, number }) => [number, title])).toEqual([
    [1, "buy milk"],
    [2, "call mum"],
  ]);
  const calls = await callsOfReply(user.id, replyId);
  expect(calls.map(({ toolName, callId, status }) => [toolName, callId, status])).toEqual([
    ["create_task", "s1c0", "SUCCESS"],
    ["create_task", "s1c1", "SUCCESS"],
  ]);
  const log = await replyLog(user.id, { conversationId, messageId: replyId }, 0);
  expect(log?.events.reduce<Parts>((sum, { chunk }) => withChunk(sum, chunk), [])).toEqual(parts);
  const events = await (
    await tail(user.id, { conversationId, messageId: replyId }, 0, new AbortController().signal)
  )?.text();
  expect(events?.match(/^data: \{"type":"start"/)).toBeNull();
  expect(events).toMatch(/^: here\n\nid: 1000001\ndata: \{"type":"start","messageId"/);
  expect(events).toMatch(/data: \[DONE\]\n\n$/);
  expect((await conversationsOf(user.id).get(conversationId))?.title).toBe(
    "Add buy milk tomorrow at 5pm and call mum on friday",
  );
});

test("twenty sends of one message are one message, one reply, one run of the model", async () => {
  const user = await person();
  const model = scripted([...said("Hello."), finish()]);
  fake.model = model;
  const request = message("hello", v7());
  const replies = await Promise.all(Array.from({ length: 20 }, () => reply(user, request)));
  await Promise.all(replies.map(({ done }) => done));
  expect(new Set(replies.map(({ replyId }) => replyId)).size).toBe(1);
  expect(await db.message.count({ where: { userId: user.id } })).toBe(2);
  expect(model.doStreamCalls).toHaveLength(1);
  await expect(reply(user, { ...request, text: "another" })).rejects.toMatchObject({
    code: "conflict",
    details: { status: 422 },
  });
});

test("a second message waits its turn, a stop ends the first, and what had been done is said", async () => {
  const user = await person();
  let open = (_: LanguageModelV4StreamPart) => {};
  const began = Promise.withResolvers<void>();
  fake.model = new MockLanguageModelV4({
    doStream: async ({ abortSignal }) => ({
      stream: new ReadableStream<LanguageModelV4StreamPart>({
        start(controller) {
          open = (part) => controller.enqueue(part);
          for (const part of said("Let me think")) open(part);
          abortSignal?.addEventListener("abort", () => controller.error(abortSignal.reason));
          began.resolve();
        },
      }),
    }),
  });
  const first = await reply(user, message("think"));
  await began.promise;
  await expect(reply(user, message("and now", first.conversationId))).rejects.toMatchObject({
    code: "conflict",
    details: { reply: first.replyId },
  });
  await stop(user.id, { conversationId: first.conversationId, messageId: first.replyId });
  await first.done;
  expect(await stored(user, first.replyId)).toMatchObject({
    status: "STOPPED",
    content: expect.stringContaining("Stopped. Nothing was changed."),
  });
  fake.model = null;
  const next = await reply(user, message("add bread", first.conversationId));
  await next.done;
  expect((await stored(user, next.replyId)).status).toBe("COMPLETED");
});

test("a provider that refuses, or breaks off, leaves a sentence and what had arrived", async () => {
  const user = await person();
  const refusal = new APICallError({
    message: "key sk-1",
    url: "http://x",
    requestBodyValues: {},
    statusCode: 401,
    isRetryable: false,
  });
  fake.model = new MockLanguageModelV4({ doStream: async () => Promise.reject(refusal) });
  const refused = await reply(user, message("hello"));
  await refused.done;
  const first = await stored(user, refused.replyId);
  expect(first).toMatchObject({ status: "ERROR", metadata: { error: { code: "model_auth" } } });
  expect(JSON.stringify(first)).not.toContain("sk-1");

  fake.model = new MockLanguageModelV4({
    doStream: async () => ({
      stream: new ReadableStream<LanguageModelV4StreamPart>({
        start(controller) {
          for (const part of said("Half an ans").slice(0, 2)) controller.enqueue(part);
        },
        pull: (controller) => controller.error(new Error("socket hang up")),
      }),
    }),
  });
  const broken = await reply(user, message("hello"));
  await broken.done;
  expect(await stored(user, broken.replyId)).toMatchObject({
    status: "ERROR",
    content: "Half an ans",
    metadata: { error: { code: "model_failed" } },
  });
});

test("a model that calls without end is stopped, one that says nothing gets a sentence, one that says too much is cut", async () => {
  const user = await person();
  fake.model = scripted([called("list_tasks", {}), finish("tool-calls")]);
  const loop = await reply(user, message("go"));
  await loop.done;
  expect((await stored(user, loop.replyId)).metadata).toMatchObject({ error: { code: "loop" } });
  expect((await callsOfReply(user.id, loop.replyId)).length).toBe(3);

  fake.model = scripted([called("create_task", { title: "quiet" }), finish("tool-calls")], [finish()]);
  const quiet = await reply(user, message("go"));
  await quiet.done;
  expect((await stored(user, quiet.replyId)).content).toBe("Done: 1 task changed.");

  fake.model = scripted([...said("word ".repeat(4_000)), finish()]);
  const long = await reply(user, message("go"));
  await long.done;
  const { status, content } = await stored(user, long.replyId);
  expect(status).toBe("COMPLETED");
  expect(content.length).toBeLessThanOrEqual(10_000);
  expect(content).toContain("cut here");
});

test("text that can't be stored as it came is stored as near as can be, and a pair that came in halves is whole", async () => {
  const user = await person();
  const delta = (text: string): LanguageModelV4StreamPart => ({ type: "text-delta", id: "t", delta: text });
  const [start, , end] = said("");
  if (!start || !end) throw new Error("no frame");
  const odd = called("create_task", { title: "nul \0 here" });
  const halves = [delta("A \0 and a "), delta("\uD83C"), delta("\uDF0D, and half \uDF0D.")];
  fake.model = scripted([start, ...halves, end, odd, finish("tool-calls")], [...said("Done."), finish()]);
  const { replyId, conversationId, done } = await reply(user, message("go"));
  await done;
  const { status, content, parts } = await stored(user, replyId);
  expect(status).toBe("COMPLETED");
  expect(content).toBe("A \uFFFD and a \u{1F30D}, and half \uFFFD.\n\nDone.");
  const log = await replyLog(user.id, { conversationId, messageId: replyId }, 0);
  expect(log?.events.reduce<Parts>((sum, { chunk }) => withChunk(sum, chunk), [])).toEqual(parts);
});
