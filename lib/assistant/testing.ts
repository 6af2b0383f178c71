import type { LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { convertArrayToReadableStream, MockLanguageModelV4 } from "ai/test";
import { v7 } from "uuid";
import { type SignedIn, settingsSchema } from "@/lib/auth/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { db } from "@/lib/db/client";
import { makeTask, makeUser } from "@/lib/db/testing";

// What the tests of replies share: a person, and models that follow a script.

export async function person(): Promise<SignedIn> {
  const { id, email, name } = await makeUser();
  return { id, email, name, sessionId: v7(), timeZone: "Europe/Paris", settings: settingsSchema.parse({}) };
}

export const message = (text: string, conversationId?: string) => ({
  messageId: v7(),
  text,
  timeZone: "Europe/Paris",
  conversationId,
});
export const tasksOf = (user: SignedIn) =>
  db.task.findMany({ where: { userId: user.id, deletedAt: null }, orderBy: { number: "asc" } });
export const stored = async (user: SignedIn, id: string) => {
  const found = await conversationsOf(user.id).message(id);
  if (!found) throw new Error("no such message");
  return found;
};

export const usage = {
  inputTokens: { total: 7, noCache: 7, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 3, text: 3, reasoning: 0 },
};
export const finish = (unified: "stop" | "tool-calls" | "length" = "stop"): LanguageModelV4StreamPart => ({
  type: "finish",
  usage,
  finishReason: { unified, raw: unified },
});
export const said = (text: string): LanguageModelV4StreamPart[] => [
  { type: "text-start", id: "t" },
  { type: "text-delta", id: "t", delta: text },
  { type: "text-end", id: "t" },
];
export const called = (toolName: string, input: object): LanguageModelV4StreamPart => ({
  type: "tool-call",
  toolCallId: "same",
  toolName,
  input: JSON.stringify(input),
});
/** A model that gives one list of parts per step. */
export function scripted(...steps: LanguageModelV4StreamPart[][]): MockLanguageModelV4 {
  let step = 0;
  return new MockLanguageModelV4({
    doStream: async () => ({ stream: convertArrayToReadableStream(steps[Math.min(step++, steps.length - 1)] ?? []) }),
  });
}

export async function personWith(count: number): Promise<SignedIn> {
  const user = await person();
  for (let number = 1; number <= count; number++) await makeTask(user, { title: `task ${number}` });
  return user;
}
export const deletes = (...numbers: number[]) =>
  scripted([called("delete_task", { numbers }), finish("tool-calls")], [...said("They are in the bin."), finish()]);
