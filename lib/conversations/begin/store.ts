import "server-only";
import type { UserId } from "@/lib/auth/schema";
import { archiving, messageColumns } from "@/lib/conversations/messages/store";
import type { StoredMessage } from "@/lib/conversations/schema";
import { type MessageRow, messageFrom } from "@/lib/conversations/shape";
import { type Db, Prisma } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/refusal";
import { retried } from "@/lib/db/transaction";

type Beginning = {
  conversationId: string;
  /** Becomes the conversation's own; left out, it keeps the one it has. */
  model?: string;
  /** For a conversation that is new. */
  title: string;
  /** `replacesId`: the newest question of the conversation, which this one takes the place of. */
  question: { id: string; content: string; replacesId?: string | undefined };
  reply: { id: string; leaseOwner: string; leaseSeconds: number };
};

export type Begun = {
  isNew: boolean;
  model: string | null;
  question: Pick<StoredMessage, "seq">;
  reply: StoredMessage;
};

/**
 * Stores a question and its empty reply, with its first lease, in one statement; a conversation that isn't there is made,
 * one that was ended wakes. Null, and nothing stored, when anything stands in the way: the question is known, a reply runs
 * or waits, the conversation is archived or deleted, the question that is to be replaced isn't its newest, or somebody else came first.
 * What it was, `open` finds out.
 */
export const beginOf =
  (user: UserId, on: Db) =>
  async ({ conversationId, model, title, question, reply }: Beginning): Promise<Begun | null> => {
    const own = Prisma.sql`"userId" = ${user}::uuid AND "conversationId" = ${conversationId}::uuid`;
    const stillNewest =
      question.replacesId === undefined
        ? Prisma.empty
        : Prisma.sql`AND (
            SELECT "id" FROM "Message" WHERE ${own} AND "role" = 'USER' ORDER BY "seq" DESC LIMIT 1
          ) = ${question.replacesId}::uuid`;
    const parts = JSON.stringify([{ type: "text", text: question.content }]);
    // Everything is read as it was when the statement began, but the conversation's row as it is once we hold its lock.
    // That its counter hasn't moved in between says that no message came in between, so what was read still holds.
    const storing = () => on.$queryRaw<(MessageRow & { isNew: boolean; model: string | null })[]>`
      WITH known AS (
        SELECT "nextSeq" FROM "Conversation" WHERE "userId" = ${user}::uuid AND "id" = ${conversationId}::uuid
      ), taken AS (
        INSERT INTO "Conversation" AS c ("userId", "id", "title", "model", "nextSeq")
        SELECT ${user}::uuid, ${conversationId}::uuid, ${title}::text, ${model ?? null}::text, 3
        WHERE NOT EXISTS (SELECT FROM "Message" WHERE "userId" = ${user}::uuid AND "id" = ${question.id}::uuid)
          AND NOT EXISTS (SELECT FROM "Message" WHERE ${own} AND "status" IN ('PENDING', 'PROCESSING', 'AWAITING_APPROVAL'))
          ${stillNewest}
        ON CONFLICT ("userId", "id") DO UPDATE SET "nextSeq" = c."nextSeq" + 2, "status" = 'ACTIVE',
          "updatedAt" = clock_timestamp(), "model" = coalesce(excluded."model", c."model")
        WHERE c."nextSeq" = (SELECT "nextSeq" FROM known) AND c."deletedAt" IS NULL AND c."status" <> 'ARCHIVED'
        RETURNING c."nextSeq" - 1 AS "last", c."model", NOT EXISTS (SELECT FROM known) AS "isNew"
      ), archived AS (
        ${archiving(user, conversationId)}
      ), stored AS (
        INSERT INTO "Message" AS m ("seq", "userId", "conversationId", "id", "role", "status", "content", "parts", "replyToId",
          "replacesId", "leaseOwner", "leaseEpoch", "leaseUntil")
        SELECT "last" - 1, ${user}::uuid, ${conversationId}::uuid, ${question.id}::uuid, 'USER'::"MessageRole",
          'COMPLETED'::"MessageStatus", ${question.content}, ${parts}::jsonb, NULL::uuid,
          ${question.replacesId ?? null}::uuid, NULL::uuid, 0, NULL::timestamptz FROM taken
        UNION ALL
        SELECT "last", ${user}::uuid, ${conversationId}::uuid, ${reply.id}::uuid, 'ASSISTANT', 'PENDING', '', '[]',
          ${question.id}::uuid, NULL::uuid, ${reply.leaseOwner}::uuid, 1, clock_timestamp() + make_interval(secs => ${reply.leaseSeconds}) FROM taken
        RETURNING ${messageColumns}
      )
      SELECT ${messageColumns}, "model", "isNew" FROM taken, stored AS m ORDER BY "seq"`;
    const [asked, begun] = await retried(storing).catch(nothingIfTaken);
    if (!asked || !begun) return null;
    return { isNew: begun.isNew, model: begun.model, question: { seq: asked.seq }, reply: messageFrom(begun) };
  };

/** One message, sent to two conversations at once. A second reply beside one that runs can't get here, but may not pass. */
function nothingIfTaken(error: unknown): [] {
  if (["Message_pkey", "Message_one_active_reply"].some((index) => isUniqueViolation(error, index))) return [];
  throw error;
}
