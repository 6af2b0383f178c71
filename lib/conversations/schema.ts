import { z } from "zod";

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

/** What a person may change of a conversation; fields left out stay as they are. */
export const conversationPatchSchema = z
  .strictObject({
    title: z
      .string()
      .trim()
      .min(1, "Write a title, or send null to clear it.")
      .max(200, "A title has at most 200 characters.")
      .nullable(),
    pinned: z.boolean(),
    status: z.enum(["ACTIVE", "INACTIVE", "ARCHIVED"]),
  })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, "Name what to change: title, pinned or status.");
export type ConversationPatch = z.output<typeof conversationPatchSchema>;

const flag = z.enum(["true", "false"]).transform((word) => word === "true");

/** Without `archived`: those that aren't archived, or, in a search, all of them. */
export const conversationQuerySchema = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  text: z.string().trim().max(200).optional(),
  archived: flag.optional(),
});

export const messagesQuerySchema = z.strictObject({
  before: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(messageLimits.page),
  archived: flag.default(false),
});
