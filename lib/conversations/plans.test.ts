import { beforeAll, expect, test } from "vitest";
import type { UserId } from "@/lib/auth/schema";
import { db, Prisma } from "@/lib/db/client";
import { makeConversation, makeUser, unsafeWithoutTriggers } from "@/lib/db/testing";
import { visited as rowsVisited } from "@/lib/db/visited";
import { cursorAfter } from "./cursor";
import { conversationsOf } from "./store";

// How many rows the database looks at for what people do all day, however much there is beside it: a time would say how
// busy the machine is. Each statement is explained as the store wrote it.

let user: UserId;
/** 10 messages, and 5,000 of which 4,000 are archived. */
const conversations = { short: crypto.randomUUID(), long: crypto.randomUUID() };

beforeAll(async () => {
  const ada = await makeUser();
  const grace = await makeUser();
  user = ada.id;
  await makeConversation(ada, { id: conversations.short, nextSeq: 11 });
  await makeConversation(ada, { id: conversations.long, nextSeq: 5_001 });
  await makeConversation(grace, { id: conversations.long, nextSeq: 5_001 });
  await unsafeWithoutTriggers(
    "Conversation",
    (tx) => tx.$executeRaw`
    INSERT INTO "Conversation" ("userId", "id", "title", "status", "createdAt", "updatedAt", "deletedAt")
    SELECT ${user}::uuid, gen_random_uuid(), 'Number ' || n, CASE WHEN n % 2 = 0 THEN 'ACTIVE' ELSE 'ARCHIVED' END::"ConversationStatus",
      now() - interval '1 year', now() - n * interval '1 minute', CASE WHEN n % 10 = 0 THEN now() - n * interval '1 minute' END
    FROM generate_series(1, 6000) AS n`,
  );
  await fill(user, conversations.short, 10);
  await fill(user, conversations.long, 5_000);
  await fill(grace.id, conversations.long, 5_000);
  await db.$executeRaw`ANALYZE`;
});

const fill = (owner: UserId, conversationId: string, count: number) =>
  unsafeWithoutTriggers(
    "Message",
    (tx) => tx.$executeRaw`
    INSERT INTO "Message" ("userId", "id", "conversationId", "seq", "role", "status", "content", "archivedAt")
    SELECT ${owner}::uuid, gen_random_uuid(), ${conversationId}::uuid, n, 'USER', 'COMPLETED', 'Message ' || n,
      CASE WHEN n <= ${count} - 1000 THEN now() END
    FROM generate_series(1, ${count}) AS n`,
  );

/** The rows that these reads of the store look at. */
const visited = (work: (store: ReturnType<typeof conversationsOf>) => Promise<unknown>) =>
  rowsVisited((tx) => work(conversationsOf(user, tx)));

test("a page of the sidebar's list looks at its own rows, of thousands", async () => {
  const { nextCursor } = await conversationsOf(user).list({ limit: 30 });
  const archived = await conversationsOf(user).list({ limit: 30, archived: true });
  const page = { limit: 30, cursor: nextCursor ?? "" };
  expect(await visited((store) => store.list({ limit: 30 }))).toBeLessThan(80);
  expect(await visited((store) => store.list(page))).toBeLessThan(80);
  expect(await visited((store) => store.list({ limit: 30, archived: true }))).toBeLessThan(80);
  expect(
    await visited((store) => store.list({ ...page, cursor: archived.nextCursor ?? "", archived: true })),
  ).toBeLessThan(80);
});

test("a page of what was deleted looks at its own rows", async () => {
  const { nextCursor } = await conversationsOf(user).deleted({ limit: 30 });
  expect(await visited((store) => store.deleted({ limit: 30 }))).toBeLessThan(80);
  expect(await visited((store) => store.deleted({ limit: 30, cursor: nextCursor ?? "" }))).toBeLessThan(80);
  expect(await visited((store) => store.underWay())).toBeLessThan(10);
});

test("a search looks at the messages and titles that have the word, of thousands", async () => {
  const cursor = cursorAfter({ isFirst: true, moment: new Date(), id: user });
  for (const text of ["message 4321", "number 4321", "umber 4321", "zebra"])
    expect(await visited((store) => store.search({ text, cursor }))).toBeLessThan(40);
});

test.each([
  ["its newest", {}],
  ["earlier ones", { before: 4_500 }],
  ["the last before the archived ones", { before: 4_010 }],
  ["archived ones", { before: 4_010, archived: true }],
])("a page of a long conversation looks at its own messages: %s", async (_, page) => {
  expect(await visited((store) => store.messages(conversations.long, page))).toBeLessThan(80);
});

test("the history for a model ends at the archived messages", async () => {
  const asked = { beforeSeq: 4_010, maxCharacters: 10_000_000 };
  expect(await visited((store) => store.history(conversations.long, asked))).toBeLessThan(50);
});

test("a message begins in a long conversation with no more than in a short one", async () => {
  const begin = (conversationId: string) =>
    visited((store) =>
      store.begin({
        conversationId,
        title: "Milk",
        question: { id: crypto.randomUUID(), content: "Buy milk" },
        reply: { id: crypto.randomUUID(), leaseOwner: crypto.randomUUID(), leaseSeconds: 15 },
      }),
    );
  expect(await begin(conversations.short)).toBeLessThan(40);
  expect(await begin(conversations.long)).toBeLessThan(40);
  expect(await visited((store) => store.unfinished(conversations.long))).toBeLessThan(5);
});

test.each([
  ["Conversation_idle", Prisma.sql`"status" = 'ACTIVE' AND "updatedAt" < now() - make_interval(days => 30)`],
  ["Conversation_deleted", Prisma.sql`"deletedAt" < now() - make_interval(days => 30)`],
])("the sweeper finds by %s what has had its time", async (index, where) => {
  const plan = await db.$queryRaw`EXPLAIN (FORMAT JSON) SELECT FROM "Conversation" WHERE ${where} LIMIT 500`;
  expect(JSON.stringify(plan)).toContain(`"${index}"`);
});
