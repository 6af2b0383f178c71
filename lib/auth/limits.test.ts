import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { attemptSignIn, attemptSignUp, delayAfter } from "./limits";

const someone = () => `${randomUUID()}@example.com`;
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

test("the sixth failure on an account from one address is refused, with the seconds to wait", async () => {
  const email = someone();
  for (const _ of times(5)) await attemptSignIn(email, "198.51.100.1");
  const refusal = await attemptSignIn(email, "198.51.100.1").catch((error) => error);
  expect(refusal).toMatchObject({ code: "too_many" });
  expect(refusal.retryAfter).toBeGreaterThan(0);
  expect(refusal.retryAfter).toBeLessThanOrEqual(15 * 60);
});

test("the owner still gets in from another address", async () => {
  const email = someone();
  for (const _ of times(5)) await attemptSignIn(email, "198.51.100.2");
  await expect(attemptSignIn(email, "198.51.100.2")).rejects.toMatchObject({ code: "too_many" });
  await expect(attemptSignIn(email, "198.51.100.3")).resolves.toMatchObject({ delay: 0 });
});

test("attempts sent at the same moment count as well", async () => {
  const email = someone();
  const results = await Promise.allSettled(times(20).map(() => attemptSignIn(email, "198.51.100.4")));
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(5);
});

test("one address may fail thirty times over all accounts", async () => {
  for (const _ of times(30)) await attemptSignIn(someone(), "198.51.100.5");
  await expect(attemptSignIn(someone(), "198.51.100.5")).rejects.toMatchObject({ code: "too_many" });
});

test("a sign-in that worked doesn't count", async () => {
  const email = someone();
  for (const _ of times(40)) await (await attemptSignIn(email, "198.51.100.6")).succeeded();
  await expect(attemptSignIn(email, "198.51.100.6")).resolves.toMatchObject({ delay: 0 });
});

test("guesses from many addresses are slowed down, and never locked out", async () => {
  const email = someone();
  for (const index of times(24)) await attemptSignIn(email, `203.0.113.${index}`);
  expect((await attemptSignIn(email, "203.0.113.200")).delay).toBe(delayAfter(25));
  expect([20, 21, 25, 1000].map(delayAfter)).toEqual([0, 500, 2500, 5000]);
});

test("where the address can't be known, the account is limited all the same", async () => {
  const email = someone();
  for (const _ of times(5)) await attemptSignIn(email, null);
  await expect(attemptSignIn(email, null)).rejects.toMatchObject({ code: "too_many" });
});

test("a second instance counts on", async () => {
  const email = someone();
  for (const _ of times(5)) await attemptSignIn(email, "198.51.100.7");
  vi.resetModules();
  const other = await import("./limits");
  expect(other.attemptSignIn).not.toBe(attemptSignIn);
  await expect(other.attemptSignIn(email, "198.51.100.7")).rejects.toMatchObject({ code: "too_many" });
});

test("when the time is over, counting begins again", async () => {
  const email = someone();
  for (const _ of times(5)) await attemptSignIn(email, "198.51.100.8");
  await db.$executeRaw`UPDATE "RateLimit" SET "resetAt" = now() - interval '1 second'`;
  await expect(attemptSignIn(email, "198.51.100.8")).resolves.toMatchObject({ delay: 0 });
});

test("counters that are over are cleared away, and what is stored names nobody", async () => {
  await db.rateLimit.deleteMany();
  await attemptSignIn(someone(), "198.51.100.9");
  await db.$executeRaw`UPDATE "RateLimit" SET "resetAt" = now() - interval '2 hours'`;
  await attemptSignIn(someone(), "198.51.100.10");
  const rows = await db.rateLimit.findMany();
  expect(rows).toHaveLength(3);
  expect(rows.filter((row) => !/^[0-9a-f]{64}$/.test(row.key))).toEqual([]);
});

test("sign-ups from one address are limited", async () => {
  for (const _ of times(60)) await attemptSignUp("198.51.100.11");
  await expect(attemptSignUp("198.51.100.11")).rejects.toMatchObject({ code: "too_many" });
  await expect(attemptSignUp("198.51.100.12")).resolves.toBeUndefined();
});
