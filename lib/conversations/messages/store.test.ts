import { expect, test } from "vitest";
import type { UserId } from "@/lib/auth/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { db } from "@/lib/db/client";
import { makeUser } from "@/lib/db/testing";
import { inTransaction } from "@/lib/db/transaction";

const newId = () => crypto.randomUUID();

async function opened(): Promise<{ user: UserId; conversationId: string }> {
  const { id: user } = await makeUser();
  const conversationId = newId();
  await conversationsOf(user).open(conversationId);
  return { user, conversationId };
}

/** A question and its reply, which has ended with `answer`. */
async function turn(user: UserId, conversationId: string, question: string, answer: string, replacesId?: string) {
  const conversations = conversationsOf(user);
  const asked = await conversations.addQuestion({ id: newId(), conversationId, content: question, replacesId });
  const reply = await conversations.addReply({
    id: newId(),
    conversationId,
    replyToId: asked.id,
    leaseOwner: newId(),
    leaseSeconds: 15,
  });
  await ended(user, reply.id, answer);
  return { asked, reply };
}

async function ended(user: UserId, id: string, content: string): Promise<void> {
  const key = { userId_id: { userId: user, id } };
  await db.message.update({ where: key, data: { status: "PROCESSING" } });
  await db.message.update({
    where: key,
    data: { status: "COMPLETED", content, leaseOwner: null, leaseUntil: null },
  });
}

