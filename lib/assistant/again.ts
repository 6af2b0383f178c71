import "server-only";
import type { SignedIn } from "@/lib/auth/schema";
import type { StoredMessage } from "@/lib/conversations/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { refuseWhileDraining } from "@/lib/drain";
import { AppError } from "@/lib/errors";
import { todayOf } from "@/lib/tools/today";
import { checkBudget } from "./budget/budget";
import { checkModel } from "./models";
import type { AgainRequest } from "./request";
import { instance } from "./running";
import { archived, begin, type Started, stillAnswering } from "./start";
import { inTransaction, leaseSeconds, repliesBefore, type Tx } from "./store";

/**
 * A further reply to a question that has one: "continue" goes on where the newest reply broke off, "again" takes its place. What was
 * committed by an earlier reply to that question is not done again. The same `replyId` again gives the same reply.
 */
export async function again(
  user: SignedIn,
  conversationId: string,
  request: AgainRequest,
  now?: Date,
): Promise<Started & { done: Promise<void> }> {
  refuseWhileDraining();
  if (request.model !== undefined) checkModel(request.model);
  const today = todayOf(user, now);
  await checkBudget(user, { conversationId, messageId: request.replyId, model: request.model });
  const { reply, model, isNew } = await inTransaction((tx) => storeIn(tx, user, conversationId, request));
  if (!isNew) return { conversationId, replyId: reply.id, done: Promise.resolve() };
  const before = await repliesBefore(user.id, { conversationId, messageId: reply.id }, reply.replyToId ?? "");
  return begin(user, { reply, model, today, ...before });
}

type Stored = { reply: StoredMessage; model: string | null; isNew: boolean };

async function storeIn(tx: Tx, user: SignedIn, conversationId: string, request: AgainRequest): Promise<Stored> {
  const { replyId, repeats, how, model } = request;
  const conversations = conversationsOf(user.id, tx);
  // Locked before anything is looked up, or two equal requests could both find nothing.
  const conversation = await conversations.open(conversationId, { model });
  if (conversation.isNew) throw gone();
  const [known, old] = [await conversations.message(replyId), await conversations.message(repeats)];
  if (old?.role !== "ASSISTANT" || old.conversationId !== conversationId || old.replyToId === null) throw gone();
  if (known) {
    if (known.replyToId === old.replyToId) return { reply: known, model: null, isNew: false };
    throw new AppError("conflict", "This id belongs to another message. Ask again under a new one.", {
      details: { status: 422 },
    });
  }
  if (conversation.status === "ARCHIVED") throw archived();
  const [unfinished] = await conversations.unfinished(conversationId);
  if (unfinished?.status === "AWAITING_APPROVAL")
    throw new AppError("conflict", "That reply waits for your yes or no. Decide first.");
  if (unfinished) throw stillAnswering(unfinished.id);
  const { messages } = await conversations.messages(conversationId, { limit: 1 });
  if (messages.at(-1)?.id !== old.id)
    throw new AppError("conflict", "The conversation has gone on since then. Only its newest reply can be repeated.");
  if (how === "continue" && old.status === "COMPLETED")
    throw new AppError("conflict", "That reply is complete: there is nothing to go on with. Ask for more instead.");
  const reply = await conversations.addReply({
    id: replyId,
    conversationId,
    replyToId: old.replyToId,
    ...(how === "again" && { replacesId: old.id }),
    leaseOwner: instance,
    leaseSeconds,
  });
  return { reply, model: conversation.model, isNew: true };
}

const gone = () => new AppError("not_found", "There is no such reply.");
