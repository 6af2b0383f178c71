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

const page = { cursor: z.string().max(500).optional(), limit: z.coerce.number().int().min(1).max(100) };

/** Those in use, or `archived` or `deleted` ones. */
export const conversationQuerySchema = z
  .strictObject({ ...page, limit: page.limit.default(30), archived: flag.default(false), deleted: flag.default(false) })
  .refine(({ archived, deleted }) => !(archived && deleted), "Ask for archived or for deleted ones, not for both.");

/** Some, wherever they stand; those that aren't there are left out. */
export const someQuerySchema = z.strictObject({
  ids: z
    .string()
    .transform((ids) => ids.split(","))
    .pipe(z.array(z.uuid()).max(20)),
});

export const searchQuerySchema = z.strictObject({
  ...page,
  limit: page.limit.default(20),
  text: z.string().trim().min(1, "Write what to look for.").max(200),
});

/** A bit of a text; `hit`: it is what was looked for. */
export type Piece = { text: string; hit: boolean };

export type Found = {
  conversation: Conversation;
  /** Empty for a conversation without a title. */
  title: Piece[];
  /** The newest message with the words, of `hits` in this conversation. */
  message: { id: string; role: MessageRole; hits: number; excerpt: Piece[]; createdAt: string } | null;
};

/** `isAlike`: nothing has the words themselves. */
export type FoundPage = { found: Found[]; nextCursor: string | null; isAlike: boolean };

export const messagesQuerySchema = z.strictObject({
  before: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(messageLimits.page),
  archived: flag.default(false),
});

export const exportQuerySchema = z.strictObject({ format: z.enum(["markdown", "json"]).default("markdown") });
