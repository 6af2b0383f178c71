import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "@/lib/errors";
import type { UserId } from "./schema";
import { countAttempts, forgetAttempts } from "./store";

const minutes = 60;

/** One counter: more than `most` attempts within `seconds` are refused, on all instances together. */
type Counter = { key: string; most: number; seconds: number };

// Of addresses and e-mails only hashes are stored.
const counter = (parts: string[], most: number, seconds: number): Counter => ({
  key: createHash("sha256").update(JSON.stringify(parts)).digest("hex"),
  most,
  seconds,
});

/** Counts an attempt in all of them with one statement; refused when one of them is full. Returns the counts. */
export async function attempt(counters: Counter[], sentence: string): Promise<number[]> {
  const counted = await countAttempts(counters);
  const found = counters.map(({ key, most }) => {
    const row = counted.find((one) => one.key === key);
    return { count: row?.count ?? 0, secondsLeft: row?.secondsLeft ?? 1, most };
  });
  const full = found.filter(({ count, most }) => count > most);
  if (full.length > 0) {
    throw new AppError("too_many", sentence, { retryAfter: Math.max(...full.map((one) => one.secondsLeft)) });
  }
  return found.map((one) => one.count);
}

/**
 * Counts a sign-in before the password is looked at, so that attempts sent at the same moment count as well.
 * Where the address can't be known, one counter for everybody stands in for the one per address.
 */
export async function attemptSignIn(email: string, address: string | null) {
  const here = counter(["sign-in", email, address ?? ""], 5, 15 * minutes);
  const everyone = counter(["sign-in", address ?? ""], address === null ? 300 : 30, 15 * minutes);
  const account = counter(["sign-in", "account", email], Number.POSITIVE_INFINITY, 60 * minutes);
  const counts = await attempt(
    [here, everyone, account],
    "Too many attempts to sign in. Wait a few minutes and try again.",
  );
  return {
    /** Guesses that come from many addresses are slowed down; a lock would keep the owner out. */
    delay: delayAfter(counts[2] ?? 0),
    /** Only failures count: a sign-in that worked takes its attempt back. */
    succeeded: () => forgetAttempts([here.key], [everyone.key, account.key]),
  };
}

/** Whoever found a browser signed in can't guess the password there without end. */
export async function attemptProof(user: UserId) {
  const own = counter(["proof", user], 5, 15 * minutes);
  await attempt([own], "Too many wrong passwords. Wait a few minutes and try again.");
  return { succeeded: () => forgetAttempts([own.key], []) };
}

/** Each goes out to the servers of others. */
export async function attemptTestMessage(user: UserId): Promise<void> {
  await attempt([counter(["test message", user], 6, 60)], "Several tests were sent just now. Wait a minute.");
}

/** Turns of a model that costs something. */
export async function attemptTurn(user: UserId, most: number): Promise<void> {
  const own = counter(["turn", user], most, 60);
  await attempt([own], `That were more than ${most} messages within a minute. Wait a moment and send it again.`);
}

/** Milliseconds to wait at the nth attempt on one account within an hour. */
export const delayAfter = (attempts: number) => Math.min(5000, Math.max(0, attempts - 20) * 500);

/** Sign-up answers "taken", so whoever tries many addresses has to be slowed down. */
export async function attemptSignUp(address: string | null): Promise<void> {
  const most = address === null ? 300 : 60;
  const everyone = counter(["sign-up", address ?? ""], most, 60 * minutes);
  await attempt([everyone], "Too many accounts were made from here. Try again in an hour.");
}
