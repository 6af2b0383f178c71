import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { changeHash, deleteUser } from "./account/store";
import { attemptProof } from "./limits";
import { hashPassword, isPassword, ownWords, passwordSchema, refuseWeakPassword } from "./passwords";
import type { SignedIn } from "./schema";
import { credentialsOf } from "./store";

export const passwordChangeSchema = z.strictObject({ current: passwordSchema, password: passwordSchema });

/** The new password counts from now on, and every other session has ended; returns which. */
export async function changePassword(
  user: SignedIn,
  { current, password }: z.output<typeof passwordChangeSchema>,
): Promise<string[]> {
  const before = await proveIdentity(user, current, "current");
  refuseWeakPassword(password, ownWords(user.email, user.name));
  if (password === current) throw new AppError("invalid", "That is the password you have.", field("password"));
  const ended = await changeHash(user, before, await hashPassword(password));
  if (!ended)
    throw new AppError("conflict", "The password was changed in the meantime. Sign in again with the new one.");
  return ended;
}

/** What has to be typed, so that nobody deletes their account by a slip. */
export const farewell = "delete everything";

export const accountDeletionSchema = z.strictObject({
  password: passwordSchema,
  words: z
    .string()
    .max(100)
    .refine((text) => text.trim().toLowerCase() === farewell, `Type the words “${farewell}”.`),
});

/** Removes the account with all that belongs to it, for good; returns the sessions that ended with it. */
export async function deleteAccount(user: SignedIn, { password }: z.output<typeof accountDeletionSchema>) {
  await proveIdentity(user, password, "password");
  return deleteUser(user.id);
}

const field = (name: string) => ({ details: { field: name } });

/** A session is not enough for what can't be taken back: the password again. Returns its hash. */
async function proveIdentity(user: SignedIn, password: string, name: string): Promise<string> {
  const tried = await attemptProof(user.id);
  const stored = (await credentialsOf(user.email))?.passwordHash ?? null;
  const isRight = await isPassword(password, stored);
  // Not "unauthenticated": the session still counts.
  if (!stored || !isRight) throw new AppError("invalid", "The password is wrong.", field(name));
  await tried.succeeded();
  return stored;
}
