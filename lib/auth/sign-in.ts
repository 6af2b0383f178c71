import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Claims } from "./cookie";
import { emailSchema } from "./email";
import { attemptSignIn } from "./limits";
import { hashPassword, isPassword, isWeakHash, passwordSchema } from "./passwords";
import { createSession, credentialsOf, replaceHash } from "./store";

export const credentialsSchema = z.strictObject({ email: emailSchema, password: passwordSchema });
export type Credentials = z.output<typeof credentialsSchema>;

/**
 * A new session for the right password. "No such account" and "wrong password" are one answer and cost the same:
 * the same statements and one hash.
 */
export async function signInWith(
  { email, password }: Credentials,
  from: { address: string | null; userAgent: string | null },
): Promise<Claims> {
  const tried = await attemptSignIn(email, from.address);
  if (tried.delay > 0) await wait(tried.delay);
  const found = await credentialsOf(email);
  const isRight = await isPassword(password, found?.passwordHash ?? null);
  if (!found?.passwordHash || !isRight) {
    throw new AppError("unauthenticated", "The e-mail address or the password is wrong.");
  }
  await tried.succeeded();
  if (isWeakHash(found.passwordHash)) {
    await replaceHash(found.userId, found.passwordHash, await hashPassword(password));
  }
  return createSession(found.userId, from.userAgent);
}
