import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { v7 } from "uuid";
import type { SignedIn } from "@/lib/auth/schema";
import type { StoredMessage } from "@/lib/conversations/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { refuseWhileDraining } from "@/lib/drain";
import { AppError } from "@/lib/errors";
import { failpoint } from "@/lib/failpoint";
import { publish } from "@/lib/live/bus";
import { log } from "@/lib/log";
import { todayOf } from "@/lib/tools/today";
import { settleWaiting } from "./approvals";
import { checkBudget } from "./budget/budget";
import { decisionIn } from "./decision";
import { checkModel } from "./models";
import { nameByModel } from "./naming";
import type { ReplyRequest } from "./request";
import { instance } from "./running";
import { archived, begin, repeatedId, type Started, stillAnswering } from "./start";
import { leaseSeconds, nothingBefore, repliesBefore } from "./store";
import { titleFrom } from "./title";

/**
 * Stores the message and its empty reply in one statement, and sets a producer to work that no connection can stop.
 * A message that replaces the newest question takes its place, and the replies to that one stay with it.
 * The same message again gives the same reply; its id with another text is refused with 422, and a reply that still runs with 409.
 * `now` is the clock by which words are read; the product leaves it out.
 */
export async function reply(
  user: SignedIn,
  request: ReplyRequest,
  now?: Date,
): Promise<Started & { done: Promise<void> }> {
  refuseWhileDraining();
  if (request.model !== undefined) checkModel(request.model);
  const today = todayOf(user, now);
  const { messageId, replacesId, text, model, conversationId = v7() } = request;
  await checkBudget(user, { conversationId, messageId, model });
  for (let attempt = 1; attempt <= attempts; attempt++) {
    failpoint("before-lease");
    const stored = await conversationsOf(user.id).begin({
      conversationId,
      ...(model !== undefined && { model }),
      title: titleFrom(text),
      question: { id: messageId, content: text, replacesId },
      reply: { id: v7(), leaseOwner: instance, leaseSeconds },
    });
    if (stored) {
      failpoint("after-user-commit");
      const { id: replyId } = stored.reply;
      const before = replacesId
        ? await repliesBefore(user.id, { conversationId, messageId: replyId }, messageId)
        : nothingBefore;
      const begun = begin(user, { ...stored, today, ...before, ...(stored.isNew && { opening: text }) });
      const name = () => nameByModel(user.id, conversationId, text, { model: begun.model, today });
      if (stored.isNew) void begun.done.then(name);
      if (replacesId)
        void begun.done.then(async () => (await rename(user, conversationId, replacesId, text)) && (await name()));
      return begun;
    }
    const obstacle = await obstacleTo(user, request, conversationId);
    if (obstacle?.is === "known") return { ...obstacle.started, done: Promise.resolve() };
    if (!obstacle) continue;
    // A message that is written anew answers nothing that its earlier wording led to.
    await settleWaiting(user, obstacle.replyId, replacesId === undefined && decisionIn(text), today);
    await sleep(attempt * attempt * decisionTakes);
  }
  throw new AppError("conflict", "A decision about this conversation is being carried out. Try again in a moment.");
}

/** What stands in the way may be gone, or have been settled, by the next attempt. */
const attempts = 4;
/** Milliseconds: a call that somebody has approved at this moment needs that long. */
const decisionTakes = 20;

type Obstacle = { is: "known"; started: Started } | { is: "waiting"; replyId: string };

/** Why a message can't be stored: it was before, or a reply waits for approval, which has to be settled first. Whatever else it is, is thrown. */
async function obstacleTo(user: SignedIn, request: ReplyRequest, conversationId: string): Promise<Obstacle | null> {
  const conversations = conversationsOf(user.id);
  const [known, conversation, [unfinished], newest] = await Promise.all([
    conversations.message(request.messageId),
    conversations.get(conversationId),
    conversations.unfinished(conversationId),
    conversations.newestQuestion(conversationId),
  ]);
  if (known) return { is: "known", started: sameReply(known, await conversations.replyTo(known), request) };
  if (!conversation) throw new AppError("not_found", "This conversation was deleted. Start a new one.");
  if (conversation.status === "ARCHIVED") throw archived();
  if (request.replacesId !== undefined && request.replacesId !== newest?.id)
    throw await notReplaceable(user, conversationId, request.replacesId);
  if (unfinished?.status === "AWAITING_APPROVAL") return { is: "waiting", replyId: unfinished.id };
  if (unfinished) throw stillAnswering(unfinished.id);
  return null;
}

function sameReply(question: StoredMessage, reply: StoredMessage | null, request: ReplyRequest): Started {
  const elsewhere = request.conversationId !== undefined && question.conversationId !== request.conversationId;
  const isOther = question.content !== request.text || question.replacesId !== (request.replacesId ?? null);
  if (question.role !== "USER" || isOther || elsewhere || !reply) throw repeatedId();
  return { conversationId: question.conversationId, replyId: reply.id };
}

async function notReplaceable(user: SignedIn, conversationId: string, id: string): Promise<AppError> {
  const message = await conversationsOf(user.id).message(id);
  return message?.role === "USER" && message.conversationId === conversationId
    ? new AppError("conflict", "The conversation has gone on since then. Only your newest message can be edited.")
    : new AppError("not_found", "There is no such message to edit.");
}

/** A conversation that is called by its first message goes by that one's new words. */
async function rename(user: SignedIn, conversationId: string, replacesId: string, text: string): Promise<boolean> {
  const conversations = conversationsOf(user.id);
  try {
    const old = await conversations.message(replacesId);
    if (!old || (old.seq > 1 && old.replacesId === null)) return false;
    const changed = await conversations.nameFrom(conversationId, titleFrom(old.content), titleFrom(text));
    if (changed) publish(user.id, { type: "conversation", conversationId });
    return changed;
  } catch (error) {
    log.info({ error, conversation: conversationId }, "The conversation keeps the name of its first message");
    return false;
  }
}
