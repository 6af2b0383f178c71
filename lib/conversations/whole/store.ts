import "server-only";
import type { UserId } from "@/lib/auth/schema";
import { messageColumns } from "@/lib/conversations/messages/store";
import type { StoredMessage } from "@/lib/conversations/schema";
import { type MessageRow, messageFrom } from "@/lib/conversations/shape";
import { type Db, Prisma } from "@/lib/db/client";

const pageSize = 200;

/** Reached through `conversationsOf`. */
export const wholeOf = (user: UserId, on: Db) => ({
  /** Every message from the first to the last, archived ones too, in pages; the next one is read when it is asked for. */
  async *everyMessage(conversationId: string): AsyncGenerator<StoredMessage[]> {
    let last = 0;
    for (let isMore = true; isMore; ) {
      const rows = await on.$queryRaw<MessageRow[]>(Prisma.sql`
        SELECT ${messageColumns} FROM "Message" m
        WHERE m."userId" = ${user}::uuid AND m."conversationId" = ${conversationId}::uuid AND m."seq" > ${last}
          AND EXISTS (SELECT FROM "Conversation" c
            WHERE c."userId" = m."userId" AND c."id" = m."conversationId" AND c."deletedAt" IS NULL)
        ORDER BY m."seq" LIMIT ${pageSize}`);
      if (rows.length > 0) yield rows.map(messageFrom);
      last = rows.at(-1)?.seq ?? last;
      isMore = rows.length === pageSize;
    }
  },
});
