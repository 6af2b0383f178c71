import "server-only";
import type { SignedIn } from "@/lib/auth/schema";
import type { StoredMessage } from "@/lib/conversations/schema";
import { AppError } from "@/lib/errors";
import { publish } from "@/lib/live/bus";
import type { Today } from "@/lib/words/today";
import { offeredModel } from "./models";
import { produce, type Work } from "./producer";
import { instance, run } from "./running";

export type Started = { conversationId: string; replyId: string };

type Stored = Pick<Work, "earlier" | "replaced" | "opening"> & {
  reply: StoredMessage;
  /** What the conversation chose. */
  model: string | null;
  today: Today;
};

/** Milliseconds. */
const announceAfter = 50;

/** Sets a producer to work on a reply that has just been stored with its first lease; no connection can stop it. */
export function begin(user: SignedIn, { reply, model, today, ...more }: Stored) {
  const { id: replyId, conversationId, seq, replyToId } = reply;
  const running = run({ user: user.id, messageId: replyId, conversationId, owner: instance, epoch: 1 });
  const offered = offeredModel(model ?? user.settings.model);
  const work = { user, today, model: offered, seq, replyToId, parts: [], outcomes: [], ...more };
  const done = produce(running, work);
  // Who looks on from elsewhere can wait until the model has been asked.
  setTimeout(() => {
    publish(user.id, { type: "conversation", conversationId });
    if (running.state === "running")
      publish(user.id, { type: "reply", conversationId, messageId: replyId, state: "started" });
  }, announceAfter);
  return { conversationId, replyId, done, model: offered };
}

export const archived = () =>
  new AppError("conflict", "This conversation is archived. Unarchive it to go on writing in it.");

export const stillAnswering = (reply: string) =>
  new AppError("conflict", "The assistant is still answering your last message. Wait for it, or stop it.", {
    details: { reply },
  });

export const repeatedId = () =>
  new AppError("conflict", "This message was sent before with another text. Send it as a new message.", {
    details: { status: 422 },
  });
