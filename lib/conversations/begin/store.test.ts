import { expect, test } from "vitest";
import type { UserId } from "@/lib/auth/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { db } from "@/lib/db/client";
import { makeUser } from "@/lib/db/testing";
import { inTransaction } from "@/lib/db/transaction";

const newId = () => crypto.randomUUID();
const many = (count: number) => Array.from({ length: count });

type Sending = { conversationId?: string; messageId?: string; model?: string; title?: string };

const send = (user: UserId, { conversationId = newId(), messageId = newId(), model, title = "Milk" }: Sending = {}) =>
  conversationsOf(user).begin({
    conversationId,
    model,
    title,
    question: { id: messageId, content: "Buy milk" },
    reply: { id: newId(), leaseOwner: newId(), leaseSeconds: 15 },
  });

async function begun(user: UserId, sending: Sending = {}) {
  const begun = await send(user, sending);
  if (!begun) throw new Error("Something stood in the way.");
  return begun;
}

/** Takes a reply to this state, as its producer would. */
async function became(
  user: UserId,
  id: string,
  status: "COMPLETED" | "AWAITING_APPROVAL",
  on: Pick<typeof db, "message"> = db,
) {
  const where = { userId_id: { userId: user, id } };
  await on.message.update({ where, data: { status: "PROCESSING" } });
  await on.message.update({ where, data: { status, content: "Done.", leaseOwner: null, leaseUntil: null } });
}

/** A conversation with one question and its reply, which has ended. */
async function talk(user: UserId, sending: Sending = {}): Promise<string> {
  const { reply } = await begun(user, sending);
  await became(user, reply.id, "COMPLETED");
  return reply.conversationId;
}

const stored = (user: UserId) =>
  Promise.all([
    db.conversation.findMany({ where: { userId: user }, orderBy: { id: "asc" } }),
    db.message.findMany({ where: { userId: user }, orderBy: [{ conversationId: "asc" }, { seq: "asc" }] }),
  ]);

const seqs = async (user: UserId) => (await stored(user))[1].map(({ seq }) => seq);

test("the first message makes the conversation, with its title and model, and an empty reply with a lease", async () => {
  const { id: user } = await makeUser();
  const { isNew, model, question, reply } = await begun(user, { model: "gpt", title: "Milk" });
  expect({ isNew, model, question }).toEqual({ isNew: true, model: "gpt", question: { seq: 1 } });
  expect(reply).toMatchObject({ seq: 2, role: "ASSISTANT", status: "PENDING", content: "", parts: [], metadata: {} });
  const conversations = conversationsOf(user);
  expect(await conversations.get(reply.conversationId)).toMatchObject({
    title: "Milk",
    model: "gpt",
    status: "ACTIVE",
  });
  const { messages } = await conversations.messages(reply.conversationId);
  expect(messages).toEqual([
    expect.objectContaining({ seq: 1, role: "USER", content: "Buy milk", parts: [{ type: "text", text: "Buy milk" }] }),
    reply,
  ]);
  expect(reply.replyToId).toBe(messages[0]?.id);
  const lease = await db.$queryRaw`
    SELECT "leaseEpoch", "leaseUntil" BETWEEN now() + interval '5 seconds' AND now() + interval '15 seconds' AS soon
    FROM "Message" WHERE "userId" = ${user}::uuid AND "id" = ${reply.id}::uuid AND "leaseOwner" IS NOT NULL`;
  expect(lease).toEqual([{ leaseEpoch: 1, soon: true }]);
});

test("a further message goes on in the conversation, wakes it, and changes its model only when it names one", async () => {
  const { id: user } = await makeUser();
  const conversationId = await talk(user, { model: "gpt" });
  await conversationsOf(user).rename(conversationId, "Groceries");
  const before = await conversationsOf(user).end(conversationId);
  const second = await begun(user, { conversationId });
  expect(second).toMatchObject({ isNew: false, model: "gpt", question: { seq: 3 }, reply: { seq: 4 } });
  const after = await conversationsOf(user).get(conversationId);
  expect(after).toMatchObject({ title: "Groceries", status: "ACTIVE", createdAt: before.createdAt });
  expect(Date.parse(after?.updatedAt ?? "")).toBeGreaterThan(Date.parse(before.updatedAt));
  await became(user, second.reply.id, "COMPLETED");
  expect(await begun(user, { conversationId, model: "other" })).toMatchObject({ model: "other" });
});

test("one message sent twenty times at once is one message", async () => {
  const { id: user } = await makeUser();
  const sending = { conversationId: newId(), messageId: newId() };
  const answers = await Promise.all(many(20).map(() => send(user, sending)));
  expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
  const [conversations] = await stored(user);
  expect(conversations).toMatchObject([{ id: sending.conversationId, nextSeq: 3 }]);
  expect(await seqs(user)).toEqual([1, 2]);
});

