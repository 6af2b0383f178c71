import { expect, test } from "vitest";
import { conversationsOf } from "@/lib/conversations/store";
import { db } from "@/lib/db/client";
import { makeUser } from "@/lib/db/testing";
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
