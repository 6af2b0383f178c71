import { expect, test } from "vitest";
import { db } from "./client";
import { makeConversation, makeMessage, makeSession, makeTask, makeToolCall, makeUser } from "./testing";

/** A person with a row in every table. */
async function makeEverything() {
  const user = await makeUser();
  const session = await makeSession(user);
  const keys = { p256dh: "B".repeat(87), auth: "a".repeat(22) };
  const endpoint = `https://push.example.com/${user.id}`;
  await db.pushSubscription.create({ data: { userId: user.id, sessionId: session.id, endpoint, ...keys } });
  await db.dailySummary.create({ data: { userId: user.id } });
  await db.account.create({ data: { userId: user.id, provider: "github", subject: user.id } });
  const tokenHash = user.id.replaceAll("-", "").repeat(2);
  const token = await db.accessToken.create({
    data: { userId: user.id, name: "Laptop", tokenHash, lastFour: "wxyz", scopes: ["read"] },
  });
  await makeTask(user, { dueDate: new Date("2090-07-01"), reminders: [0] });
  const conversation = await makeConversation(user);
  const reply = await makeMessage(conversation, { role: "ASSISTANT" });
  await makeMessage(conversation, { replacesId: reply.replyToId });
  await db.replyEvent.create({ data: { userId: user.id, messageId: reply.id, seq: 1, payload: [] } });
  const links = { conversationId: conversation.id, messageId: reply.id };
  const undo = await makeToolCall(user, { source: "MCP", toolName: "undo_change", accessTokenId: token.id });
  const call = await makeToolCall(user, { source: "CHAT", ...links, callId: "s1c0", undoneById: undo.id });
  return { user, conversation, call };
}

/** How many rows of this person each table holds. */
async function census(userId: string) {
  const where = { userId };
  return {
    sessions: await db.session.count({ where }),
    accounts: await db.account.count({ where }),
    accessTokens: await db.accessToken.count({ where }),
    tasks: await db.task.count({ where }),
    conversations: await db.conversation.count({ where }),
    messages: await db.message.count({ where }),
    replyEvents: await db.replyEvent.count({ where }),
    toolCalls: await db.toolCallLog.count({ where }),
    reminders: await db.reminder.count({ where }),
    pushSubscriptions: await db.pushSubscription.count({ where }),
    dailySummaries: await db.dailySummary.count({ where }),
  };
}

test("a conversation takes its messages along and leaves the record of its calls, with the links emptied", async () => {
  const { user, conversation, call } = await makeEverything();
  await db.conversation.delete({ where: { userId_id: { userId: user.id, id: conversation.id } } });
  expect(await census(user.id)).toMatchObject({
    conversations: 0,
    messages: 0,
    replyEvents: 0,
    toolCalls: 2,
    tasks: 1,
  });
  const left = await db.toolCallLog.findUnique({ where: { userId_id: { userId: user.id, id: call.id } } });
  expect(left).toEqual({ ...call, conversationId: null, messageId: null });
});

test("a person takes everything of theirs along, and nothing of anyone else's", async () => {
  const { user } = await makeEverything();
  const other = await makeEverything();
  const before = await census(other.user.id);
  await db.user.delete({ where: { id: user.id } });
  expect(new Set(Object.values(await census(user.id)))).toEqual(new Set([0]));
  expect(await census(other.user.id)).toEqual(before);
});

test("every foreign key carries the owner and has an index that begins with it", async () => {
  const keys = await db.$queryRaw<{ name: string; columns: string[]; hasIndex: boolean }[]>`
    SELECT conname AS name,
      ARRAY(SELECT attname::text FROM unnest(conkey) WITH ORDINALITY AS k(n, place)
        JOIN pg_attribute ON attrelid = conrelid AND attnum = k.n ORDER BY place) AS columns,
      EXISTS (SELECT FROM pg_index WHERE indrelid = conrelid AND indpred IS NULL
        AND (indkey::int2[])[0:cardinality(conkey) - 1] @> conkey) AS "hasIndex"
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`;
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter(({ columns }) => columns[0] !== "userId")).toEqual([]);
  expect(keys.filter(({ hasIndex }) => !hasIndex).map(({ name }) => name)).toEqual([]);
});

test("every table of a person's rows has a primary key that begins with the owner", async () => {
  const tables = await db.$queryRaw<{ name: string; first: string }[]>`
    SELECT relname::text AS name, attname::text AS first FROM pg_constraint
    JOIN pg_class ON pg_class.oid = conrelid JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
    WHERE contype = 'p' AND connamespace = 'public'::regnamespace AND attname <> 'userId'`;
  expect(tables.map(({ name }) => name).sort()).toEqual(["RateLimit", "User", "_prisma_migrations"]);
});
