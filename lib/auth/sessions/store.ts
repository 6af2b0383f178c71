import "server-only";
import type { Claims } from "@/lib/auth/cookie";
import type { Session, UserId } from "@/lib/auth/schema";
import { db } from "@/lib/db/client";

const most = 100;

/** Where a person is signed in, lately used first. */
export async function sessionsOf(user: UserId, current: string): Promise<Session[]> {
  const rows = await db.$queryRaw<{ id: string; createdAt: Date; lastSeenAt: Date; userAgent: string | null }[]>`
    SELECT "id", "createdAt", "lastSeenAt", "userAgent" FROM "Session"
    WHERE "userId" = ${user}::uuid AND "revokedAt" IS NULL AND "expiresAt" > now()
      AND "lastSeenAt" > now() - interval '7 days'
    ORDER BY "id" = ${current}::uuid DESC, "lastSeenAt" DESC, "id" LIMIT ${most}`;
  return rows.map(({ createdAt, lastSeenAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    isCurrent: row.id === current,
  }));
}

/** Ends one session; false when it isn't theirs, or has ended. */
export async function endSession({ userId, sessionId }: Claims): Promise<boolean> {
  const ended = await db.$executeRaw`
    UPDATE "Session" SET "revokedAt" = now()
    WHERE "userId" = ${userId}::uuid AND "id" = ${sessionId}::uuid AND "revokedAt" IS NULL`;
  return ended > 0;
}

/** Ends all sessions but one, and says which. */
export async function endOtherSessions(user: UserId, kept: string, tx: Pick<typeof db, "$queryRaw"> = db) {
  const ended = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Session" SET "revokedAt" = now()
    WHERE "userId" = ${user}::uuid AND "id" <> ${kept}::uuid AND "revokedAt" IS NULL RETURNING "id"`;
  return ended.map(({ id }) => id);
}
