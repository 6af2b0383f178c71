import "server-only";
import type { UserId } from "@/lib/auth/schema";
import { cursorAfter, placeOf } from "@/lib/conversations/cursor";
import { conversationColumns, latestOf } from "@/lib/conversations/list/store";
import type { Found, FoundPage, MessageRole } from "@/lib/conversations/schema";
import { type ConversationRow, conversationFrom } from "@/lib/conversations/shape";
import { type Db, Prisma } from "@/lib/db/client";
import { containing, isTelling, queryFor, type Wanted, wantedIn } from "@/lib/wanted";
import { excerptOf, markedTitle } from "./excerpt";

type FoundRow = ConversationRow & {
  inTitle: boolean;
  hits: number | null;
  messageId: string | null;
  role: MessageRole | null;
  content: string | null;
  writtenAt: Date | null;
};
type Asked = { text: string; cursor?: string; limit?: number };

/** Fewer letters have no trigram to look for them by; they are found at the beginning of a word. */
const partFrom = 3;
const mostAlike = 10;

/** The search of one person; reached through `conversationsOf`. */
export const searchOf = (user: UserId, on: Db) => {
  /**
   * Conversations with the words in their title, then those with the words in one message; the last used first, archived ones
   * too. Of the messages the newest is shown. Where nothing has the words: titles that are written alike.
   */
  async function search({ text, cursor, limit = 20 }: Asked): Promise<FoundPage> {
    const wanted = wantedIn(text);
    const place = cursor === undefined ? null : placeOf(cursor);
    const from = place
      ? Prisma.sql`(n."id" IS NOT NULL, c."updatedAt", c."id") < (${place.isFirst}, ${place.moment}, ${place.id}::uuid)`
      : Prisma.sql`true`;
    // Messages are counted per conversation before anything else is known of them: a word may stand in a hundred thousand.
    const rows = await on.$queryRaw<FoundRow[]>`
      WITH said AS MATERIALIZED (
        SELECT m."conversationId" AS "id", max(m."seq") AS "seq", count(*)::int AS "hits" FROM "Message" m
        WHERE m."userId" = ${user}::uuid AND ${inMessages(wanted)} GROUP BY m."conversationId"
      ), named AS MATERIALIZED (
        SELECT c."id" FROM "Conversation" c
        WHERE c."userId" = ${user}::uuid AND c."deletedAt" IS NULL AND ${inTitles(text, wanted)}
      ), page AS (
        SELECT ${conversationColumns}, n."id" IS NOT NULL AS "inTitle", s."seq", s."hits"
        FROM (SELECT "id" FROM said UNION SELECT "id" FROM named) f
        JOIN "Conversation" c ON c."userId" = ${user}::uuid AND c."id" = f."id" AND c."deletedAt" IS NULL
        LEFT JOIN said s ON s."id" = f."id"
        LEFT JOIN named n ON n."id" = f."id"
        WHERE ${from}
        ORDER BY (n."id" IS NOT NULL) DESC, c."updatedAt" DESC, c."id" DESC LIMIT ${limit + 1}
      )
      SELECT ${conversationColumns}, c."inTitle", c."hits", latest."status" AS "latest",
        m."id" AS "messageId", m."role", m."content", m."createdAt" AS "writtenAt"
      FROM page c
      LEFT JOIN "Message" m ON m."userId" = ${user}::uuid AND m."conversationId" = c."id" AND m."seq" = c."seq"
      ${latestOf(user)}
      ORDER BY c."inTitle" DESC, c."updatedAt" DESC, c."id" DESC`;
    if (rows.length === 0 && !place) return { found: await alike(text), nextCursor: null, isAlike: true };
    const last = rows[limit - 1];
    return {
      found: rows.slice(0, limit).map((row) => foundFrom(row, wanted, text)),
      nextCursor:
        last && rows.length > limit
          ? cursorAfter({ isFirst: last.inTitle, moment: last.updatedAt, id: last.id })
          : null,
      isAlike: false,
    };
  }

  /** Titles with a part that differs in a letter or two. */
  async function alike(text: string): Promise<Found[]> {
    if (text.length < partFrom) return [];
    const rows = await on.$queryRaw<ConversationRow[]>`
      SELECT ${conversationColumns}, latest."status" AS "latest" FROM (
        SELECT ${conversationColumns}, word_similarity(${text}, c."title") AS "likeness" FROM "Conversation" c
        WHERE c."userId" = ${user}::uuid AND c."deletedAt" IS NULL AND word_similarity(${text}, c."title") >= 0.4
        ORDER BY "likeness" DESC, c."updatedAt" DESC LIMIT ${mostAlike}
      ) c ${latestOf(user)} ORDER BY c."likeness" DESC, c."updatedAt" DESC`;
    return rows.map((row) => ({
      conversation: conversationFrom(row),
      title: [{ text: row.title ?? "", hit: false }],
      message: null,
    }));
  }

  return { search };
};

const nothing = Prisma.sql`false`;

function inMessages(wanted: Wanted[]): Prisma.Sql {
  const query = isTelling(wanted) ? queryFor(wanted) : null;
  return query === null ? nothing : Prisma.sql`docket_words(m."content") @@ to_tsquery('simple', ${query})`;
}

function inTitles(text: string, wanted: Wanted[]): Prisma.Sql {
  const query = queryFor(wanted);
  const isMoreThanWords = /[^\p{L}\p{N}\p{M}\s]/u.test(text);
  const part = isMoreThanWords || text.length >= partFrom ? Prisma.sql`c."title" ILIKE ${containing(text)}` : nothing;
  if (query === null) return part;
  return Prisma.sql`(docket_words(coalesce(c."title", '')) @@ to_tsquery('simple', ${query}) OR ${part})`;
}

function foundFrom(row: FoundRow, wanted: Wanted[], text: string): Found {
  const { inTitle: _, hits, messageId, role, content, writtenAt, ...conversation } = row;
  const isSaid = messageId !== null && role !== null && content !== null && writtenAt !== null && hits !== null;
  return {
    conversation: conversationFrom(conversation),
    title: markedTitle(row.title ?? "", wanted, text),
    message: isSaid
      ? {
          id: messageId,
          role,
          hits,
          excerpt: excerptOf(content, wanted, role === "ASSISTANT"),
          createdAt: writtenAt.toISOString(),
        }
      : null,
  };
}
