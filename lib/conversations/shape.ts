import type { Conversation, MessageStatus, StoredMessage } from "./schema";

type Moments<Thing, Name extends keyof Thing> = Omit<Thing, Name> & {
  [N in Name]: null extends Thing[N] ? Date | null : Date;
};

/** `latest` is the status of the conversation's newest message: while that reply isn't done, the conversation is busy. */
export type ConversationRow = Moments<
  Omit<Conversation, "activity">,
  "pinnedAt" | "deletedAt" | "createdAt" | "updatedAt"
> & { latest: MessageStatus | null };

export type MessageRow = Moments<Omit<StoredMessage, "parts" | "metadata">, "archivedAt" | "createdAt"> & {
  parts: unknown;
  metadata: unknown;
};

const iso = (moment: Date | null) => moment?.toISOString() ?? null;

const activities = { PENDING: "PENDING", PROCESSING: "PROCESSING", AWAITING_APPROVAL: "AWAITING_APPROVAL" } as const;
const activityOf = (status: MessageStatus | null): Conversation["activity"] =>
  status !== null && status in activities ? activities[status as keyof typeof activities] : null;

export function conversationFrom({ latest, ...row }: ConversationRow): Conversation {
  return {
    ...row,
    pinnedAt: iso(row.pinnedAt),
    deletedAt: iso(row.deletedAt),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    activity: activityOf(latest),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export function messageFrom(row: MessageRow): StoredMessage {
  return {
    id: row.id,
    conversationId: row.conversationId,
    seq: row.seq,
    role: row.role,
    content: row.content,
    parts: Array.isArray(row.parts) ? row.parts : [],
    replyToId: row.replyToId,
    replacesId: row.replacesId,
    status: row.status,
    metadata: isRecord(row.metadata) ? row.metadata : {},
    archivedAt: iso(row.archivedAt),
    createdAt: row.createdAt.toISOString(),
  };
}
