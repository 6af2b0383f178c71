import "server-only";
import type { UserId } from "@/lib/auth/schema";
import type { Clock } from "@/lib/dates";
import { db } from "@/lib/db/client";
import { retried } from "@/lib/db/transaction";

export type Reader = {
  user: UserId;
  email: string;
  name: string;
  timeZone: string;
  clock: Clock;
  /** Today where the person is, by the database's clock. */
  today: string;
};
type PileName = "late" | "due" | "upcoming";
export type Line = { number: number; title: string; date: string; time: string | null };
export type Pile = { lines: Line[]; total: number };
/** Late, due today, and due within a week. */
export type Summary = Reader & { [P in PileName]: Pile };

const linesShown = 20;
const daysAhead = 7;
/** Hours after which the summary of a day is no use any more. */
const tooLate = 12;
const mostTries = 5;

/**
 * Whose summary is due, of everybody, with what stands in it. Taking it writes the day down and sets the next one, in one statement:
 * once per person and day, on whichever instance.
 */
export async function claimSummaries(most: number): Promise<{ taken: number; summaries: Summary[] }> {
  const claimed = await retried(
    () => db.$queryRaw<(Reader & { isLate: boolean })[]>`
      WITH due AS (
        SELECT "userId", "at" FROM "DailySummary" WHERE "at" <= now() ORDER BY "at" LIMIT ${most} FOR UPDATE SKIP LOCKED
      ), person AS (
        SELECT u.*, docket_zone(u."timeZone") AS "zone", due."at" FROM due JOIN "User" u ON u."id" = due."userId"
      ), taken AS (
        UPDATE "DailySummary" s SET "sentOn" = (p."at" AT TIME ZONE p."zone")::date,
          "at" = docket_summary_at(p."zone", (p."settings" #>> '{reminders,summary}')::int, (p."at" AT TIME ZONE p."zone")::date)
        FROM person p WHERE s."userId" = p."id" RETURNING s."userId"
      )
      SELECT p."id" AS "user", p."email", p."name", p."timeZone", coalesce(p."settings" ->> 'clock', '24h') AS "clock",
        (now() AT TIME ZONE p."zone")::date::text AS "today", p."at" < now() - make_interval(hours => ${tooLate}) AS "isLate"
      FROM taken JOIN person p ON p."id" = taken."userId"`,
  );
  const readers = claimed.filter(({ isLate }) => !isLate);
  return { taken: claimed.length, summaries: await filled(readers) };
}

/** The tasks of all of them in one statement. */
async function filled(readers: Reader[]): Promise<Summary[]> {
  if (readers.length === 0) return [];
  const rows = await db.$queryRaw<(Line & { user: string; pile: PileName; total: number })[]>`
    WITH piled AS (
      SELECT t.*, CASE WHEN t."dueDate" < r."today" THEN 'late' WHEN t."dueDate" = r."today" THEN 'due' ELSE 'upcoming' END AS "pile"
      FROM unnest(${readers.map(({ user }) => user)}::uuid[], ${readers.map(({ today }) => today)}::date[]) AS r ("user", "today")
      JOIN "Task" t ON t."userId" = r."user" AND NOT t."isCompleted" AND t."deletedAt" IS NULL
        AND t."dueDate" <= r."today" + ${daysAhead}::int
    ), placed AS (
      SELECT piled.*, count(*) OVER (PARTITION BY "userId", "pile")::int AS "total",
        row_number() OVER (PARTITION BY "userId", "pile" ORDER BY "dueDate", "dueTime" NULLS LAST, "position") AS "place"
      FROM piled
    )
    SELECT "userId" AS "user", "pile", "total", "number", "title", "dueDate"::text AS "date", to_char("dueTime", 'HH24:MI') AS "time"
    FROM placed WHERE "place" <= ${linesShown} ORDER BY "userId", "place"`;
  return readers.map((reader) => {
    const mine = rows.filter(({ user }) => user === reader.user);
    const pile = (name: PileName): Pile => {
      const lines = mine.filter((row) => row.pile === name);
      return { lines, total: lines[0]?.total ?? 0 };
    };
    return { ...reader, late: pile("late"), due: pile("due"), upcoming: pile("upcoming") };
  });
}

/** It did not go out: again in a while, a few times, as long as it is the same day. */
export async function putBack(user: UserId): Promise<void> {
  await db.$executeRaw`
    UPDATE "DailySummary" SET "at" = now() + interval '10 minutes', "sentOn" = "sentOn" - 1, "tries" = "tries" + 1
    WHERE "userId" = ${user}::uuid AND "at" IS NOT NULL AND "tries" < ${mostTries}`;
}

export async function noteSent(users: UserId[]): Promise<void> {
  if (users.length === 0) return;
  await db.$executeRaw`UPDATE "DailySummary" SET "tries" = 0 WHERE "userId" = ANY(${users}::uuid[]) AND "tries" > 0`;
}

/** By the link in a summary: no more of them. Whether there is such a person. */
export async function stopSummaries(user: string): Promise<boolean> {
  return (
    (await db.$executeRaw`
      UPDATE "User" SET "settings" = jsonb_set("settings", '{reminders,summary}', 'null')
      WHERE "id" = ${user}::uuid AND "settings" ? 'reminders'`) > 0
  );
}
