import "server-only";
import type { SignedIn, UserId } from "@/lib/auth/schema";
import { endOtherSessions } from "@/lib/auth/sessions/store";
import { inTransaction } from "@/lib/db/transaction";

/**
 * The new password and the end of all other sessions, together. Null when the password was changed meanwhile; otherwise the
 * sessions that ended.
 */
export function changeHash(user: SignedIn, before: string, after: string): Promise<string[] | null> {
  return inTransaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: user.id, passwordHash: before },
      data: { passwordHash: after },
    });
    return count === 0 ? null : endOtherSessions(user.id, user.sessionId, tx);
  });
}

/** Everything of theirs goes with it, by the keys. Returns the sessions that were open. */
export function deleteUser(id: UserId): Promise<string[]> {
  return inTransaction(async (tx) => {
    const sessions = await tx.session.findMany({ where: { userId: id, revokedAt: null }, select: { id: true } });
    await tx.user.deleteMany({ where: { id } });
    return sessions.map((session) => session.id);
  });
}
