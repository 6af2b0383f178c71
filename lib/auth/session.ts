import "server-only";
import { AppError } from "@/lib/errors";
import { sessionClaims } from "./cookie";
import { signIn, signOut, thrownBehind } from "./next-auth";
import { endSession } from "./sessions/store";
import type { Credentials } from "./sign-in";

/** Signs this browser in: a new session row, its cookie, and the end of the session that the browser had. Route handlers only. */
export async function openSession({ email, password }: Credentials): Promise<void> {
  const before = await sessionClaims();
  try {
    await signIn("credentials", { email, password, redirect: false, redirectTo: "/" });
  } catch (error) {
    throw thrownBehind(error);
  }
  const after = await sessionClaims();
  // With some request headers NextAuth answers a refusal instead of throwing it; then there is no new cookie.
  if (!after || after.sessionId === before?.sessionId) {
    throw new AppError("unauthenticated", "Signing in did not work. Reload the page and try again.");
  }
  if (before) await endSession(before);
}

/** The row first: NextAuth would drop the cookie even when the session could not be revoked. */
export async function closeSession(): Promise<void> {
  const claims = await sessionClaims();
  if (claims) await endSession(claims);
  await signOut({ redirect: false, redirectTo: "/login" });
}
