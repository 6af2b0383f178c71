import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { SignedIn, UserId } from "@/lib/auth/schema";
import { db } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import type { Subscription } from "@/lib/reminders/schema";
import type { Target } from "./post";

const mostPerPerson = 20;

/**
 * A browser is told for whoever signed in there last, so a known endpoint changes hands. The oldest beyond twenty give way.
 */
export async function subscribe({ id, sessionId }: SignedIn, { endpoint, keys }: Subscription): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.$executeRaw`DELETE FROM "PushSubscription" WHERE "endpoint" = ${endpoint}`;
    await tx.$executeRaw`
      INSERT INTO "PushSubscription" ("userId", "id", "sessionId", "endpoint", "p256dh", "auth")
      VALUES (${id}::uuid, ${uuidv7()}::uuid, ${sessionId}::uuid, ${endpoint}, ${keys.p256dh}, ${keys.auth})`;
    await tx.$executeRaw`
      DELETE FROM "PushSubscription" WHERE "userId" = ${id}::uuid AND "id" IN (
        SELECT "id" FROM "PushSubscription" WHERE "userId" = ${id}::uuid ORDER BY "id" DESC OFFSET ${mostPerPerson})`;
  });
}

/** Whether this person had it. */
export const unsubscribe = async (user: UserId, endpoint: string): Promise<boolean> =>
  (await db.$executeRaw`DELETE FROM "PushSubscription" WHERE "userId" = ${user}::uuid AND "endpoint" = ${endpoint}`) >
  0;

/** The browsers of some people in which they are still signed in: nobody reads titles on a device that was signed out. */
export const targetsOf = (users: UserId[]) => db.$queryRaw<(Target & { userId: UserId })[]>`
  SELECT p."userId", p."endpoint", p."p256dh", p."auth" FROM "PushSubscription" p
  JOIN "Session" s ON s."userId" = p."userId" AND s."id" = p."sessionId"
  WHERE p."userId" = ANY(${users}::uuid[]) AND s."revokedAt" IS NULL AND s."expiresAt" > now()`;

/** Browsers that don't want anything any more, as their push services said. */
export async function forget(gone: { user: UserId; endpoint: string }[]): Promise<void> {
  if (gone.length === 0) return;
  await db.$executeRaw`
    DELETE FROM "PushSubscription" WHERE ("userId", "endpoint") IN (
      SELECT * FROM unnest(${gone.map(({ user }) => user)}::uuid[], ${gone.map(({ endpoint }) => endpoint)}::text[]))`;
}

/** Of sessions that don't count any more; of everybody. */
export const sweepSubscriptions = (): Promise<number> => db.$executeRaw`
  DELETE FROM "PushSubscription" WHERE ("userId", "id") IN (
    SELECT p."userId", p."id" FROM "PushSubscription" p JOIN "Session" s ON s."userId" = p."userId" AND s."id" = p."sessionId"
    WHERE s."revokedAt" IS NOT NULL OR s."expiresAt" < now() LIMIT 1000 FOR UPDATE OF p SKIP LOCKED)`;