test("one message sent to twenty conversations at once is in one, and the others are not there", async () => {
  const { id: user } = await makeUser();
  const messageId = newId();
  const answers = await Promise.all(many(20).map(() => send(user, { messageId })));
  expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
  expect((await stored(user))[0]).toHaveLength(1);
  expect(await seqs(user)).toEqual([1, 2]);
});

test("of fifty messages sent at once to a conversation, new or not, one is taken, and no number is lost", async () => {
  const { id: user } = await makeUser();
  const conversationId = newId();
  const round = async () => {
    const answers = await Promise.all(many(50).map(() => send(user, { conversationId })));
    const [won, ...more] = answers.filter((answer) => answer !== null);
    expect(more).toEqual([]);
    await became(user, won?.reply.id ?? "", "COMPLETED");
  };
  await round();
  await round();
  expect(await seqs(user)).toEqual([1, 2, 3, 4]);
});

test.each<[string, (user: UserId, conversationId: string) => Promise<unknown>]>([
  ["an archived conversation", (user, id) => conversationsOf(user).archive(id)],
  ["a deleted conversation", (user, id) => conversationsOf(user).remove(id)],
  ["a reply that runs", (user, conversationId) => begun(user, { conversationId })],
  [
    "a reply that waits for approval",
    async (user, conversationId) => {
      const { reply } = await begun(user, { conversationId });
      await became(user, reply.id, "AWAITING_APPROVAL");
    },
  ],
])("%s takes no message, and nothing is written", async (_, stand) => {
  const { id: user } = await makeUser();
  const conversationId = await talk(user);
  await stand(user, conversationId);
  const before = await stored(user);
  expect(await send(user, { conversationId, model: "other" })).toBeNull();
  expect(await stored(user)).toEqual(before);
});

test("a message that is known is not stored again, in its conversation or another", async () => {
  const { id: user } = await makeUser();
  const messageId = newId();
  const conversationId = await talk(user, { messageId });
  const before = await stored(user);
  expect(await send(user, { conversationId, messageId })).toBeNull();
  expect(await send(user, { messageId })).toBeNull();
  expect(await stored(user)).toEqual(before);
});

test("a message that had to wait for its turn sees what happened meanwhile", async () => {
  const { id: user } = await makeUser();
  const conversationId = await talk(user);
  const late = await inTransaction(async (tx) => {
    const conversations = conversationsOf(user, tx);
    await conversations.open(conversationId);
    const late = send(user, { conversationId });
    const waiting = () => db.$queryRaw`
      SELECT FROM pg_stat_activity WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`;
    await expect.poll(waiting).toHaveLength(1);
    const question = await conversations.addQuestion({ id: newId(), conversationId, content: "Delete everything" });
    const lease = { leaseOwner: newId(), leaseSeconds: 15 };
    const reply = await conversations.addReply({ id: newId(), conversationId, replyToId: question.id, ...lease });
    await became(user, reply.id, "AWAITING_APPROVAL", tx);
    return { answer: late };
  });
  expect(await late.answer).toBeNull();
  expect(await seqs(user)).toEqual([1, 2, 3, 4]);
});

test("a thousand messages stay; what is older is archived with the message that pushes it out", async () => {
  const { id: user } = await makeUser();
  const conversationId = await talk(user);
  await db.$executeRaw`
    INSERT INTO "Message" ("userId", "id", "conversationId", "seq", "role", "status", "content")
    SELECT ${user}::uuid, gen_random_uuid(), ${conversationId}::uuid, n, 'USER', 'COMPLETED', 'Message ' || n
    FROM generate_series(3, 999) AS n`;
  await db.conversation.updateMany({ where: { userId: user, id: conversationId }, data: { nextSeq: 1000 } });
  expect(await begun(user, { conversationId })).toMatchObject({ question: { seq: 1000 }, reply: { seq: 1001 } });
  const archived = { userId: user, conversationId, archivedAt: { not: null } };
  expect(await db.message.findMany({ where: archived, select: { seq: true } })).toEqual([{ seq: 1 }]);
});

test("another person's conversation is not theirs: under its id one's own is made", async () => {
  const [{ id: owner }, { id: stranger }] = [await makeUser(), await makeUser()];
  const sending = { conversationId: newId(), messageId: newId() };
  await begun(owner, sending);
  const before = await stored(owner);
  expect(await begun(stranger, { ...sending, title: "Mine" })).toMatchObject({ isNew: true, question: { seq: 1 } });
  expect(await stored(owner)).toEqual(before);
});
