import "server-only";
import { cursorAfter, placeOf } from "@/lib/activity/cursor";
import type { ActivityPage, ActivityQuery } from "@/lib/activity/schema";
import { type CallRow, callFrom } from "@/lib/activity/shape";
import type { UserId } from "@/lib/auth/schema";
import { type Db, Prisma } from "@/lib/db/client";
import { queryFor, wantedIn } from "@/lib/wanted";

const { sql } = Prisma;

/** The record of one person, page by page; reached through `activityOf`. */
export const listOf = (user: UserId, on: Db) => {
  /**
   * Newest first; days are those of `timeZone`. What waits is not among what was found by a task or by words: their index begins
   * with what is over.
   */
  async function list(query: ActivityQuery = {}, timeZone = "UTC"): Promise<ActivityPage> {
    const { limit = 50 } = query;
    const conditions = conditionsOf(query, timeZone);
    if (conditions === null) return { calls: [], nextCursor: null };
    const rows = await on.$queryRaw<CallRow[]>`
      SELECT c.* FROM "ToolCallLog" c
      WHERE ${Prisma.join([sql`c."userId" = ${user}::uuid`, ...conditions], " AND ")}
      ORDER BY c."createdAt" DESC, c."id" DESC LIMIT ${limit + 1}`;
    const calls = rows.slice(0, limit).map(callFrom);
    const last = calls.at(-1);
    return { calls, nextCursor: last && rows.length > limit ? cursorAfter(last) : null };
  }

  return { list };
};

/** null: nothing can be found by this. */
function conditionsOf(query: ActivityQuery, timeZone: string): Prisma.Sql[] | null {
  const { source, tool, status, reply, from, to, waiting, task, text, cursor } = query;
  const place = cursor === undefined ? null : placeOf(cursor);
  const words = text === undefined ? undefined : queryFor(wantedIn(text));
  if (words === null) return null;
  const found = [
    ...(task === undefined ? [] : [sql`${`'#${task}'`}::tsquery`]),
    ...(words === undefined ? [] : [sql`to_tsquery('simple', ${words})`]),
  ];
  return [
    ...(source ? [sql`c."source" = ${source}::"ToolCallSource"`] : []),
    ...(tool ? [sql`c."toolName" = ${tool}`] : []),
    ...(status ? [sql`c."status" = ${status}::"ToolCallStatus"`] : []),
    ...(waiting ? [sql`c."status" = 'PENDING' AND c."approvalExpiresAt" > clock_timestamp()`] : []),
    ...(reply ? [sql`c."messageId" = ${reply}::uuid`] : []),
    ...(from ? [sql`c."createdAt" >= (${from}::date)::timestamp AT TIME ZONE ${timeZone}`] : []),
    ...(to ? [sql`c."createdAt" < (${to}::date + 1)::timestamp AT TIME ZONE ${timeZone}`] : []),
    ...(place ? [sql`(c."createdAt", c."id") < (${place.createdAt}, ${place.id}::uuid)`] : []),
    // Word for word as the index ToolCallLog_words has it.
    ...(found.length > 0
      ? [
          sql`c."status" IN ('SUCCESS', 'ERROR', 'DENIED')
            AND docket_call_words(c."toolName", c."parameters", c."changes", c."error") @@ (${Prisma.join(found, " && ")})`,
        ]
      : []),
  ];
}
