export const messageLimits = { user: 10_000, reply: 10_000, active: 1_000, page: 50 } as const;

export type ConversationStatus = "ACTIVE" | "INACTIVE" | "ARCHIVED";
export type MessageRole = "USER" | "ASSISTANT";
export type MessageStatus = "PENDING" | "PROCESSING" | "AWAITING_APPROVAL" | "COMPLETED" | "STOPPED" | "ERROR";

export type Conversation = {
  id: string;
  title: string | null;
  status: ConversationStatus;
  model: string | null;
  pinnedAt: string | null;
  deletedAt: string | null;
  createdAt: string;
  updatedAt: string;
  /** The status of a reply that runs or waits for approval, or null: what the sidebar shows as a dot. */
  activity: "PENDING" | "PROCESSING" | "AWAITING_APPROVAL" | null;
};

/** A stored message. `parts` are AI SDK UI-message parts; the assistant's room knows their type. */
export type StoredMessage = {
  id: string;
  conversationId: string;
  seq: number;
  role: MessageRole;
  content: string;
  parts: unknown[];
  replyToId: string | null;
  replacesId: string | null;
  status: MessageStatus;
  metadata: Record<string, unknown>;
  archivedAt: string | null;
  createdAt: string;
};
