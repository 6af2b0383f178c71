import { randomUUID } from "node:crypto";
import type { UIMessageChunk } from "ai";
import { afterAll, expect, test } from "vitest";
import { stranger } from "@/e2e/people";
import type { Heard } from "./client";
import type { History } from "./history";
import { violationsIn } from "./invariants";
import { openSql } from "./sql";

const database = openSql(process.env.DATABASE_URL ?? "");
const sql = database.query;
afterAll(() => database.end());

const token = () => `token${randomUUID().slice(0, 8)}`;
const literal = (value: unknown) => `'${JSON.stringify(value)}'::jsonb`;

/** Writes what the rules of the database would refuse: a checker that only sees what they allow would never find anything. */
const plant = (statements: string) => sql(`BEGIN; SET LOCAL session_replication_role = replica; ${statements}; COMMIT`);

const chunks: UIMessageChunk[] = [
  { type: "start" },
  { type: "start-step" },
  { type: "text-start", id: "1" },
  { type: "text-delta", id: "1", delta: "Hello" },
  { type: "text-delta", id: "1", delta: " there." },
  { type: "text-end", id: "1" },
  { type: "finish-step" },
  { type: "finish" },
];
const firstSeq = 1_000_001;
const parts = [{ type: "step-start" }, { type: "text", text: "Hello there.", state: "done" }];

/** A person who sent one message, heard its whole reply and made one task; everything is as it should be. */
async function aDay() {
  const [userId, conversationId, messageId, replyId, taskId] = Array.from({ length: 5 }, () => randomUUID());
  const text = `Hello ${token()}`;
  const title = token();
  const after = { version: 1, title, description: null, isCompleted: false };
  await plant(`
    INSERT INTO "User" ("id", "email", "name") VALUES ('${userId}', '${userId}@example.com', 'Robin Example');
    INSERT INTO "Conversation" ("userId", "id", "nextSeq") VALUES ('${userId}', '${conversationId}', 3);
    INSERT INTO "Message" ("userId", "id", "conversationId", "seq", "role", "content", "parts", "status", "replyToId") VALUES
      ('${userId}', '${messageId}', '${conversationId}', 1, 'USER', '${text}', '[]', 'COMPLETED', NULL),
      ('${userId}', '${replyId}', '${conversationId}', 2, 'ASSISTANT', 'Hello there.', ${literal(parts)}, 'COMPLETED', '${messageId}');
    INSERT INTO "ReplyEvent" ("userId", "messageId", "seq", "payload") VALUES
      ('${userId}', '${replyId}', ${firstSeq + chunks.length - 1}, ${literal(chunks)});
    INSERT INTO "Task" ("userId", "id", "number", "title", "position") VALUES ('${userId}', '${taskId}', 1, '${title}', 'a');
    INSERT INTO "ToolCallLog" ("userId", "source", "id", "toolName", "parameters", "status", "changes") VALUES
      ('${userId}', 'UI', '${randomUUID()}', 'create_task', ${literal({ title })}, 'SUCCESS', ${literal([{ taskId, number: 1, before: null, after }])})`);
  const heard: Heard = {
    ...{ conversationId: conversationId ?? "", messageId: messageId ?? "", text, outcome: "ok", statuses: [200] },
    ...{ replyId: replyId ?? "", said: "Hello there.", isWhole: true },
    seen: chunks.map((chunk, index) => ({ seq: firstSeq + index, chunk, at: 0 })),
  };
  const history: History = {
    ...{ userId: userId ?? "", person: stranger("http://127.0.0.1"), said: [heard] },
    effects: [{ tool: "create_task", token: title, outcome: "ok" }],
    sights: [{ number: 1, version: 1, from: 0, to: 10 }],
  };
  return { userId, conversationId, messageId, replyId, taskId, text, title, history, heard };
}

test("a day on which nothing went wrong breaks nothing", async () => {
  const { history } = await aDay();
  expect(await violationsIn(sql, [history])).toEqual([]);
});

