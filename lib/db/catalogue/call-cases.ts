import { type Case, refused, refusedInsert, refusedUpdate } from "./cases";
import { bob, bobs, fresh, insert, its, nobody, type Row, update } from "./stage";

const links: Row = { conversationId: its.chat, messageId: its.reply };
const asked: Row = {
  userId: bob,
  id: fresh,
  source: "'API'",
  actorName: "'Somebody'",
  accessTokenId: its.token,
  callId: "'s9c9'",
  idempotencyKey: "'other'",
  toolName: "'delete_task'",
  parameters: `'{"numbers": [1]}'`,
  conversationId: its.busy,
  messageId: its.busyReply,
};
const expired = insert("ToolCallLog", { approvalExpiresAt: "clock_timestamp() - interval '1 second'" });

export const callCases: Case[] = [
  refusedInsert("ToolCallLog", "pkey", { id: its.doneCall }),
  refusedInsert("ToolCallLog", "userId_fkey", { userId: nobody }),
  refusedInsert("ToolCallLog", "userId_accessTokenId_fkey", { accessTokenId: bobs.token }),
  refusedInsert("ToolCallLog", "userId_conversationId_fkey", { conversationId: bobs.chat }),
  refusedInsert("ToolCallLog", "userId_messageId_fkey", { messageId: bobs.question }),
  refusedUpdate("ToolCallLog", "userId_undoneById_fkey", its.doneCall, { undoneById: bobs.call }),
  refusedInsert("ToolCallLog", "userId_messageId_callId_key", { ...links, callId: "'s1c0'" }),
  refusedInsert("ToolCallLog", "userId_idempotencyKey_key", { idempotencyKey: "'once'" }),

  refusedInsert("ToolCallLog", "actorName_check", { actorName: "''" }),
  refusedInsert("ToolCallLog", "actorName_check", { actorName: "repeat('a', 201)" }),
  refusedInsert("ToolCallLog", "callId_check", { callId: "''" }),
  refusedInsert("ToolCallLog", "callId_check", { callId: "repeat('a', 101)" }),
  refusedInsert("ToolCallLog", "idempotencyKey_check", { idempotencyKey: "''" }),
  refusedInsert("ToolCallLog", "idempotencyKey_check", { idempotencyKey: "repeat('a', 201)" }),
  refusedInsert("ToolCallLog", "toolName_check", { toolName: "'drop_tables'" }),
  refusedInsert("ToolCallLog", "toolName_check", { toolName: "repeat('a', 101)" }),
  refusedInsert("ToolCallLog", "parameters_check", { parameters: "'[]'" }),
  refusedInsert("ToolCallLog", "changes_check", { changes: "'{}'" }),
  refusedUpdate("ToolCallLog", "changes_check", its.runningCall, { changes: "'[1]'" }),
  refusedUpdate("ToolCallLog", "error_check", its.runningCall, { error: "'It did not work.'" }),
  refusedUpdate("ToolCallLog", "error_check", its.runningCall, { status: "'ERROR'", error: "repeat('a', 2001)" }),
  refusedUpdate("ToolCallLog", "reason_check", its.runningCall, { status: "'ERROR'" }),
  refusedUpdate("ToolCallLog", "undoneById_check", its.runningCall, { undoneById: its.doneCall }),
  refusedUpdate("ToolCallLog", "undoneById_check", its.doneCall, { undoneById: its.doneCall }),

  refusedInsert("ToolCallLog", "start", { status: "'SUCCESS'" }),
  refusedInsert("ToolCallLog", "start", { status: "'DENIED'" }),
  refusedUpdate("ToolCallLog", "states", its.pendingCall, { status: "'SUCCESS'" }),
  refusedInsert("ToolCallLog", "chat", { source: "'CHAT'" }),
  refusedInsert("ToolCallLog", "chat", { source: "'CHAT'", conversationId: its.chat }),
  refusedInsert("ToolCallLog", "chat", { source: "'CHAT'", messageId: its.reply }),
  refused(
    "ToolCallLog_approval",
    "a yes that came too late",
    expired,
    update("ToolCallLog", fresh, { status: "'EXECUTING'" }),
  ),

  refusedUpdate("ToolCallLog", "createdAt", its.doneCall, { createdAt: "'2000-01-01'" }),
  ...Object.entries(asked).map(([column, value]) =>
    refusedUpdate("ToolCallLog", "identity", its.pendingCall, { [column]: value }),
  ),
  refusedUpdate("ToolCallLog", "final", its.doneCall, { status: "'ERROR'" }),
  refusedUpdate("ToolCallLog", "final", its.doneCall, { result: "'[1]'" }),
  refusedUpdate("ToolCallLog", "final", its.doneCall, { changes: "'[1]'" }),
  refusedUpdate("ToolCallLog", "final", its.doneCall, { error: "'No'" }),
  refusedUpdate("ToolCallLog", "final", its.doneCall, { finishedAt: "now()" }),
  refusedUpdate("ToolCallLog", "final", its.doneCall, { startedAt: "now()" }),
  refusedUpdate("ToolCallLog", "final", its.doneCall, { decidedAt: "now()" }),
  refusedUpdate("ToolCallLog", "final", its.doneCall, { approvalExpiresAt: "now()" }),
];
