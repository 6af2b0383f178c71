import type { StoredMessage } from "./schema";

/** What a message costs when it goes to a model: its text or, for a reply, its parts with the tools' inputs and outputs. */
export const sizeOf = (message: StoredMessage): number =>
  message.role === "USER"
    ? message.content.length
    : Math.max(message.content.length, message.parts.length > 0 ? JSON.stringify(message.parts).length : 0);

/**
 * The newest turns, each a question with its replies, that fit into `maxCharacters` together; oldest first.
 * Replies whose question is not among the messages (it was edited, or archived) are left out.
 */
export function wholeTurns(messages: StoredMessage[], maxCharacters: number): StoredMessage[] {
  const turns = new Map<string, StoredMessage[]>();
  const ascending = messages.toSorted((a, b) => a.seq - b.seq);
  for (const message of ascending) {
    if (message.replyToId === null) turns.set(message.id, [message]);
    else turns.get(message.replyToId)?.push(message);
  }
  const kept: StoredMessage[][] = [];
  let left = maxCharacters;
  for (const turn of [...turns.values()].toReversed()) {
    left -= turn.reduce((sum, message) => sum + sizeOf(message), 0);
    if (left < 0) break;
    kept.unshift(turn);
  }
  return kept.flat();
}
