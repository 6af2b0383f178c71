import { type Case, refused, refusedInsert, refusedUpdate, withoutTriggers } from "./cases";
import { ada, aReply, bob, bobs, fresh, insert, its, lease, nobody, noLease, type Row, update } from "./stage";

const refusedReply = (rule: string, overrides: Row) => refusedInsert("Message", rule, { ...aReply, ...overrides });

const conversationCases: Case[] = [
  refusedInsert("Conversation", "pkey", { id: its.chat }),
  refusedInsert("Conversation", "userId_fkey", { userId: nobody }),
  refusedInsert("Conversation", "title_check", { title: "' '" }),
  refusedInsert("Conversation", "title_check", { title: "repeat('a', 201)" }),
  refusedInsert("Conversation", "model_check", { model: "''" }),
  refusedInsert("Conversation", "model_check", { model: "repeat('a', 101)" }),
  refusedInsert("Conversation", "nextSeq_check", { nextSeq: "0" }),
  refused(
    "Conversation_updatedAt_check",
    "active before it was made",
    withoutTriggers("Conversation"),
    insert("Conversation", { updatedAt: "'2000-01-01'" }),
  ),
  refusedUpdate("Conversation", "createdAt", its.chat, { createdAt: "'2000-01-01'" }),
  refusedUpdate("Conversation", "identity", its.chat, { userId: bob }),
  refusedUpdate("Conversation", "identity", its.chat, { id: fresh }),
  refusedUpdate("Conversation", "counter", its.chat, { nextSeq: "4" }),
];

const references: Case[] = [
  refusedInsert("Message", "pkey", { id: its.question }),
  refused(
    "Message_userId_conversationId_id_key",
    "one id twice in a conversation, if the primary key weren't there",
    'ALTER TABLE "Message" DROP CONSTRAINT "Message_pkey" CASCADE',
    insert("Message", { id: its.question }),
  ),
  refusedInsert("Message", "userId_conversationId_seq_key", { seq: "1" }),
  refusedInsert("Message", "userId_fkey", { userId: nobody }),
  refusedInsert("Message", "userId_conversationId_fkey", { conversationId: nobody }),
  refusedInsert("Message", "userId_conversationId_fkey", { conversationId: bobs.chat }),
  refusedReply("userId_conversationId_replyToId_fkey", { replyToId: nobody }),
  refusedReply("userId_conversationId_replyToId_fkey", { replyToId: bobs.question }),
  refusedReply("userId_conversationId_replyToId_fkey", { replyToId: its.busyQuestion }),
  refusedInsert("Message", "userId_conversationId_replacesId_fkey", { replacesId: nobody }),
  refusedInsert("Message", "userId_conversationId_replacesId_fkey", { replacesId: bobs.question }),
  refused(
    "Message_userId_conversationId_replyToId_fkey",
    "a question goes and leaves its reply",
    `DELETE FROM "Message" WHERE "id" = ${its.question}`,
  ),
  refusedInsert("ReplyEvent", "pkey", { seq: "1" }),
  refusedInsert("ReplyEvent", "userId_fkey", { userId: nobody }),
  refusedInsert("ReplyEvent", "userId_messageId_fkey", { messageId: bobs.question }),
];

const limits: Case[] = [
  refusedInsert("Message", "seq_check", { seq: "0" }),
  refusedInsert("Message", "parts_check", { parts: "'{}'" }),
  refusedInsert("Message", "metadata_check", { metadata: "'[]'" }),
  refusedInsert("Message", "content_check", { content: "repeat('a', 10001)" }),
  refusedReply("content_check", { content: "repeat('a', 10001)", status: "'ERROR'" }),
  refusedInsert("Message", "blank_check", { content: "''" }),
  refusedInsert("Message", "blank_check", { content: "E' \\n\\t'" }),
  refusedReply("blank_check", { content: "' '" }),
  refusedInsert("Message", "question_check", { status: "'PENDING'" }),
  refusedInsert("Message", "question_check", { replyToId: its.question }),
  refusedInsert("Message", "question_check", { leaseEpoch: "1" }),
  refusedInsert("Message", "question_check", { stopRequestedAt: "now()" }),
  refusedReply("reply_check", { replyToId: "NULL" }),
  refusedReply("self_check", { replyToId: fresh }),
  refusedInsert("Message", "self_check", { replacesId: fresh }),
  refusedReply("leaseEpoch_check", { leaseEpoch: "-1" }),
  refusedReply("lease_check", { status: "'PROCESSING'" }),
  refusedReply("lease_check", { ...lease, status: "'PENDING'", leaseUntil: "NULL" }),
  refusedReply("lease_check", { ...lease, status: "'COMPLETED'" }),
  refusedInsert("Message", "lease_check", lease),
  refusedUpdate("Message", "lease_check", its.busyReply, { status: "'AWAITING_APPROVAL'" }),
  refusedUpdate("Message", "lease_check", its.waitingReply, { status: "'PROCESSING'" }),
  refusedInsert("ReplyEvent", "seq_check", { seq: "-1" }),
];

const secondReply = { ...aReply, conversationId: its.busy, replyToId: its.busyQuestion };

const rules: Case[] = [
  refusedInsert("Message", "one_active_reply", { ...secondReply, ...lease, status: "'PROCESSING'" }),
  refusedInsert("Message", "one_active_reply", { ...secondReply, status: "'PENDING'" }),
  refusedInsert("Message", "arrives", { conversationId: its.archived }),
  refusedReply("start", { status: "'AWAITING_APPROVAL'" }),
  refusedUpdate("Message", "states", its.busyReply, { status: "'PENDING'" }),
  refusedUpdate("Message", "epoch", its.busyReply, { leaseEpoch: "2" }),
  refusedUpdate("Message", "createdAt", its.busyReply, { createdAt: "'2000-01-01'" }),
  refusedUpdate("Message", "identity", its.busyReply, { userId: bob }),
  refusedUpdate("Message", "identity", its.busyReply, { id: fresh }),
  refusedUpdate("Message", "identity", its.busyReply, { conversationId: its.chat }),
  refusedUpdate("Message", "identity", its.busyReply, { seq: "9" }),
  refusedUpdate("Message", "identity", its.busyReply, { role: "'USER'" }),
  refusedUpdate("Message", "identity", its.busyReply, { replyToId: its.question }),
  refusedUpdate("Message", "identity", its.busyReply, { replacesId: its.question }),
  ...[its.question, its.reply].flatMap((message) => [
    refusedUpdate("Message", "final", message, { content: "'Something else'" }),
    refusedUpdate("Message", "final", message, { parts: "'[1]'" }),
    refusedUpdate("Message", "final", message, { metadata: `'{"a": 1}'` }),
    refusedUpdate("Message", "final", message, { status: "'ERROR'" }),
    refusedUpdate("Message", "final", message, { leaseEpoch: "9" }),
    refusedUpdate("Message", "final", message, lease),
    refusedUpdate("Message", "final", message, { stopRequestedAt: "now()" }),
  ]),
  refused(
    "Message_final",
    "a stopped reply goes on",
    update("Message", its.busyReply, { ...noLease, status: "'STOPPED'" }),
    update("Message", its.busyReply, { content: "'More'" }),
  ),
  refusedUpdate("ReplyEvent", "identity", its.busyReply, { payload: "'[1]'" }),
  refusedUpdate("ReplyEvent", "identity", its.busyReply, { userId: ada, createdAt: "'2000-01-01'" }),
];

export const messageCases: Case[] = [...conversationCases, ...references, ...limits, ...rules];