/** So many messages at once, in a conversation that has none. */
async function fill(user: UserId, conversationId: string, count: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Message" ("userId", "id", "conversationId", "seq", "role", "status", "content")
    SELECT ${user}::uuid, gen_random_uuid(), ${conversationId}::uuid, n, 'USER', 'COMPLETED', 'Message ' || n
    FROM generate_series(1, ${count}) AS n`;
  await db.conversation.update({
    where: { userId_id: { userId: user, id: conversationId } },
    data: { nextSeq: count + 1 },
  });
}

test("messages sent at the same time get numbers without a gap", async () => {
  const { id: user } = await makeUser();
  const conversationId = newId();
  const send = (content: string) =>
    inTransaction(async (tx) => {
      const conversations = conversationsOf(user, tx);
      await conversations.open(conversationId);
      return await conversations.addQuestion({ id: newId(), conversationId, content });
    });
  const sent = await Promise.all(Array.from({ length: 20 }, (_, index) => send(`Message ${index}`)));
  const seqs = sent.map(({ seq }) => seq).toSorted((a, b) => a - b);
  expect(seqs).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test("a message that is rolled back leaves no gap", async () => {
  const { user, conversationId } = await opened();
  const failing = inTransaction(async (tx) => {
    await conversationsOf(user, tx).addQuestion({ id: newId(), conversationId, content: "Never" });
    throw new Error("rolled back");
  });
  await expect(failing).rejects.toThrow("rolled back");
  expect(await conversationsOf(user).addQuestion({ id: newId(), conversationId, content: "First" })).toMatchObject({
    seq: 1,
  });
});

test("a question and its empty reply are stored with a lease on the database's clock", async () => {
  const { user, conversationId } = await opened();
  const conversations = conversationsOf(user);
  const question = await conversations.addQuestion({ id: newId(), conversationId, content: "Buy milk" });
  expect(question).toMatchObject({
    seq: 1,
    role: "USER",
    status: "COMPLETED",
    content: "Buy milk",
    parts: [{ type: "text", text: "Buy milk" }],
    metadata: {},
  });
  const leaseOwner = newId();
  const asked = { id: newId(), conversationId, replyToId: question.id, leaseOwner, leaseSeconds: 15 };
  const reply = await conversations.addReply(asked);
  expect(reply).toMatchObject({ seq: 2, status: "PENDING", content: "", parts: [], leaseEpoch: 1 });
  expect(await conversations.message(reply.id)).toEqual({ ...reply, leaseEpoch: undefined });
  expect(await conversations.replyTo(question)).toMatchObject({ id: reply.id });
  expect(await conversations.unfinished(conversationId)).toMatchObject([{ id: reply.id }]);
  const lease = await db.$queryRaw`
    SELECT "leaseOwner", "leaseEpoch", "leaseUntil" BETWEEN now() + interval '5 seconds' AND now() + interval '15 seconds' AS soon
    FROM "Message" WHERE "userId" = ${user}::uuid AND "id" = ${reply.id}::uuid`;
  expect(lease).toEqual([{ leaseOwner, leaseEpoch: 1, soon: true }]);
});

test("a conversation has one reply at a time", async () => {
  const { user, conversationId } = await opened();
  const conversations = conversationsOf(user);
  const question = await conversations.addQuestion({ id: newId(), conversationId, content: "Buy milk" });
  const reply = () =>
    conversations.addReply({
      id: newId(),
      conversationId,
      replyToId: question.id,
      leaseOwner: newId(),
      leaseSeconds: 15,
    });
  const first = await reply();
  await expect(reply()).rejects.toThrow();
  await ended(user, first.id, "Done.");
  expect(await reply()).toMatchObject({ seq: 3 });
});

test("messages come in pages, ascending", async () => {
  const { user, conversationId } = await opened();
  for (const n of [1, 2, 3]) await turn(user, conversationId, `Question ${n}`, `Answer ${n}`);
  const conversations = conversationsOf(user);
  const newest = await conversations.messages(conversationId, { limit: 4 });
  expect(newest.messages.map(({ seq }) => seq)).toEqual([3, 4, 5, 6]);
  expect(newest.more).toBe(true);
  const rest = await conversations.messages(conversationId, { limit: 4, before: 3 });
  expect(rest.messages.map(({ content }) => content)).toEqual(["Question 1", "Answer 1"]);
  expect(rest.more).toBe(false);
});

test("the history is the newest whole turns that fit", async () => {
  const { user, conversationId } = await opened();
  for (const n of [1, 2, 3]) await turn(user, conversationId, "q".repeat(10), "a".repeat(10 * n));
  const seqs = async (beforeSeq: number, maxCharacters: number) =>
    (await conversationsOf(user).history(conversationId, { beforeSeq, maxCharacters })).map(({ seq }) => seq);
  expect(await seqs(7, 1_000)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(await seqs(7, 70)).toEqual([3, 4, 5, 6]);
  expect(await seqs(7, 69)).toEqual([5, 6]);
  expect(await seqs(7, 39)).toEqual([]);
  expect(await seqs(5, 1_000)).toEqual([1, 2, 3, 4]);
});

test("a history longer than one page is whole", async () => {
  const { user, conversationId } = await opened();
  await fill(user, conversationId, 500);
  const history = await conversationsOf(user).history(conversationId, { beforeSeq: 501, maxCharacters: 60_000 });
  expect(history.map(({ seq }) => seq)).toEqual(Array.from({ length: 500 }, (_, index) => index + 1));
});

test("what was replaced is not in the history, nor are the replies to it", async () => {
  const { user, conversationId } = await opened();
  const conversations = conversationsOf(user);
  await turn(user, conversationId, "Buy milk", "Added.");
  const wrong = await turn(user, conversationId, "Call mum on Firday", "Which day?");
  const right = await turn(user, conversationId, "Call mum on Friday", "Added.", wrong.asked.id);
  const again = await conversations.addReply({
    id: newId(),
    conversationId,
    replyToId: right.asked.id,
    replacesId: right.reply.id,
    leaseOwner: newId(),
    leaseSeconds: 15,
  });
  await ended(user, again.id, "Done.");
  const history = await conversations.history(conversationId, { beforeSeq: 100, maxCharacters: 60_000 });
  expect(history.map(({ content }) => content)).toEqual(["Buy milk", "Added.", "Call mum on Friday", "Done."]);
  expect((await conversations.messages(conversationId)).messages).toHaveLength(7);
});

test("beyond a thousand messages the oldest are archived: kept, shown on demand, not sent to a model", async () => {
  const { user, conversationId } = await opened();
  const conversations = conversationsOf(user);
  await fill(user, conversationId, 1_000);
  const archived = () => db.message.count({ where: { userId: user, conversationId, archivedAt: { not: null } } });
  expect(await archived()).toBe(0);
  await turn(user, conversationId, "One more", "Noted.");
  expect(await archived()).toBe(2);

  const oldest = { before: 4, limit: 10 };
  expect((await conversations.messages(conversationId, oldest)).messages.map(({ seq }) => seq)).toEqual([3]);
  const all = await conversations.messages(conversationId, { ...oldest, archived: true });
  expect(all.messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(all.messages[0]?.archivedAt).toEqual(expect.any(String));
  const history = await conversations.history(conversationId, { beforeSeq: 2_000, maxCharacters: 1_000_000 });
  expect(history.map(({ seq }) => seq)).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 3));
});

test("earlier messages follow each other without a jump or a repeat, into the archived ones and to the first", async () => {
  const { user, conversationId } = await opened();
  const conversations = conversationsOf(user);
  await fill(user, conversationId, 1_000);
  for (const n of Array(20).keys()) await turn(user, conversationId, `Question ${n}`, `Answer ${n}`);
  const newest = await conversations.messages(conversationId, { limit: 200 });
  const shown = newest.messages.map(({ seq }) => seq);
  expect(newest.more).toBe(true);
  for (let more = newest.more; more; ) {
    const page = await conversations.messages(conversationId, { before: shown[0], limit: 200, archived: true });
    shown.unshift(...page.messages.map(({ seq }) => seq));
    more = page.more;
  }
  expect(shown).toEqual(Array.from({ length: 1_040 }, (_, index) => index + 1));
  expect(await db.message.count({ where: { userId: user, archivedAt: { not: null } } })).toBe(40);
});
