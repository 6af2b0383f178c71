import { v7 } from "uuid";
import { expect, test } from "vitest";
import { conversationsOf } from "@/lib/conversations/store";
import { db } from "@/lib/db/client";
import { makeConversation, makeMessage, makeToolCall, makeUser } from "@/lib/db/testing";
import { callsOfReply } from "@/lib/tools/calls";
import { runTool } from "@/lib/tools/run";
import { appendBatch, endReply, type Lease, type Logged, replyLog } from "./store";
import { sweepReplies } from "./sweeper";
import { tail } from "./tail";

const today = () => ({ now: new Date(), timeZone: "Europe/Paris" });

/** A reply whose producer died after it had logged some text. */
async function abandoned(secondsLeft: number) {
  const user = await makeUser();
  const conversation = await makeConversation(user);
  const owner = v7();
  const leaseUntil = new Date(Date.now() + secondsLeft * 1_000);
  const { id } = await makeMessage(conversation, {
    role: "ASSISTANT",
    status: "PENDING",
    content: "",
    leaseOwner: owner,
    leaseEpoch: 1,
    leaseUntil: new Date(Date.now() + 60_000),
  });
  const lease: Lease = { user: user.id, messageId: id, conversationId: conversation.id, owner, epoch: 1 };
  const chunks: Logged[] = [
    { seq: 1_000_001, chunk: { type: "start", messageId: id } },
    { seq: 1_000_002, chunk: { type: "text-start", id: "t" } },
    { seq: 1_000_003, chunk: { type: "text-delta", id: "t", delta: "What had arr" } },
  ];
  await appendBatch({ lease, chunks });
  await db.message.update({ where: { userId_id: { userId: user.id, id } }, data: { leaseUntil } });
  return { user: user.id, lease, conversationId: conversation.id };
}

test("a reply whose producer died is ended as interrupted, with the text that had arrived, and the conversation goes on", async () => {
  const { user, lease, conversationId } = await abandoned(-1);
  await sweepReplies();
  const message = await conversationsOf(user).message(lease.messageId);
  expect(message).toMatchObject({
    status: "ERROR",
    content: "What had arr",
    metadata: { error: { code: "interrupted" } },
  });
  const log = await replyLog(user, lease, 1_000_003);
  expect(log?.events.map(({ seq, chunk }) => [seq, chunk.type])).toEqual([[2_000_001, "finish"]]);
  expect(await conversationsOf(user).unfinished(conversationId)).toEqual([]);
});

test("calls of a dead reply are shown as the record has them: done is done, and what was under way was rolled back", async () => {
  const { user, lease, conversationId } = await abandoned(-1);
  const of = { source: "CHAT" as const, conversationId, messageId: lease.messageId };
  await makeToolCall(user, { ...of, callId: "s1c0", result: { task: { number: 1 } } });
  await makeToolCall(user, { ...of, callId: "s1c1", status: "EXECUTING" });
  await makeToolCall(user, { ...of, callId: "s1c2", status: "PENDING" });
  await sweepReplies();
  const message = await conversationsOf(user).message(lease.messageId);
  expect(message?.parts).toMatchObject([
    { type: "text", text: "What had arr" },
    { toolCallId: "s1c0", state: "output-available", output: { task: { number: 1 } } },
    { toolCallId: "s1c1", state: "output-error", errorText: "interrupted" },
    { toolCallId: "s1c2", state: "output-denied" },
  ]);
  expect((await callsOfReply(user, lease.messageId)).map(({ status }) => status)).toEqual([
    "SUCCESS",
    "ERROR",
    "DENIED",
  ]);
});

test("a process that was given up changes nothing when it wakes up in the middle of a call", async () => {
  const { user, lease, conversationId } = await abandoned(-1);
  const caller = { user, source: "CHAT" as const, conversationId, messageId: lease.messageId, today: today() };
  await sweepReplies();
  const late = await runTool("create_task", { title: "too late" }, { ...caller, callId: "s1c0", epoch: lease.epoch });
  expect(late).toMatchObject({ status: "ERROR", call: { status: "ERROR" } });
  expect(await db.task.count({ where: { userId: user } })).toBe(0);
});

test("a producer that wakes up after the take-over can't write a word", async () => {
  const { user, lease } = await abandoned(-1);
  await sweepReplies();
  const late = [{ seq: 1_000_004, chunk: { type: "text-delta" as const, id: "t", delta: "ived" } }];
  expect(await appendBatch({ lease, chunks: late })).toBe("lost");
  const ending = { status: "COMPLETED" as const, parts: [], content: "late", metadata: {} };
  expect(await endReply(lease, ending, late)).toBe(false);
  expect((await conversationsOf(user).message(lease.messageId))?.content).toBe("What had arr");
});

test("a reply whose lease holds is left alone", async () => {
  const { user, lease } = await abandoned(15);
  await sweepReplies();
  expect((await conversationsOf(user).message(lease.messageId))?.status).toBe("PROCESSING");
});

test("a tail replays the log after the last event that was seen, and another person finds nothing", async () => {
  const { user, lease } = await abandoned(-1);
  await sweepReplies();
  const { signal } = new AbortController();
  const rest = await (await tail(user, lease, 1_000_002, signal))?.text();
  expect(rest?.match(/^id: (\d+)$/gm)).toEqual(["id: 1000003", "id: 2000001"]);
  expect(rest).toMatch(/data: \[DONE\]\n\n$/);
  expect(await tail(user, lease, 2_000_001, signal)).toBeNull();
  expect(await tail(user, { ...lease, conversationId: v7() }, 0, signal)).toBeNull();
  expect(await tail((await makeUser()).id, lease, 0, signal)).toBeNull();
});
