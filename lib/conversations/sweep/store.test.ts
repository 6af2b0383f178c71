import { expect, test } from "vitest";
import { conversationsOf } from "@/lib/conversations/store";
import { db } from "@/lib/db/client";
import { makeConversation, makeMessage, makeToolCall, makeUser, unsafeWithoutTriggers } from "@/lib/db/testing";
import { sweepConversations } from "./store";

test("conversations that nobody uses are ended, archived ones stay as they are", async () => {
  const { id: user } = await makeUser();
  const conversations = conversationsOf(user);
  const [idle, archived] = [crypto.randomUUID(), crypto.randomUUID()];
  await conversations.open(idle);
  await conversations.open(archived);
  await conversations.archive(archived);
  const before = await conversations.get(idle);

  await sweepConversations();
  expect(await conversations.get(idle)).toMatchObject({ status: "ACTIVE" });
  await sweepConversations({ inactiveDays: 0 });
  expect(await conversations.get(idle)).toMatchObject({ status: "INACTIVE", updatedAt: before?.updatedAt });
  expect(await conversations.get(archived)).toMatchObject({ status: "ARCHIVED" });
});

test("what was deleted long ago is purged with its messages, and nothing else", async () => {
  const { id: user } = await makeUser();
  const conversations = conversationsOf(user);
  const [kept, deleted] = [crypto.randomUUID(), crypto.randomUUID()];
  for (const id of [kept, deleted]) {
    await conversations.open(id);
    const question = await conversations.addQuestion({ id: crypto.randomUUID(), conversationId: id, content: "Hello" });
    await conversations.addReply({
      id: crypto.randomUUID(),
      conversationId: id,
      replyToId: question.id,
      leaseOwner: crypto.randomUUID(),
      leaseSeconds: 15,
    });
  }
  await conversations.remove(deleted);

  expect(await sweepConversations()).toMatchObject({ purged: 0 });
  expect(await conversations.restore(deleted)).toMatchObject({ id: deleted });
  await conversations.remove(deleted);
  expect(await sweepConversations({ purgeDays: 0 })).toMatchObject({ purged: 1 });
  await expect(conversations.restore(deleted)).rejects.toMatchObject({ code: "not_found" });
  expect(await db.message.count({ where: { userId: user } })).toBe(2);
});

test("thirty days are what it waits, for both", async () => {
  const { id: user } = await makeUser();
  const longAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000);
  const aged = (days: number, deleted: boolean) =>
    unsafeWithoutTriggers("Conversation", (tx) => {
      const [createdAt, updatedAt] = [longAgo(100), longAgo(days)];
      const deletedAt = deleted ? updatedAt : null;
      return tx.conversation.create({ data: { userId: user, createdAt, updatedAt, deletedAt } });
    });
  const ids = { fresh: await aged(29, false), idle: await aged(31, false), binned: await aged(29, true) };
  await aged(31, true);
  await sweepConversations();
  const left = await db.conversation.findMany({ where: { userId: user }, select: { id: true, status: true } });
  expect(new Map(left.map(({ id, status }) => [id, status]))).toEqual(
    new Map([
      [ids.fresh.id, "ACTIVE"],
      [ids.idle.id, "INACTIVE"],
      [ids.binned.id, "ACTIVE"],
    ]),
  );
});

test("the record of its calls outlives a conversation, with the links emptied", async () => {
  const user = await makeUser();
  const conversation = await makeConversation(user);
  const reply = await makeMessage(conversation, { role: "ASSISTANT" });
  const links = { conversationId: conversation.id, messageId: reply.id };
  const call = await makeToolCall(user, { source: "CHAT", callId: "s1c0", ...links });
  await conversationsOf(user.id).remove(conversation.id);
  expect(await db.toolCallLog.findMany({ where: { userId: user.id } })).toEqual([call]);
  await sweepConversations({ purgeDays: 0 });
  expect(await db.message.count({ where: { userId: user.id } })).toBe(0);
  expect(await db.toolCallLog.findMany({ where: { userId: user.id } })).toEqual([
    { ...call, conversationId: null, messageId: null },
  ]);
});
