import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { db } from "./client";
import {
  makeConversation,
  makeMessage,
  makeSession,
  makeTask,
  makeToolCall,
  makeUser,
  unsafeWithoutTriggers,
} from "./testing";
import { inTransaction } from "./transaction";

const key = ({ userId, id }: { userId: string; id: string }) => ({ userId_id: { userId, id } });
const longAgo = new Date("2020-01-01T12:00:00Z");

test("every update of a task adds one to its version, whatever version is sent", async () => {
  const task = await makeTask(await makeUser());
  const once = await db.task.update({ where: key(task), data: { title: "Pay the rent" } });
  const twice = await db.task.update({ where: key(task), data: { version: 99 } });
  expect([task.version, once.version, twice.version]).toEqual([1, 2, 3]);
  expect(twice.updatedAt.getTime()).toBeGreaterThanOrEqual(once.updatedAt.getTime());
});

test("undo can put back when a task was completed, but not in the future", async () => {
  const task = await makeTask(await makeUser());
  const past = await db.task.update({ where: key(task), data: { isCompleted: true, completedAt: longAgo } });
  expect(past.completedAt).toEqual(longAgo);
  const future = await db.task.update({ where: key(task), data: { completedAt: new Date("2999-01-01") } });
  expect(future.completedAt?.getFullYear()).toBeLessThan(2900);
  const open = await db.task.update({ where: key(task), data: { isCompleted: false } });
  expect(open.completedAt).toBeNull();
});

test("a second delete leaves the moment of the first; a restored task can go again", async () => {
  const task = await makeTask(await makeUser());
  const first = await db.task.update({ where: key(task), data: { deletedAt: longAgo } });
  const second = await db.task.update({ where: key(task), data: { deletedAt: new Date() } });
  expect(second.deletedAt).toEqual(first.deletedAt);
  const back = await db.task.update({ where: key(task), data: { deletedAt: null } });
  expect(back.deletedAt).toBeNull();
});

test("dates, times and positions keep what was written", async () => {
  const task = await makeTask(await makeUser(), {
    dueDate: new Date("2026-11-27"),
    dueTime: new Date("1970-01-01T17:30:00Z"),
    tags: ["home", "éclair"],
  });
  expect(task.dueDate?.toISOString().slice(0, 10)).toBe("2026-11-27");
  expect(task.dueTime?.toISOString().slice(11, 16)).toBe("17:30");
  expect(task.tags).toEqual(["home", "éclair"]);
});

test("positions are in the order of their bytes, on every server", async () => {
  const user = await makeUser();
  for (const position of ["a", "Z", "B", "a0", "_"]) await makeTask(user, { position });
  const tasks = await db.task.findMany({ where: { userId: user.id }, orderBy: { position: "asc" } });
  expect(tasks.map((task) => task.position)).toEqual(["B", "Z", "_", "a", "a0"]);
});

test("a rename leaves a conversation's last activity; touching it moves it to now", async () => {
  const conversation = await makeConversation(await makeUser());
  await unsafeWithoutTriggers("Conversation", (tx) =>
    tx.conversation.update({ where: key(conversation), data: { createdAt: longAgo, updatedAt: longAgo } }),
  );
  const renamed = await db.conversation.update({ where: key(conversation), data: { title: "Food" } });
  expect(renamed.updatedAt).toEqual(longAgo);
  const touched = await db.conversation.update({ where: key(conversation), data: { updatedAt: new Date(0) } });
  expect(touched.updatedAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
});

test("a session that is revoked twice keeps the first moment", async () => {
  const session = await makeSession(await makeUser());
  const first = await db.session.update({ where: key(session), data: { revokedAt: new Date() } });
  const second = await db.session.update({ where: key(session), data: { revokedAt: new Date(0) } });
  expect(second.revokedAt).toEqual(first.revokedAt);
});

test("a call that nobody was asked about is not decided; one that waited is, when it runs", async () => {
  const user = await makeUser();
  const small = await makeToolCall(user);
  const large = await makeToolCall(user, { approvalExpiresAt: new Date(Date.now() + 60_000) });
  expect(small).toMatchObject({ decidedAt: null, startedAt: expect.any(Date), finishedAt: expect.any(Date) });
  expect(large.decidedAt).toEqual(expect.any(Date));
});

test("a message can take its number and be stored in one statement", async () => {
  const conversation = await makeConversation(await makeUser());
  await db.$executeRaw`
    WITH numbered AS (
      UPDATE "Conversation" SET "nextSeq" = "nextSeq" + 1, "updatedAt" = now()
      WHERE "userId" = ${conversation.userId}::uuid AND "id" = ${conversation.id}::uuid RETURNING *
    )
    INSERT INTO "Message" ("userId", "id", "conversationId", "seq", "role", "content", "status")
    SELECT "userId", ${uuidv7()}::uuid, "id", "nextSeq" - 1, 'USER', 'Hi', 'COMPLETED' FROM numbered`;
  expect(await db.message.findMany({ where: { conversationId: conversation.id } })).toMatchObject([{ seq: 1 }]);
});

test("nobody archives a conversation between the look at it and the commit of its message", async () => {
  const conversation = await makeConversation(await makeUser());
  const { userId, id: conversationId } = conversation;
  let archiving: Promise<unknown> = Promise.resolve();
  await inTransaction(async (tx) => {
    const data = { userId, conversationId, seq: 1, role: "USER", content: "Hi", status: "COMPLETED" } as const;
    await tx.message.create({ data });
    archiving = inTransaction((other) =>
      other.conversation.update({ where: key(conversation), data: { status: "ARCHIVED" } }),
    );
    await expect.poll(waiting, { timeout: 5_000 }).toBe(1);
  });
  await archiving;
  await expect(makeMessage(conversation)).rejects.toThrow("archived");
});

/** How many sessions wait for somebody's lock. */
async function waiting() {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return rows[0]?.count;
}
