import "server-only";
import type { UserId } from "@/lib/auth/schema";
import { messageLimits, type StoredMessage } from "@/lib/conversations/schema";
import { type MessageRow, messageFrom } from "@/lib/conversations/shape";
import { sizeOf, wholeTurns } from "@/lib/conversations/turns";
import { type Db, Prisma } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

type NewQuestion = { id: string; conversationId: string; content: string; replacesId?: string };
type NewReply = {
  id: string;
  conversationId: string;
  replyToId: string;
  replacesId?: string;
  /** Names the process that writes the reply. */
  leaseOwner: string;
  leaseSeconds: number;
};

export const messageColumns = Prisma.sql`m."id", m."conversationId", m."seq", m."role", m."content", m."parts", m."replyToId", m."replacesId",
  m."status", m."metadata", m."archivedAt", m."createdAt"`;

/** Nearly every history fits into the first page, whose rows cost less than asking a second time; one of short words takes both. */
const historyPages = [200, 1_000] as const;

/**
 * Archives what is beyond the newest thousand, when "taken" has given the number "last". It goes along with each message,
 * so a short look back finds all there is, however long the conversation.
 */
export const archiving = (user: UserId, conversationId: string) => Prisma.sql`
  UPDATE "Message" SET "archivedAt" = clock_timestamp()
  WHERE "userId" = ${user}::uuid AND "conversationId" = ${conversationId}::uuid AND "archivedAt" IS NULL
    AND "seq" <= (SELECT "last" FROM taken) - ${messageLimits.active}
    AND "seq" > (SELECT "last" FROM taken) - ${messageLimits.active + lookBack}`;

const lookBack = 20;

