import { v7 } from "uuid";
import { beforeEach, expect, test, vi } from "vitest";
import { person } from "@/lib/assistant/testing";
import type { SignedIn } from "@/lib/auth/schema";
import { db } from "@/lib/db/client";
import { checkBudget } from "./budget";

beforeEach(() => {
  vi.stubEnv("OPENAI_API_KEY", "sk-of-nobody");
  vi.stubEnv("OPENAI_MODELS", "dear");
  return () => vi.unstubAllEnvs();
});

const turn = (more: { messageId?: string; conversationId?: string; model?: string } = {}) => ({
  conversationId: v7(),
  messageId: v7(),
  ...more,
});

/** A reply of somebody's, in a conversation of its own. */
async function replyOf({ id: userId }: SignedIn, status: "PROCESSING" | "COMPLETED", metadata = {}) {
  const conversationId = v7();
  await db.conversation.create({ data: { userId, id: conversationId, nextSeq: 3 } });
  const question = { userId, id: v7(), conversationId, seq: 1, role: "USER" as const, status: "COMPLETED" as const };
  await db.message.create({ data: { ...question, content: "Hello" } });
  await db.message.create({
    data: {
      ...{ userId, id: v7(), conversationId, seq: 2, role: "ASSISTANT", status, replyToId: question.id, metadata },
      content: "Hello.",
      ...(status === "PROCESSING" && { leaseOwner: v7(), leaseEpoch: 1, leaseUntil: new Date(Date.now() + 15_000) }),
    },
  });
  return { conversationId, messageId: question.id };
}

test("who has three replies under way waits for one; somebody else doesn't, nor does the built-in assistant", async () => {
  const [robin, kim] = [await person(), await person()];
  for (const _ of "123") await replyOf(robin, "PROCESSING");
  await expect(checkBudget(robin, turn())).rejects.toMatchObject({
    ...{ code: "too_many", retryAfter: 5, message: expect.stringContaining("3 replies are being written") },
  });
  await checkBudget(kim, turn());
  await checkBudget(robin, turn({ model: "built-in" }));
  vi.stubEnv("OPENAI_API_KEY", "");
  await checkBudget(robin, turn());
});

test("the thirty-first turn within a minute is told when to come back; a message sent once more is none", async () => {
  const robin = await person();
  const known = await replyOf(robin, "COMPLETED");
  const asked = await Promise.allSettled(Array.from({ length: 33 }, () => checkBudget(robin, turn())));
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(30);
  const refusal = await checkBudget(robin, turn()).catch((error) => error);
  expect(refusal).toMatchObject({ code: "too_many", message: expect.stringContaining("30 messages") });
  expect(refusal.retryAfter).toBeLessThanOrEqual(60);
  await checkBudget(robin, turn(known));
});

test("a day's tokens are a limit only where the server sets one", async () => {
  const robin = await person();
  await replyOf(robin, "COMPLETED", { model: "dear", inputTokens: 900, outputTokens: 100 });
  await checkBudget(robin, turn());
  vi.stubEnv("CHAT_TOKENS_PER_DAY", "1000");
  await expect(checkBudget(robin, turn())).rejects.toMatchObject({ code: "too_many" });
  vi.stubEnv("CHAT_TOKENS_PER_DAY", "1001");
  await checkBudget(robin, turn());
});
