import "server-only";
import { cursorAfter, placeOf } from "@/lib/activity/cursor";
import type { ActivityPage, ActivityQuery } from "@/lib/activity/schema";
import { type CallRow, callFrom } from "@/lib/activity/shape";
import type { UserId } from "@/lib/auth/schema";
import { type Db, db, Prisma } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { queryFor, wantedIn } from "@/lib/wanted";

const { sql } = Prisma;

/** Of the newest calls so many are looked at for words one by one. */
const nearby = 1_000;
/** Bytes of JSON. A call may have changed 200 tasks with long notes: where a page grows beyond this it ends early, after one call at least. */
const pageBytes = 2_000_000;

/** `total`: how many the page would have had. */
type Found = CallRow & { total: number };

/** The first of these rows, newest first, that fit into a page. */
const fitting = (rows: Prisma.Sql) => sql`
  SELECT * FROM (
    SELECT p.*, count(*) OVER ()::int AS "total", row_number() OVER newest AS "nth",
      sum(octet_length(p."changes"::text) + octet_length(p."parameters"::text) + coalesce(octet_length(p."result"::text), 0))
        OVER newest AS "bytes"
    FROM (${rows}) p WINDOW newest AS (ORDER BY p."createdAt" DESC, p."id" DESC)
  ) c WHERE c."nth" = 1 OR c."bytes" <= ${pageBytes} ORDER BY c."createdAt" DESC, c."id" DESC`;

/** The record of one person, page by page; reached through `activityOf`. */
export const listOf = (user: UserId, on: Db) => {
  /**
   * Newest first; days are those of `timeZone`. What waits is not among what was found by a task or by words: their index begins
   * with what is over.
   */
  async function list(query: ActivityQuery = {}, timeZone = "UTC"): Promise<ActivityPage> {
    const { limit = 50, task, text } = query;
    const rows = await (task === undefined && text === undefined ? plain(query, timeZone) : found(query, timeZone));
    const calls = rows.slice(0, limit).map(callFrom);
    const last = calls.at(-1);
    const isAll = (rows[0]?.total ?? 0) <= calls.length;
    return { calls, nextCursor: last && !isAll ? cursorAfter(last) : null };
  }

  const newest = (limit: number) => sql`ORDER BY c."createdAt" DESC, c."id" DESC LIMIT ${limit}`;

  const plain = ({ limit = 50, ...query }: ActivityQuery, timeZone: string): Promise<Found[]> =>
    on.$queryRaw(
      fitting(sql`SELECT c.* FROM "ToolCallLog" c WHERE ${conditionsOf(user, query, timeZone)} ${newest(limit + 1)}`),
    );

  /**
   * A word may stand in nearly every call or in none, and an index of words knows no order. So the newest calls are looked at first,
   * and then all by the index: what is common is found near, and what is rare is few.
   */
  async function found({ limit = 50, ...query }: ActivityQuery, timeZone: string): Promise<Found[]> {
    const match = matchOf(query);
    if (match === null) return [];
    const where = sql`${conditionsOf(user, query, timeZone)} AND c."status" IN ('SUCCESS', 'ERROR', 'DENIED')`;
    const page = newest(limit + 1);
    if (query.task === undefined) {
      const near = await on.$queryRaw<Found[]>(
        fitting(sql`
          SELECT c.* FROM (SELECT c.* FROM "ToolCallLog" c WHERE ${where} ${newest(nearby)}) c WHERE ${match} ${page}`),
      );
      if ((near[0]?.total ?? 0) > limit) return near;
    }
    return roomy(
      (tx) => tx.$queryRaw<Found[]>`
        WITH met AS MATERIALIZED (SELECT c."id", c."createdAt" FROM "ToolCallLog" c WHERE ${where} AND ${match}),
          page AS (SELECT c."id" FROM met c ${page})
        ${fitting(sql`
          SELECT c.* FROM page JOIN "ToolCallLog" c ON c."userId" = ${user}::uuid AND c."id" = page."id"`)}`,
    );
  }

  /** With room for each single row of a million: where it lacks, PostgreSQL reads the words of whole pages again. */
  async function roomy<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    if (on !== db) return work(on);
    return inTransaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL work_mem = '64MB'`;
      return work(tx);
    });
  }

  return { list };
};

/** Word for word as the index ToolCallLog_words has it; null: nothing can be found by this. */
function matchOf({ task, text }: ActivityQuery): Prisma.Sql | null {
  const words = text === undefined ? undefined : queryFor(wantedIn(text));
  if (words === null) return null;
  const wanted = [
    ...(task === undefined ? [] : [sql`${`'#${task}'`}::tsquery`]),
    ...(words === undefined ? [] : [sql`to_tsquery('simple', ${words})`]),
  ];
  return sql`docket_call_words(c."toolName", c."parameters", c."changes", c."error") @@ (${Prisma.join(wanted, " && ")})`;
}

function conditionsOf(user: UserId, query: ActivityQuery, timeZone: string): Prisma.Sql {
  const { source, tool, status, reply, from, to, waiting, cursor } = query;
  const place = cursor === undefined ? null : placeOf(cursor);
  const conditions = [
    sql`c."userId" = ${user}::uuid`,
    ...(source ? [sql`c."source" = ${source}::"ToolCallSource"`] : []),
    ...(tool ? [sql`c."toolName" = ${tool}`] : []),
    ...(status ? [sql`c."status" = ${status}::"ToolCallStatus"`] : []),
    ...(waiting ? [sql`c."status" = 'PENDING' AND c."approvalExpiresAt" > clock_timestamp()`] : []),
    ...(reply ? [sql`c."messageId" = ${reply}::uuid`] : []),
    ...(from ? [sql`c."createdAt" >= (${from}::date)::timestamp AT TIME ZONE ${timeZone}`] : []),
    ...(to ? [sql`c."createdAt" < (${to}::date + 1)::timestamp AT TIME ZONE ${timeZone}`] : []),
    ...(place ? [sql`(c."createdAt", c."id") < (${place.createdAt}, ${place.id}::uuid)`] : []),
  ];
  return Prisma.join(conditions, " AND ");
}
