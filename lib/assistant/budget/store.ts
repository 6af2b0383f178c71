import "server-only";
import type { UserId } from "@/lib/auth/schema";
import { db } from "@/lib/db/client";

/** `model`: what the conversation chose. `tokens`: of the last 24 hours, in and out. */
export type Spent = { isKnown: boolean; model: string | null; running: number; tokens: number };

type Asked = { conversationId: string; messageId: string; countsTokens: boolean };

/** What a person has under way elsewhere and has used up, in one statement. `messageId`: the one that would begin a reply. */
export async function spentBy(user: UserId, { conversationId, messageId, countsTokens }: Asked): Promise<Spent> {
  const [spent] = await db.$queryRaw<Spent[]>`
    SELECT
      EXISTS (SELECT FROM "Message" WHERE "userId" = ${user}::uuid AND "id" = ${messageId}::uuid) AS "isKnown",
      (SELECT "model" FROM "Conversation" WHERE "userId" = ${user}::uuid AND "id" = ${conversationId}::uuid) AS "model",
      (SELECT count(*)::int FROM "Message"
        WHERE "userId" = ${user}::uuid AND "status" IN ('PENDING', 'PROCESSING') AND "conversationId" <> ${conversationId}::uuid) AS "running",
      (SELECT coalesce(sum(coalesce(("metadata"->>'inputTokens')::bigint, 0) + coalesce(("metadata"->>'outputTokens')::bigint, 0)), 0)::float8
        FROM "Message" WHERE "userId" = ${user}::uuid AND ${countsTokens} AND "createdAt" > now() - interval '1 day' AND "role" = 'ASSISTANT') AS "tokens"`;
  if (!spent) throw new Error("a SELECT without FROM gave no row");
  return spent;
}
