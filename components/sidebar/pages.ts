import type { Conversation } from "@/lib/conversations/schema";

export type ConversationPage = { conversations: Conversation[]; nextCursor: string | null };
export type View = "current" | "archived" | "deleted";

/** The server's order: pinned ones on top, then by last activity; what was deleted by when. */
export function precedes(a: Conversation, b: Conversation): boolean {
  if (a.deletedAt !== null && b.deletedAt !== null) return `${a.deletedAt} ${a.id}` > `${b.deletedAt} ${b.id}`;
  const isPinned = a.pinnedAt !== null;
  if (isPinned !== (b.pinnedAt !== null)) return isPinned;
  return a.updatedAt === b.updatedAt ? a.id > b.id : a.updatedAt > b.updatedAt;
}

export const viewOf = ({ status, deletedAt }: Conversation): View =>
  deletedAt !== null ? "deleted" : status === "ARCHIVED" ? "archived" : "current";

export function without(page: ConversationPage, id: string): ConversationPage {
  return { ...page, conversations: page.conversations.filter((one) => one.id !== id) };
}

/** A conversation as it is now, where it belongs; below what has been unrolled it is left to the pages to come. */
export function placed(page: ConversationPage, conversation: Conversation): ConversationPage {
  const others = without(page, conversation.id).conversations;
  const at = others.findIndex((other) => precedes(conversation, other));
  if (at < 0 && page.nextCursor !== null) return { ...page, conversations: others };
  return { ...page, conversations: others.toSpliced(at < 0 ? others.length : at, 0, conversation) };
}

/** The next page below what is shown. What has moved up meanwhile stands there already. */
export function appended(page: ConversationPage, more: ConversationPage): ConversationPage {
  const known = new Set(page.conversations.map(({ id }) => id));
  return {
    conversations: [...page.conversations, ...more.conversations.filter(({ id }) => !known.has(id))],
    nextCursor: more.nextCursor,
  };
}

/** The first page anew, over what is shown; what was unrolled below its end stays. */
export function renewed(page: ConversationPage, fresh: ConversationPage): ConversationPage {
  const end = fresh.conversations.at(-1);
  if (fresh.nextCursor === null || !end) return fresh;
  const known = new Set(fresh.conversations.map(({ id }) => id));
  const below = page.conversations.filter((one) => !known.has(one.id) && precedes(end, one));
  if (below.length === 0) return fresh;
  return { conversations: [...fresh.conversations, ...below], nextCursor: page.nextCursor };
}
