import "server-only";
import { hash, parseOptions, verify } from "@node-rs/argon2";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { remember } from "@/lib/remember";
import { isCommonPassword } from "./common-password";

export const passwordLimits = { least: 8, most: 128 } as const;

/** Counted as people count, so that 64 emoji are 64; never trimmed, cut or normalised. */
const lengthOf = (password: string) => [...password].length;

export const passwordSchema = z
  .string()
  .refine((text) => lengthOf(text) <= passwordLimits.most, `A password has at most ${passwordLimits.most} characters.`);

/** For a new password: also long enough, and not one that is guessed first. */
export function refuseWeakPassword(password: string, own: string[]): void {
  const say = (sentence: string) => {
    throw new AppError("invalid", sentence, { details: { field: "password" } });
  };
  if (lengthOf(password) < passwordLimits.least)
    say(`Choose a password of at least ${passwordLimits.least} characters.`);
  if (isCommonPassword(password, own))
    say("That password is easy to guess. Three or four words in a row make a good one.");
}

/** Words of a person's own, which are guessed first. */
export function ownWords(email: string, name: string | undefined): string[] {
  const mailbox = email.slice(0, email.indexOf("@"));
  return [email, mailbox, ...mailbox.split(/[^\p{L}]+/u), ...(name?.split(/\s+/) ?? []), name ?? ""];
}

// OWASP's second choice; about 25 ms on one core.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash of nobody's password, so that an unknown account costs what a wrong password costs. A test holds it to `cost`. */
export const nobodysHash =
  "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

export const hashPassword = (password: string) => inTurn(() => hash(password, cost));

/** Takes as long without a hash (no such account) as with one. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const isRight = await inTurn(() => verify(stored ?? nobodysHash, password));
  return isRight && stored !== null;
}

/** Made with less than today's cost: to be hashed again while the password is at hand. */
export function isWeakHash(stored: string): boolean {
  if (!stored.startsWith("$argon2id$")) return true;
  const { memoryCost, timeCost } = parseOptions(stored);
  return memoryCost < cost.memoryCost || timeCost < cost.timeCost;
}

// Each hash holds 19 MB and a core: without a limit, a few hundred sign-ins at once would starve everything else.
const atOnce = 4;
const waiting = 50;
const turns = remember("password-turns", () => ({ running: 0, queue: [] as (() => void)[] }));

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (turns.running < atOnce) turns.running++;
  else {
    if (turns.queue.length >= waiting) {
      throw new AppError("unavailable", "Too many people are signing in right now. Try again in a moment.", {
        retryAfter: 2,
      });
    }
    // Whoever finishes hands the turn over, so the count stays as it is.
    await new Promise<void>((resolve) => turns.queue.push(resolve));
  }
  try {
    return await work();
  } finally {
    const next = turns.queue.shift();
    if (next) next();
    else turns.running--;
  }
}