test("I1 · an acknowledged message that is not there is found", async () => {
  const { history, heard } = await aDay();
  history.said.push({ ...heard, messageId: "lost", text: "Did this arrive?", replyId: null, seen: [] });
  expect(await violationsIn(sql, [history])).toEqual(["I1: the acknowledged message lost is there 0 times."]);
});

test("I1 and I2 · a message that was stored twice, and a gap in the count, are found", async () => {
  const { history, userId, conversationId, text, messageId } = await aDay();
  await plant(`INSERT INTO "Message" ("userId", "id", "conversationId", "seq", "role", "content", "status")
    VALUES ('${userId}', '${randomUUID()}', '${conversationId}', 4, 'USER', '${text}', 'COMPLETED')`);
  expect(await violationsIn(sql, [history])).toEqual([
    `I1: the acknowledged message ${messageId} is there 2 times.`,
    `I2: conversation ${conversationId} counts 1, 2, 4, and 3 comes next.`,
  ]);
});

test("I3 · an acknowledged change that is lost, one that was made twice and one that was refused but made are found", async () => {
  const { history, userId, title } = await aDay();
  history.effects.push({ tool: "create_task", token: "nowhere", outcome: "ok" });
  history.effects.push({ tool: "update_task", token: title, outcome: "fail" });
  const call = `('${userId}', 'UI', gen_random_uuid(), 'update_task', ${literal({ patch: { description: "twicemade" } })}, 'SUCCESS', '[{}]')`;
  await plant(`INSERT INTO "ToolCallLog" ("userId", "source", "id", "toolName", "parameters", "status", "changes")
    VALUES ${call}, ${call}`);
  history.effects.push({ tool: "update_task", token: "twicemade", outcome: "unknown" });
  expect(await violationsIn(sql, [history])).toEqual([
    "I3: create_task nowhere was acknowledged; it is recorded 0 times and made 0 times.",
    `I3: update_task ${title} was refused and is there.`,
    "I3: update_task twicemade was asked for once and made 2 times.",
  ]);
});

test("I4 and I5 · a reply that nobody ends, and a second one beside it, are found", async () => {
  const { history, userId, conversationId, messageId } = await aDay();
  const dead = randomUUID();
  await plant(`
    INSERT INTO "Message" ("userId", "id", "conversationId", "seq", "role", "status", "replyToId", "createdAt", "leaseOwner", "leaseUntil") VALUES
      ('${userId}', '${dead}', '${conversationId}', 3, 'ASSISTANT', 'PROCESSING', '${messageId}', now() - interval '40 s', gen_random_uuid(), now() - interval '20 s'),
      ('${userId}', '${randomUUID()}', '${conversationId}', 4, 'ASSISTANT', 'AWAITING_APPROVAL', '${messageId}', now(), NULL, NULL);
    UPDATE "Conversation" SET "nextSeq" = 5 WHERE "id" = '${conversationId}'`);
  expect(await violationsIn(sql, [history])).toEqual([
    `I4: reply ${dead} is PROCESSING and nobody works on it.`,
    `I5: 2 replies are active in conversation ${conversationId}.`,
  ]);
});

test("I6 · a batch that is logged twice is told once; a stored reply that has it twice is found", async () => {
  const { history, userId, replyId } = await aDay();
  const early = chunks.slice(0, 2);
  await plant(
    `INSERT INTO "ReplyEvent" ("userId", "messageId", "seq", "payload") VALUES ('${userId}', '${replyId}', ${firstSeq + 1}, ${literal(early)})`,
  );
  expect(await violationsIn(sql, [history])).toEqual([]);
  const doubled = parts.map((part) => (part.text ? { ...part, text: "Hello there. there." } : part));
  await plant(`UPDATE "Message" SET "parts" = ${literal(doubled)} WHERE "id" = '${replyId}'`);
  expect(await violationsIn(sql, [history])).toHaveLength(1);
});