/** The messages of one person; reached through `conversationsOf`. */
export const messagesOf = (user: UserId, on: Db) => {
  const own = (conversationId: string) =>
    Prisma.sql`m."userId" = ${user}::uuid AND m."conversationId" = ${conversationId}::uuid`;

  const select = async (where: Prisma.Sql, limit: number): Promise<StoredMessage[]> => {
    const rows = await on.$queryRaw<MessageRow[]>`
      SELECT ${messageColumns} FROM "Message" m WHERE ${where} ORDER BY m."seq" DESC LIMIT ${limit}`;
    return rows.map(messageFrom);
  };

  // The number says again what archivedAt says, so that a search for one more of them doesn't walk through all that are archived.
  const active = (conversationId: string) => Prisma.sql`m."archivedAt" IS NULL AND m."seq" >= (
    SELECT c."nextSeq" - ${messageLimits.active} FROM "Conversation" c
    WHERE c."userId" = ${user}::uuid AND c."id" = ${conversationId}::uuid)`;

  const kept = Prisma.sql`EXISTS (SELECT FROM "Conversation" c
    WHERE c."userId" = m."userId" AND c."id" = m."conversationId" AND c."deletedAt" IS NULL)`;

  /**
   * Takes the next number of the conversation, wakes it, archives what is beyond the newest thousand and inserts: one
   * statement, so that no number is ever taken without its message.
   */
  async function append(conversationId: string, names: Prisma.Sql, values: Prisma.Sql): Promise<StoredMessage> {
    const [row] = await on.$queryRaw<MessageRow[]>`
      WITH taken AS (
        UPDATE "Conversation" SET "nextSeq" = "nextSeq" + 1, "status" = 'ACTIVE', "updatedAt" = clock_timestamp()
        WHERE "userId" = ${user}::uuid AND "id" = ${conversationId}::uuid AND "deletedAt" IS NULL AND "status" <> 'ARCHIVED'
        RETURNING "nextSeq" - 1 AS "last"
      ), archived AS (
        ${archiving(user, conversationId)}
      )
      INSERT INTO "Message" AS m ("userId", "conversationId", "seq", ${names})
      SELECT ${user}::uuid, ${conversationId}::uuid, "last", ${values} FROM taken
      RETURNING ${messageColumns}`;
    if (!row) throw await refusal(conversationId);
    return messageFrom(row);
  }

  async function refusal(conversationId: string): Promise<AppError> {
    const there = await on.conversation.count({ where: { userId: user, id: conversationId, deletedAt: null } });
    return there
      ? new AppError("conflict", "This conversation is archived. Unarchive it to go on.")
      : new AppError("not_found", "There is no such conversation.");
  }

  return {
    /** The newest messages before `before`, ascending. Archived ones only when asked for. */
    async messages(
      conversationId: string,
      {
        before,
        limit = messageLimits.page,
        archived = false,
      }: { before?: number; limit?: number; archived?: boolean } = {},
    ): Promise<{ messages: StoredMessage[]; more: boolean }> {
      const where = [own(conversationId), kept];
      if (before !== undefined) where.push(Prisma.sql`m."seq" < ${before}`);
      if (!archived) where.push(active(conversationId));
      const rows = await select(Prisma.join(where, " AND "), limit + 1);
      return { messages: rows.slice(0, limit).toReversed(), more: rows.length > limit };
    },

    async message(id: string): Promise<StoredMessage | null> {
      const [message] = await select(Prisma.sql`m."userId" = ${user}::uuid AND m."id" = ${id}::uuid AND ${kept}`, 1);
      return message ?? null;
    },

    /** The newest reply to a question. */
    async replyTo(question: StoredMessage): Promise<StoredMessage | null> {
      const where = Prisma.sql`${own(question.conversationId)} AND m."replyToId" = ${question.id}::uuid`;
      const [reply] = await select(where, 1);
      return reply ?? null;
    },

    /** The question that was asked last; what it replaces was asked before it. */
    async newestQuestion(conversationId: string): Promise<StoredMessage | null> {
      const where = Prisma.sql`${own(conversationId)} AND m."role" = 'USER' AND ${kept}`;
      const [question] = await select(where, 1);
      return question ?? null;
    },

    /** Replies that run (at most one) or wait for the person's approval; newest first. */
    async unfinished(conversationId: string): Promise<StoredMessage[]> {
      const where = Prisma.sql`${own(conversationId)} AND m."status" IN ('PENDING', 'PROCESSING', 'AWAITING_APPROVAL')`;
      return await select(where, 20);
    },

    /**
     * What a model is shown of the conversation: the newest whole turns before `beforeSeq` within `maxCharacters`, oldest
     * first. Archived messages and those that another one replaces stay out.
     */
    async history(
      conversationId: string,
      { beforeSeq, maxCharacters }: { beforeSeq: number; maxCharacters: number },
    ): Promise<StoredMessage[]> {
      const loaded: StoredMessage[] = [];
      let size = 0;
      for (const page of historyPages) {
        const rows = await select(
          Prisma.sql`${own(conversationId)} AND m."seq" < ${loaded.at(-1)?.seq ?? beforeSeq} AND ${active(conversationId)}
            AND NOT EXISTS (SELECT FROM "Message" r WHERE r."userId" = m."userId"
              AND r."conversationId" = m."conversationId" AND r."replacesId" = m."id")`,
          page,
        );
        loaded.push(...rows);
        size += rows.reduce((sum, message) => sum + sizeOf(message), 0);
        if (rows.length < page || size > maxCharacters) break;
      }
      return wholeTurns(loaded, maxCharacters);
    },

    addQuestion({ id, conversationId, content, replacesId }: NewQuestion): Promise<StoredMessage> {
      const parts = JSON.stringify([{ type: "text", text: content }]);
      return append(
        conversationId,
        Prisma.sql`"id", "role", "status", "content", "parts", "replacesId"`,
        Prisma.sql`${id}::uuid, 'USER'::"MessageRole", 'COMPLETED'::"MessageStatus", ${content}, ${parts}::jsonb, ${replacesId ?? null}::uuid`,
      );
    },

    /** An empty reply, PENDING, with its first lease on the database's clock. */
    async addReply(reply: NewReply): Promise<StoredMessage & { leaseEpoch: number }> {
      const message = await append(
        reply.conversationId,
        Prisma.sql`"id", "role", "status", "replyToId", "replacesId", "leaseOwner", "leaseEpoch", "leaseUntil"`,
        Prisma.sql`${reply.id}::uuid, 'ASSISTANT'::"MessageRole", 'PENDING'::"MessageStatus", ${reply.replyToId}::uuid,
          ${reply.replacesId ?? null}::uuid, ${reply.leaseOwner}::uuid, 1, clock_timestamp() + make_interval(secs => ${reply.leaseSeconds})`,
      );
      return { ...message, leaseEpoch: 1 };
    },
  };
};
