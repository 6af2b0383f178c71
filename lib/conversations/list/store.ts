import "server-only";
import type { UserId } from "@/lib/auth/schema";
import { cursorAfter, placeOf } from "@/lib/conversations/cursor";
import type { Conversation } from "@/lib/conversations/schema";
import { type ConversationRow, conversationFrom } from "@/lib/conversations/shape";
import { type Db, Prisma } from "@/lib/db/client";

export type ConversationPage = { conversations: Conversation[]; nextCursor: string | null };
type ListOptions = { cursor?: string; limit?: number; archived?: boolean };

export const conversationColumns = Prisma.sql`c."id", c."title", c."status", c."model", c."pinnedAt", c."deletedAt", c."createdAt", c."updatedAt"`;
/** Word for word as in the indexes Conversation_list and Conversation_archived. */
const order = Prisma.sql`ORDER BY (c."pinnedAt" IS NOT NULL) DESC, c."updatedAt" DESC, c."id" DESC`;
const binOrder = Prisma.sql`ORDER BY c."deletedAt" DESC, c."id" DESC`;

/** The status of the newest message of what is called c, to be joined to it. */
export const latestOf = (user: UserId) => Prisma.sql`LEFT JOIN LATERAL (
    SELECT "status" FROM "Message"
    WHERE "userId" = ${user}::uuid AND "conversationId" = c."id" ORDER BY "seq" DESC LIMIT 1
  ) latest ON true`;

/** The lists of one person; reached through `conversationsOf`. */
export const listsOf = (user: UserId, on: Db) => {
  // The page is cut out first, or the newest message would be looked up for every conversation there is.
  const select = (where: Prisma.Sql, limit: number, by = order) => on.$queryRaw<ConversationRow[]>`
    SELECT ${conversationColumns}, latest."status" AS "latest"
    FROM (SELECT ${conversationColumns} FROM "Conversation" c WHERE c."userId" = ${user}::uuid AND ${where} ${by} LIMIT ${limit}) c
    ${latestOf(user)} ${by}`;

  return {
    async get(id: string): Promise<Conversation | null> {
      const [row] = await select(Prisma.sql`c."id" = ${id}::uuid AND c."deletedAt" IS NULL`, 1);
      return row ? conversationFrom(row) : null;
    },

    /** Those of these that are there, in the order of the list. */
    async some(ids: string[]): Promise<Conversation[]> {
      const rows = await select(Prisma.sql`c."id" = ANY (${ids}::uuid[]) AND c."deletedAt" IS NULL`, ids.length);
      return rows.map(conversationFrom);
    },

    /** Pinned ones first, then by last activity; those in the archive apart. */
    async list({ cursor, limit = 30, archived = false }: ListOptions = {}): Promise<ConversationPage> {
      const place = cursor === undefined ? null : placeOf(cursor);
      const conditions = [
        Prisma.sql`c."deletedAt" IS NULL`,
        archived ? Prisma.sql`c."status" = 'ARCHIVED'` : Prisma.sql`c."status" <> 'ARCHIVED'`,
        place
          ? Prisma.sql`(c."pinnedAt" IS NOT NULL, c."updatedAt", c."id") < (${place.isFirst}, ${place.moment}, ${place.id}::uuid)`
          : Prisma.sql`true`,
      ];
      const rows = await select(Prisma.join(conditions, " AND "), limit + 1);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const isMore = last && rows.length > limit;
      return {
        conversations: page.map(conversationFrom),
        nextCursor: isMore
          ? cursorAfter({ isFirst: last.pinnedAt !== null, moment: last.updatedAt, id: last.id })
          : null,
      };
    },

    /** What was deleted and can still be brought back, the last one first. */
    async deleted({ cursor, limit = 30 }: Omit<ListOptions, "archived"> = {}): Promise<ConversationPage> {
      const place = cursor === undefined ? null : placeOf(cursor);
      const from = place
        ? Prisma.sql`(c."deletedAt", c."id") < (${place.moment}, ${place.id}::uuid)`
        : Prisma.sql`true`;
      const rows = await select(Prisma.sql`c."deletedAt" IS NOT NULL AND ${from}`, limit + 1, binOrder);
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const moment = rows.length > limit ? last?.deletedAt : null;
      return {
        conversations: page.map(conversationFrom),
        nextCursor: last && moment ? cursorAfter({ isFirst: false, moment, id: last.id }) : null,
      };
    },

    /** Where a reply is written, or waits for the person's yes: few, wherever they stand in the list. */
    async underWay(): Promise<Conversation[]> {
      const rows = await select(
        Prisma.sql`c."deletedAt" IS NULL AND c."status" <> 'ARCHIVED' AND c."id" = ANY (ARRAY(
          SELECT DISTINCT "conversationId" FROM "Message"
          WHERE "userId" = ${user}::uuid AND "status" IN ('PENDING', 'PROCESSING', 'AWAITING_APPROVAL')))`,
        20,
      );
      return rows.map(conversationFrom);
    },
  };
};
