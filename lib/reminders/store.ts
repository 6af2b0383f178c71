import "server-only";
import type { UserId } from "@/lib/auth/schema";
import type { Clock } from "@/lib/dates";
import { db, Prisma } from "@/lib/db/client";
import { retried } from "@/lib/db/transaction";
import type { Notice, Notices, Snooze } from "./schema";
import { sayDue } from "./words";

const { sql } = Prisma;

/** What was left unanswered for so long is no news any more; the task itself stands under Overdue. */
const daysOpen = 7;
const pageSize = 20;

type Row = { id: string; number: number; title: string; dueAt: Date; hasTime: boolean; sentAt: Date; now: Date };
type Reader = { timeZone: string; clock: Clock };

/** Of a reminder r and its task t. `now` is the database's. */
const columns = sql`r."id", t."number", t."title", r."dueAt", t."dueTime" IS NOT NULL AS "hasTime", r."sentAt", now() AS "now"`;

const noticeFrom = ({ id, number, title, dueAt, hasTime, sentAt, now }: Row, reader: Reader): Notice => ({
  id,
  number,
  title,
  when: sayDue({ dueAt, hasTime }, { ...reader, now }),
  sentAt: sentAt.toISOString(),
});

export type Sounded = {
  user: UserId;
  notice: Notice;
  /** Seconds since it should have sounded: more than a few when no server was up. */
  late: number;
};

/** Takes reminders whose moment has come, of everybody. One statement, so that of several instances one has each. */
export async function claimDue(most: number): Promise<Sounded[]> {
  const rows = await retried(
    () => db.$queryRaw<(Row & Reader & { userId: UserId; late: number })[]>`
      WITH due AS (
        SELECT "userId", "id" FROM "Reminder" WHERE "sentAt" IS NULL AND "at" <= now()
        ORDER BY "at" LIMIT ${most} FOR UPDATE SKIP LOCKED
      ), sent AS (
        UPDATE "Reminder" r SET "sentAt" = now(), "dismissedAt" = NULL FROM due
        WHERE r."userId" = due."userId" AND r."id" = due."id" RETURNING r.*
      )
      SELECT ${columns}, r."userId", extract(epoch FROM now() - r."at")::int AS "late", u."timeZone",
        coalesce(u."settings" ->> 'clock', '24h') AS "clock"
      FROM sent r JOIN "User" u ON u."id" = r."userId"
      JOIN "Task" t ON t."userId" = r."userId" AND t."id" = r."taskId"`,
  );
  return rows.map((row) => ({ user: row.userId, notice: noticeFrom(row, row), late: row.late }));
}

/** The notices of one person. */
export function noticesOf(user: UserId) {
  const open = sql`"userId" = ${user}::uuid AND "sentAt" IS NOT NULL AND "dismissedAt" IS NULL`;
  return {
    async list(reader: Reader): Promise<Notices> {
      const rows = await db.$queryRaw<(Row & { total: number })[]>`
        WITH open AS (
          SELECT * FROM "Reminder" WHERE ${open} AND "sentAt" > now() - make_interval(days => ${daysOpen})
        )
        SELECT ${columns}, (SELECT count(*)::int FROM open) AS "total"
        FROM (SELECT * FROM open ORDER BY "sentAt" DESC, "id" LIMIT ${pageSize}) r
        JOIN "Task" t ON t."userId" = r."userId" AND t."id" = r."taskId"
        ORDER BY r."sentAt" DESC, r."id"`;
      return {
        notices: rows.map((row) => noticeFrom(row, reader)),
        more: Math.max(0, (rows[0]?.total ?? 0) - rows.length),
      };
    },

    /** Whether there is such a reminder; one that was dismissed before stays so. */
    async dismiss(id: string): Promise<boolean> {
      return (
        (await db.$executeRaw`
          UPDATE "Reminder" SET "dismissedAt" = coalesce("dismissedAt", now())
          WHERE "userId" = ${user}::uuid AND "id" = ${id}::uuid AND "sentAt" IS NOT NULL`) > 0
      );
    },

    async dismissAll(): Promise<number> {
      return await db.$executeRaw`UPDATE "Reminder" SET "dismissedAt" = now() WHERE ${open}`;
    },

    /** It sounds again then, on whichever device; whether there is such a reminder. */
    async snooze(id: string, until: Snooze): Promise<boolean> {
      return (
        (await db.$executeRaw`
          UPDATE "Reminder" r SET "sentAt" = NULL, "dismissedAt" = NULL, "at" = ${momentOf(until)} FROM "User" u
          WHERE r."userId" = ${user}::uuid AND r."id" = ${id}::uuid AND u."id" = r."userId"`) > 0
      );
    },
  };
}

function momentOf(until: Snooze): Prisma.Sql {
  if (until === "10 minutes") return sql`now() + interval '10 minutes'`;
  if (until === "1 hour") return sql`now() + interval '1 hour'`;
  return sql`docket_instant(
    (now() AT TIME ZONE docket_zone(u."timeZone"))::date + 1
      + coalesce(u."settings" #>> '{reminders,dayTime}', '09:00')::time, docket_zone(u."timeZone"))`;
}