test("I6 · an event that is missing in the middle of the log is found", async () => {
  const { history, userId, replyId } = await aDay();
  history.said = [];
  const end: UIMessageChunk[] = [{ type: "finish" }];
  await plant(
    `INSERT INTO "ReplyEvent" ("userId", "messageId", "seq", "payload") VALUES ('${userId}', '${replyId}', ${firstSeq + 9}, ${literal(end)})`,
  );
  expect(await violationsIn(sql, [history])).toEqual([`I6: the log of reply ${replyId} goes from 1000008 to 1000010.`]);
});

test("I6 · a stored reply that its log doesn't give is found", async () => {
  const { history, replyId } = await aDay();
  await plant(
    `UPDATE "Message" SET "parts" = '[{"type": "text", "text": "Goodbye.", "state": "done"}]' WHERE "id" = '${replyId}'`,
  );
  expect(await violationsIn(sql, [history])).toEqual([
    `I6: the log of reply ${replyId} gives another message than the stored one.`,
  ]);
});

test("I6 · a reader who missed something, was told something else, or was sent off too early, is found", async () => {
  const { history, heard, replyId } = await aDay();
  history.said.push(
    { ...heard, seen: heard.seen.filter((_, index) => index !== 3) },
    {
      ...heard,
      seen: heard.seen.map((event, index) => (index === 3 ? { ...event, chunk: { type: "start" } } : event)),
    },
    { ...heard, seen: heard.seen.slice(0, 4) },
    { ...heard, seen: [{ seq: firstSeq + 20, chunk: { type: "finish" }, at: 0 }] },
  );
  expect(await violationsIn(sql, [history])).toEqual([
    `I6: a reader of reply ${replyId} was told 1000005 right after 1000003.`,
    `I6: a reader of reply ${replyId} was told another event 1000004 than its log has.`,
    `I6: a reader of reply ${replyId} was told that it is over at 1000004, before its last event.`,
    `I6: a reader of reply ${replyId} was told event 1000021, which its log does not have.`,
  ]);
});

test("I6 · after an interruption, what was told in the last moment may be missing from the log", async () => {
  const { history, heard, replyId, userId } = await aDay();
  const end: UIMessageChunk[] = [{ type: "finish" }];
  await plant(`
    UPDATE "Message" SET "status" = 'ERROR', "metadata" = '{"error": {"code": "interrupted"}}' WHERE "id" = '${replyId}';
    INSERT INTO "ReplyEvent" ("userId", "messageId", "seq", "payload") VALUES ('${userId}', '${replyId}', 2000001, ${literal(end)})`);
  const lost = { seq: firstSeq + chunks.length, chunk: { type: "text-delta", id: "1", delta: "?" } as const, at: 0 };
  history.said = [{ ...heard, seen: [...heard.seen, lost, { seq: 2_000_001, chunk: { type: "finish" }, at: 0 }] }];
  expect(await violationsIn(sql, [history])).toEqual([]);
});

test("I7 · a change that is not on the record, and one that is but was not made, are found", async () => {
  const { history, userId, taskId } = await aDay();
  await plant(`UPDATE "Task" SET "version" = 2 WHERE "id" = '${taskId}'`);
  const other = await aDay();
  await plant(`UPDATE "Task" SET "isCompleted" = true, "completedAt" = now() WHERE "id" = '${other.taskId}'`);
  expect(userId).not.toBe(other.userId);
  expect(await violationsIn(sql, [history, other.history])).toEqual([
    "I7: task #1 has version 2; the record has 1.",
    "I7: task #1 is not what its last change on the record made of it.",
  ]);
});

test("I10 · a reader who is shown an older version than before is found, but not one who had asked earlier", async () => {
  const { history } = await aDay();
  history.sights.push(
    { number: 1, version: 3, from: 20, to: 30 },
    { number: 1, version: 1, from: 25, to: 40 },
    { number: 1, version: 2, from: 50, to: 60 },
  );
  expect(await violationsIn(sql, [history])).toEqual(["I10: task #1 was seen with version 2 after version 3."]);
});
