import "server-only";
import type { UIMessageChunk } from "ai";
import type { Call } from "@/lib/activity/schema";
import type { SignedIn, UserId } from "@/lib/auth/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/live/bus";
import { callsOfReply } from "@/lib/tools/calls";
import { decide } from "@/lib/tools/run";
import type { Today } from "@/lib/words/today";
import { offeredModel } from "./models";
import { closed, type Parts, textOf, withChunk } from "./parts";
import { produce } from "./producer";
import type { Started } from "./reply";
import { instance, run } from "./running";
import { type Lease, takeWaiting } from "./store";

/**
 * The person's yes or no to one waiting call, from its card. Decided once; on yes the call runs with the recorded arguments.
 * When nothing else of its reply waits, the same reply goes on. Null for a call that no reply made.
 */
export async function decideApproval(
  user: SignedIn,
  callLogId: string,
  yes: boolean,
  today: Today = { now: new Date(), timeZone: user.timeZone },
): Promise<(Started & { done: Promise<void> }) | null> {
  const { call } = await decide(user.id, callLogId, yes, today);
  if (!call.messageId || !call.conversationId) return null;
  const { conversationId, messageId: replyId } = call;
  const calls = await callsOfReply(user.id, replyId);
  if (calls.some(({ status }) => status === "PENDING")) return { conversationId, replyId, done: Promise.resolve() };
  const lease = await takeWaiting(user.id, replyId, instance);
  if (!lease) return { conversationId, replyId, done: Promise.resolve() };
  const running = run(lease);
  const message = await conversationsOf(user.id).message(replyId);
  if (!message) throw new AppError("not_found", "The conversation of this call is gone.");
  const conversation = await conversationsOf(user.id).get(conversationId);
  const done = produce(running, {
    user,
    today,
    model: offeredModel(conversation?.model ?? user.settings.model),
    seq: message.seq,
    parts: message.parts as Parts,
    outcomes: outcomesOf(message.parts as Parts, calls),
  });
  publish(user.id, { type: "reply", conversationId, messageId: replyId, state: "started" });
  return { conversationId, replyId, done };
}

/**
 * Decides all that waits in a reply and ends it without another word of the model: for an answer that was typed (the next reply
 * speaks of it), and for an approval that ran out.
 */
export async function settleWaiting(
  user: Pick<SignedIn, "id">,
  replyId: string,
  yes: boolean,
  today: Today,
): Promise<void> {
  for (const call of await callsOfReply(user.id, replyId)) {
    // Someone else may decide at this moment, or the time may be over: either is a decision.
    if (call.status === "PENDING") await decide(user.id, call.id, yes, today).catch(unlessDecided);
  }
  await endWaiting(user.id, replyId);
}

/** Ends a waiting reply whose calls have all been decided, showing what came of them. */
export async function endWaiting(user: UserId, replyId: string): Promise<void> {
  const calls = await callsOfReply(user, replyId);
  if (calls.some(({ status }) => status === "PENDING")) return;
  const lease = await takeWaiting(user, replyId, instance);
  if (lease) await endWith(lease, calls);
}

async function endWith(lease: Lease, calls: Call[]): Promise<void> {
  const message = await conversationsOf(lease.user).message(lease.messageId);
  if (!message) return;
  const running = run(lease);
  let parts = message.parts as Parts;
  for (const chunk of outcomesOf(parts, calls)) {
    parts = withChunk(parts, chunk);
    running.emit(chunk);
  }
  const metadata = { status: "COMPLETED" as const };
  await running.end({ status: "COMPLETED", parts: closed(parts), content: textOf(parts), metadata }, [
    { type: "finish", messageMetadata: metadata },
  ]);
  publish(lease.user, {
    type: "reply",
    conversationId: lease.conversationId,
    messageId: lease.messageId,
    state: "ended",
  });
}

/** For each call of these parts that waited: what the record says became of it. */
function outcomesOf(parts: Parts, calls: Call[]): UIMessageChunk[] {
  return parts.flatMap((part): UIMessageChunk[] => {
    if (!("toolCallId" in part) || part.state !== "approval-requested") return [];
    const { toolCallId } = part;
    const call = calls.find(({ callId }) => callId === toolCallId);
    if (call?.status === "SUCCESS") return [{ type: "tool-output-available", toolCallId, output: call.result }];
    if (call?.status === "DENIED") return [{ type: "tool-output-denied", toolCallId }];
    return [
      { type: "tool-output-error", toolCallId, errorText: call?.error ?? "That did not work; nothing was changed." },
    ];
  });
}

function unlessDecided(error: unknown): void {
  if (!(error instanceof AppError && error.code === "conflict")) throw error;
}
