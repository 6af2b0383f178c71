import "server-only";
import type { Call } from "@/lib/activity/schema";
import type { SignedIn, UserId } from "@/lib/auth/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/live/bus";
import { callById, callsOfReply } from "@/lib/tools/calls";
import { decide } from "@/lib/tools/run";
import { todayOf } from "@/lib/tools/today";
import type { Today } from "@/lib/words/today";
import { Draft } from "./draft";
import { offeredModel } from "./models";
import { decidedOutcomes } from "./outcomes";
import { closed, type Parts, textOf, withChunk } from "./parts";
import { produce } from "./producer";
import { instance, run } from "./running";
import type { ReplyMetadata } from "./schema";
import type { Started } from "./start";
import { type Lease, repliesBefore, replyLog, takeWaiting } from "./store";

/**
 * The person's yes or no to one waiting call, from its card. Decided once; on yes the call runs with the recorded arguments.
 * When nothing else of its reply waits, the same reply goes on. Null for a call that no reply made.
 */
export async function decideApproval(
  user: SignedIn,
  callLogId: string,
  yes: boolean,
  today: Today = todayOf(user),
): Promise<(Started & { done: Promise<void> }) | null> {
  const asked = await callById(user.id, callLogId);
  const conversations = conversationsOf(user.id);
  const message = asked?.messageId ? await conversations.message(asked.messageId) : null;
  // Before anything is decided: a yes must not reach into a conversation that the person has deleted.
  if (asked?.messageId && !message) throw new AppError("not_found", "The conversation of this call is gone.");
  await decide(user.id, callLogId, yes, today);
  if (!message) return null;
  const { id: replyId, conversationId, seq, replyToId } = message;
  const started = { conversationId, replyId };
  const calls = await callsOfReply(user.id, replyId);
  if (calls.some(isOpen)) return { ...started, done: Promise.resolve() };
  const conversation = await conversations.get(conversationId);
  const lease = await takeWaiting(user.id, replyId, instance);
  if (!lease) return { ...started, done: Promise.resolve() };
  const parts = message.parts as Parts;
  const model = offeredModel(conversation?.model ?? user.settings.model);
  const before = await repliesBefore(user.id, { conversationId, messageId: replyId }, replyToId ?? "");
  const outcomes = decidedOutcomes(parts, calls);
  // Written by its producer, whose type it has.
  const spent = message.metadata as ReplyMetadata;
  const done = produce(run(lease), { user, today, model, seq, replyToId, ...before, parts, outcomes, spent });
  publish(user.id, { type: "reply", conversationId, messageId: replyId, state: "started" });
  return { ...started, done };
}

/** Says no to all that waits in a conversation, which is about to be deleted. */
export async function refuseWaiting(user: SignedIn, conversationId: string): Promise<void> {
  for (const { id, status } of await conversationsOf(user.id).unfinished(conversationId)) {
    if (status === "AWAITING_APPROVAL") await settleWaiting(user, id, false, todayOf(user));
  }
}

/**
 * Decides all that waits in a reply and ends it without another word of the model: for an answer that was typed (the next reply
 * speaks of it), and for an approval that ran out.
 */
export async function settleWaiting(user: SignedIn, replyId: string, yes: boolean, today: Today): Promise<void> {
  for (const call of await callsOfReply(user.id, replyId)) {
    // Someone else may decide at this moment, or the time may be over: either is a decision.
    if (call.status === "PENDING") await decide(user.id, call.id, yes, today).catch(unlessDecided);
  }
  await endWaiting(user.id, replyId);
}

/** Ends a waiting reply whose calls have all been decided, showing what came of them. */
export async function endWaiting(user: UserId, replyId: string): Promise<void> {
  const calls = await callsOfReply(user, replyId);
  if (calls.some(isOpen)) return;
  const lease = await takeWaiting(user, replyId, instance);
  if (lease) await endWith(lease, calls);
}

async function endWith(lease: Lease, calls: Call[]): Promise<void> {
  const running = run(lease);
  // From the log, which is there also while the conversation is deleted and may come back.
  const log = await replyLog(lease.user, lease, 0);
  const draft = new Draft(
    running,
    (log?.events ?? []).reduce<Parts>((sum, { chunk }) => withChunk(sum, chunk), []),
  );
  for (const chunk of decidedOutcomes(draft.parts, calls)) draft.emit(chunk);
  const parts = closed(draft.parts);
  const metadata = { status: "COMPLETED" as const };
  const last = { type: "finish" as const, messageMetadata: metadata };
  await running.end({ status: "COMPLETED", parts, content: textOf(parts), metadata }, [last]);
  const { user, conversationId, messageId } = lease;
  publish(user, { type: "reply", conversationId, messageId, state: "ended" });
}

/** A call that was approved this moment still runs: whoever approved it ends the reply, with what came of it. */
const isOpen = ({ status }: Call) => status === "PENDING" || status === "EXECUTING";

function unlessDecided(error: unknown): void {
  if (!(error instanceof AppError && error.code === "conflict")) throw error;
}
