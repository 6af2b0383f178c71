import type { ChatMessage } from "@/lib/assistant/schema";
import type { MessageStatus, StoredMessage } from "@/lib/conversations/schema";

/** A message as the page holds it; a reply that was tried again names the one whose place it takes. */
export type Shown = ChatMessage & { replacesId?: string; isArchived?: true };

/** A stored message as the chat holds it. Its parts were written by the AI SDK's own shapes, so the type is the reader's claim. */
export function toChat(stored: StoredMessage): Shown {
  const parts = stored.parts as ChatMessage["parts"];
  return {
    id: stored.id,
    role: stored.role === "USER" ? "user" : "assistant",
    parts: parts.length > 0 ? parts : [{ type: "text", text: stored.content }],
    metadata: { ...stored.metadata, status: stored.status, createdAt: stored.createdAt },
    ...(stored.replacesId !== null && { replacesId: stored.replacesId }),
    ...(stored.archivedAt !== null && { isArchived: true }),
  };
}

export const isRunning = (status: MessageStatus | undefined) => status === "PENDING" || status === "PROCESSING";

/** The plain text of a message: what Copy copies. */
export const textOf = (message: ChatMessage) =>
  message.parts
    .flatMap((part, at) =>
      part.type === "text" && !saysEnd(message, at) && part.text.trim() ? [part.text.trim()] : [],
    )
    .join("\n\n");

/** Whether a part is not the reply's own, but what was put below one that the person stopped. */
export function saysEnd({ parts, metadata }: ChatMessage, at: number): boolean {
  const part = parts[at];
  const isLast = at === parts.length - 1;
  return isLast && metadata?.status === "STOPPED" && part?.type === "text" && part.text.startsWith("Stopped. ");
}

/** When a message was made: what the server stored, or, until that is read, the hour that its UUIDv7 carries. */
export const madeAt = ({ id, metadata }: ChatMessage): string =>
  metadata?.createdAt ?? new Date(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toISOString();
