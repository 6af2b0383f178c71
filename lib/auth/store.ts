import "server-only";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { isUniqueViolation } from "@/lib/db/refusal";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { absoluteSeconds, type Claims } from "./cookie";
import { type Settings, type SignedIn, settingsSchema, type UserId } from "./schema";

type PersonRow = { id: string; email: string; name: string; timeZone: string; settings: unknown };

/** What a newer version stored besides is left aside; what makes no sense today is the default. */
const storedSchema = z.object(settingsSchema.shape);
const settingsOf = (stored: unknown): Settings => storedSchema.safeParse(stored).data ?? settingsSchema.parse({});

/**
 * The owner of a session that still counts: not revoked, not older than 30 days, seen within 7. The one place where a
 * session becomes a UserId. That the session was seen is written down at most every five minutes.
 */
export async function touchSession({ userId, sessionId }: Claims): Promise<SignedIn | null> {
  const [row] = await db.$queryRaw<(PersonRow & { isStale: boolean })[]>`
    SELECT u."id", u."email", u."name", u."timeZone", u."settings", s."lastSeenAt" < now() - interval '5 minutes' AS "isStale"
    FROM "Session" s JOIN "User" u ON u."id" = s."userId"
    WHERE s."userId" = ${userId}::uuid AND s."id" = ${sessionId}::uuid
      AND s."revokedAt" IS NULL AND s."expiresAt" > now() AND s."lastSeenAt" > now() - interval '7 days'`;
  if (!row) return null;
  const { isStale, ...person } = row;
  if (isStale) await noteSeen(userId, sessionId);
  return { ...person, id: row.id as UserId, sessionId, settings: settingsOf(row.settings) };
}

/** A database that can't write now, because its disk is full for instance, is no reason not to let anybody read. */
async function noteSeen(userId: string, sessionId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "Session" SET "lastSeenAt" = now() WHERE "userId" = ${userId}::uuid AND "id" = ${sessionId}::uuid`.catch(
    (error: unknown) => log.warn({ error }, "That a session was seen could not be written down"),
  );
}

/** Who signs in, and with what: the only place that reads a password's hash. */
export async function credentialsOf(email: string): Promise<{ userId: string; passwordHash: string | null } | null> {
  const user = await db.user.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
  return user && { userId: user.id, passwordHash: user.passwordHash };
}

export async function createSession(userId: string, userAgent: string | null): Promise<Claims> {
  const sessionId = uuidv7();
  await db.$executeRaw`
    INSERT INTO "Session" ("userId", "id", "userAgent", "expiresAt")
    VALUES (${userId}::uuid, ${sessionId}::uuid, ${userAgent?.slice(0, 500) ?? null}, now() + ${absoluteSeconds} * interval '1 second')`;
  return { userId, sessionId };
}

/** Guarded by the old hash: a password that was changed meanwhile stays. */
export async function replaceHash(userId: string, before: string, after: string): Promise<void> {
  await db.user.updateMany({ where: { id: userId, passwordHash: before }, data: { passwordHash: after } });
}

export type NewUser = { email: string; name: string; passwordHash: string; timeZone: string };

/** `onlyFirst`: refused when anybody has an account already, also when two first ones come at the same moment. */
export async function insertUser(user: NewUser, { onlyFirst }: { onlyFirst: boolean }): Promise<string> {
  try {
    return await inTransaction(async (tx) => {
      if (onlyFirst) {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('docket sign-up'))`;
        if (await tx.user.findFirst({ select: { id: true } })) throw closed();
      }
      const { id } = await tx.user.create({ data: user, select: { id: true } });
      return id;
    });
  } catch (error) {
    if (!isUniqueViolation(error, "User_email_key")) throw error;
    throw new AppError("conflict", "There is an account with this e-mail address already. Sign in instead.", {
      details: { field: "email" },
    });
  }
}

export const closed = () =>
  new AppError("denied", "Sign-up is closed here. Ask whoever runs this Docket for an account.");

export const hasUsers = async () => (await db.user.findFirst({ select: { id: true } })) !== null;

/** For scripts, which are run by whoever owns the machine. */
export async function userByEmail(email: string) {
  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, name: true, timeZone: true, settings: true },
  });
  return user && { ...user, id: user.id as UserId, settings: settingsOf(user.settings) };
}

/** The settings are changed under a lock, so that two tabs which change different ones both succeed. */
export async function changeProfile(
  id: UserId,
  fields: { name?: string; timeZone?: string },
  settingsAfter: (before: Settings) => Settings,
): Promise<Omit<SignedIn, "sessionId">> {
  return inTransaction(async (tx) => {
    const [locked] = await tx.$queryRaw<{ settings: unknown }[]>`
      SELECT "settings" FROM "User" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const settings = settingsAfter(settingsOf(locked?.settings));
    const select = { email: true, name: true, timeZone: true } as const;
    const row = await tx.user.update({ where: { id }, data: { ...fields, settings }, select });
    return { ...row, id, settings };
  });
}

/**
 * One statement for all counters, in the order of their keys (no deadlock). A counter whose time is over begins again;
 * one that is full goes on counting, but its time doesn't grow.
 */
export async function countAttempts(counters: { key: string; seconds: number }[]) {
  const keys = counters.map(({ key }) => key);
  const seconds = counters.map((counter) => counter.seconds);
  const rows = await db.$queryRaw<{ key: string; count: number; secondsLeft: number }[]>`
    INSERT INTO "RateLimit" AS old ("key", "count", "resetAt")
    SELECT "key", 1, now() + "seconds" * interval '1 second'
    FROM unnest(${keys}::text[], ${seconds}::int[]) AS new ("key", "seconds") ORDER BY "key"
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN old."resetAt" <= now() THEN 1 ELSE old."count" + 1 END,
      "resetAt" = CASE WHEN old."resetAt" <= now() THEN EXCLUDED."resetAt" ELSE old."resetAt" END
    RETURNING "key", "count", ceil(extract(epoch FROM "resetAt" - now()))::int AS "secondsLeft"`;
  // Whoever opens a new counter clears away a few old ones, so that the table needs no keeper.
  if (rows.some((row) => row.count === 1)) await clearOldCounters();
  return rows;
}

async function clearOldCounters(): Promise<void> {
  await db.$executeRaw`
    DELETE FROM "RateLimit" WHERE "key" IN (
      SELECT "key" FROM "RateLimit" WHERE "resetAt" < now() - interval '1 hour' LIMIT 100 FOR UPDATE SKIP LOCKED)`;
}

/** Removes `all` counts of some keys, and one count of others. */
export async function forgetAttempts(all: string[], one: string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE "RateLimit" SET "count" = CASE WHEN "key" = ANY(${all}::text[]) THEN 0 ELSE greatest("count" - 1, 0) END
    WHERE "key" IN (SELECT "key" FROM "RateLimit" WHERE "key" = ANY(${[...all, ...one]}::text[]) ORDER BY "key" FOR UPDATE)`;
}

/** Throws when the database doesn't answer. */
export async function ping(): Promise<void> {
  await db.$queryRaw`SELECT 1`;
}
