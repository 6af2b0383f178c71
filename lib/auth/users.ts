import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { parsed } from "@/lib/http";
import { canonicalEmail, emailSchema } from "./email";
import { attemptSignUp } from "./limits";
import { hashPassword, ownWords, passwordSchema, refuseWeakPassword } from "./passwords";
import { type Settings, type SignedIn, settingsSchema } from "./schema";
import { changeProfile, closed, hasUsers, insertUser, userByEmail } from "./store";

const nameSchema = z
  .string()
  .trim()
  .min(1, "Enter a name.")
  .max(100)
  .regex(/^\P{C}*$/u, "A name can't contain line breaks or invisible characters.");

const timeZoneSchema = z
  .string()
  .refine(isTimeZone, "That is not a time zone. Use a name such as Europe/Paris or America/New_York.");

/** Names only: "+05:30" is an offset, which knows nothing of summer time. */
function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

export const registrationSchema = z.strictObject({
  email: emailSchema,
  password: passwordSchema,
  name: nameSchema.optional(),
  timeZone: timeZoneSchema.optional(),
});

export const signUpIsOpen = async () => env.SIGNUP === "on" || !(await hasUsers());

/**
 * A new account. An address that has one already is told so, which lets people ask who has an account: accepted for now,
 * since without mail there is no other way to answer, and bounded by the limit on sign-ups per network address.
 */
export async function register(
  { email, password, name, timeZone }: z.output<typeof registrationSchema>,
  address: string | null,
): Promise<{ email: string; name: string }> {
  await attemptSignUp(address);
  if (!(await signUpIsOpen())) throw closed();
  refuseWeakPassword(password, ownWords(email, name));
  const passwordHash = await hashPassword(password);
  const user = { email, passwordHash, name: name ?? email.slice(0, email.indexOf("@")), timeZone: timeZone ?? "UTC" };
  await insertUser(user, { onlyFirst: env.SIGNUP === "off" });
  return { email, name: user.name };
}

/** Only what is named changes; the settings are checked as a whole. */
export const profilePatchSchema = z.strictObject({
  name: nameSchema.optional(),
  timeZone: timeZoneSchema.optional(),
  settings: z.looseObject({}).optional(),
});

export async function updateProfile(user: SignedIn, patch: z.output<typeof profilePatchSchema>): Promise<SignedIn> {
  const { settings, ...fields } = patch;
  const merged = (before: Settings) => (settings ? parsed(settingsSchema, mergeSettings(before, settings)) : before);
  return { ...(await changeProfile(user.id, fields, merged)), sessionId: user.sessionId };
}

function mergeSettings(before: Settings, patch: Record<string, unknown>): unknown {
  const merged: Record<string, unknown> = { ...before, ...patch };
  for (const group of ["approval", "reminders"] as const) {
    const part = patch[group];
    if (typeof part === "object" && part !== null && !Array.isArray(part))
      merged[group] = { ...before[group], ...part };
  }
  return merged;
}

/** For scripts: whoever can run one owns the machine. */
export async function userForScript(email: string) {
  const canonical = canonicalEmail(email);
  const user = canonical && (await userByEmail(canonical));
  if (!user) throw new AppError("not_found", `There is no account with the e-mail address ${email}.`);
  return user;
}
