import "server-only";
import { v7 } from "uuid";
import type { SignedIn } from "@/lib/auth/schema";
import type { StoredMessage } from "@/lib/conversations/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { refuseWhileDraining } from "@/lib/drain";
import { AppError } from "@/lib/errors";
import { failpoint } from "@/lib/failpoint";
import type { Today } from "@/lib/words/today";
import { settleWaiting } from "./approvals";
import { decisionIn } from "./decision";
import { checkModel } from "./models";
import { nameByModel } from "./naming";
import type { ReplyRequest } from "./request";
import { instance } from "./running";
import { archived, begin, repeatedId, type Started, stillAnswering } from "./start";
import { inTransaction, isRepeatedId, leaseSeconds, type Tx } from "./store";
import { titleFrom } from "./title";

type Stored = Started & {
  /** Absent when the message had been sent before: its reply is under way or done. */
  fresh?: { reply: StoredMessage; model: string | null; isNew: boolean };
  /** A reply that waits for approval stands before this message: it has to be settled first. */
  waiting?: string;
};

/**
 * Stores the message and its empty reply in one transaction, and sets a producer to work that no connection can stop.
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
  const today: Today = { now: now ?? new Date(), timeZone: user.timeZone };
  const conversationId = request.conversationId ?? v7();
  let stored = await store(user, request, conversationId);
  if (stored.waiting) {
    await settleWaiting(user, stored.waiting, decisionIn(request.text), today);
    stored = await store(user, request, conversationId);
  }
  if (stored.waiting)
    throw new AppError("conflict", "A decision about this conversation is being carried out. Try again in a moment.");
  const { replyId, fresh } = stored;
  if (!fresh) return { conversationId: stored.conversationId, replyId, done: Promise.resolve() };
  failpoint("after-user-commit");
  const begun = begin(user, { ...fresh, today, earlier: [] });
  if (fresh.isNew)
    void begun.done.then(() => nameByModel(user.id, conversationId, request.text, { model: begun.model, today }));
  return begun;
}

async function store(user: SignedIn, request: ReplyRequest, conversationId: string): Promise<Stored> {
  const once = () => inTransaction((tx) => storeIn(tx, user, request, conversationId));
  try {
    return await once();
  } catch (error) {
    // Two sends of one message at the same moment, each with a conversation of its own: the second finds the first.
    if (!request.conversationId && isRepeatedId(error)) return await once();
    throw error;
  }
}

async function storeIn(tx: Tx, user: SignedIn, request: ReplyRequest, conversationId: string): Promise<Stored> {
  const conversations = conversationsOf(user.id, tx);
  // Locked before anything is looked up, or two equal sends could both find nothing.
  const conversation = await conversations.open(conversationId, { model: request.model });
  const known = await conversations.message(request.messageId);
  if (known) return sameReply(known, await conversations.replyTo(known), request);
  if (conversation.status === "ARCHIVED") throw archived();
  const [unfinished] = conversation.isNew ? [] : await conversations.unfinished(conversationId);
  if (unfinished?.status === "AWAITING_APPROVAL")
    return { conversationId, replyId: unfinished.id, waiting: unfinished.id };
  if (unfinished) throw stillAnswering(unfinished.id);
  await conversations.addQuestion({ id: request.messageId, conversationId, content: request.text });
  failpoint("before-lease");
  const reply = await conversations.addReply({
    id: v7(),
    conversationId,
    replyToId: request.messageId,
    leaseOwner: instance,
    leaseSeconds,
  });
  if (conversation.isNew) await conversations.nameFrom(conversationId, null, titleFrom(request.text));
  return { conversationId, replyId: reply.id, fresh: { reply, model: conversation.model, isNew: conversation.isNew } };
}

function sameReply(question: StoredMessage, reply: StoredMessage | null, request: ReplyRequest): Stored {
  const elsewhere = request.conversationId !== undefined && question.conversationId !== request.conversationId;
  if (question.role !== "USER" || question.content !== request.text || elsewhere || !reply) {
    throw repeatedId();
  }
  return { conversationId: question.conversationId, replyId: reply.id };
}
