import { randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { parsed, problem } from "@/lib/http";
import { endSession } from "./sessions/store";
import { credentialsSchema, signInWith } from "./sign-in";
import { createSession, credentialsOf, touchSession } from "./store";
import { register } from "./users";

const password = "rope candle eleven";
const from = { address: "198.51.100.20", userAgent: "a browser" };

async function somebody() {
  const email = `${randomUUID()}@example.com`;
  await register({ email, password }, null);
  return email;
}

test("the right password opens a session that is found again", async () => {
  const email = await somebody();
  const claims = await signInWith({ email, password }, from);
  expect(await touchSession(claims)).toMatchObject({
    id: claims.userId,
    sessionId: claims.sessionId,
    email,
    timeZone: "UTC",
    settings: { theme: "system", approval: { delete: 3, change: 10 } },
  });
});

test("no such account and wrong password are one answer", async () => {
  const email = await somebody();
  const answers = [
    { email, password: "wrong candle eleven" },
    { email: "nobody@example.com", password },
  ].map(async (credentials) => {
    const response = problem(await signInWith(credentials, from).catch((error) => error));
    return { status: response.status, headers: [...response.headers], body: await response.text() };
  });
  const [wrong, unknown] = await Promise.all(answers);
  expect(wrong).toEqual(unknown);
  expect(wrong?.status).toBe(401);
});

test("each sign-in is a session of its own", async () => {
  const email = await somebody();
  const first = await signInWith({ email, password }, from);
  const second = await signInWith({ email, password }, from);
  expect(second.sessionId).not.toBe(first.sessionId);
});

test("a revoked session is nobody's", async () => {
  const claims = await signInWith({ email: await somebody(), password }, from);
  await endSession(claims);
  expect(await touchSession(claims)).toBe(null);
});

test("revoking one session leaves the other, and nobody else can revoke it", async () => {
  const email = await somebody();
  const mine = await signInWith({ email, password }, from);
  const alsoMine = await signInWith({ email, password }, from);
  const stranger = await signInWith({ email: await somebody(), password }, from);
  await endSession({ userId: stranger.userId, sessionId: mine.sessionId });
  await endSession(alsoMine);
  expect(await touchSession(mine)).toMatchObject({ email });
  expect(await touchSession({ userId: stranger.userId, sessionId: mine.sessionId })).toBe(null);
});

test("a session ends after 30 days, and after 7 without being used", async () => {
  const email = await somebody();
  const old = await signInWith({ email, password }, from);
  const unused = await signInWith({ email, password }, from);
  // The database stamps these moments itself, so only without its triggers can a test move them.
  await db.$executeRaw`ALTER TABLE "Session" DISABLE TRIGGER USER`;
  await db.$executeRaw`UPDATE "Session" SET "createdAt" = now() - interval '31 days', "expiresAt" = now() - interval '1 minute' WHERE "id" = ${old.sessionId}::uuid`;
  await db.$executeRaw`UPDATE "Session" SET "lastSeenAt" = now() - interval '8 days' WHERE "id" = ${unused.sessionId}::uuid`;
  await db.$executeRaw`ALTER TABLE "Session" ENABLE TRIGGER USER`;
  expect(await touchSession(old)).toBe(null);
  expect(await touchSession(unused)).toBe(null);
});

test("a session in use is written down as seen, at most every five minutes", async () => {
  const claims = await signInWith({ email: await somebody(), password }, from);
  const where = { userId_id: { userId: claims.userId, id: claims.sessionId } };
  const created = await db.session.findUniqueOrThrow({ where });
  await touchSession(claims);
  expect(await db.session.findUniqueOrThrow({ where })).toEqual(created);
  await db.$executeRaw`ALTER TABLE "Session" DISABLE TRIGGER USER`;
  await db.$executeRaw`UPDATE "Session" SET "lastSeenAt" = now() - interval '6 minutes' WHERE "id" = ${claims.sessionId}::uuid`;
  await db.$executeRaw`ALTER TABLE "Session" ENABLE TRIGGER USER`;
  expect(await touchSession(claims)).not.toBe(null);
  const seen = await db.session.findUniqueOrThrow({ where });
  expect(seen.lastSeenAt.getTime()).toBeGreaterThanOrEqual(created.lastSeenAt.getTime());
  expect(seen.expiresAt).toEqual(created.expiresAt);
});

test("a session lasts 30 days by the database's clock", async () => {
  const { userId, sessionId } = await signInWith({ email: await somebody(), password }, from);
  const [row] = await db.$queryRaw<{ days: number }[]>`
    SELECT round(extract(epoch FROM "expiresAt" - "createdAt") / 86400)::int AS days FROM "Session"
    WHERE "userId" = ${userId}::uuid AND "id" = ${sessionId}::uuid`;
  expect(row?.days).toBe(30);
});

test("a weak hash is replaced at the next sign-in", async () => {
  const email = await somebody();
  const weak = await hash(password, { memoryCost: 4096, timeCost: 1 });
  await db.user.update({ where: { email }, data: { passwordHash: weak } });
  await signInWith({ email, password }, from);
  const after = await credentialsOf(email);
  expect(after?.passwordHash).toContain("m=19456,t=2,p=1");
  await expect(signInWith({ email, password }, from)).resolves.toBeDefined();
});

test("an account without a password can't be signed in to with one", async () => {
  const email = await somebody();
  await db.user.update({ where: { email }, data: { passwordHash: null } });
  await expect(signInWith({ email, password: "" }, from)).rejects.toMatchObject({ code: "unauthenticated" });
});

test("a long user agent is cut, and none is fine", async () => {
  const email = await somebody();
  const { userId } = (await credentialsOf(email)) ?? { userId: "" };
  await createSession(userId, "x".repeat(5000));
  await createSession(userId, null);
  const agents = await db.session.findMany({ where: { userId }, select: { userAgent: true } });
  expect(agents.map(({ userAgent }) => userAgent?.length).toSorted()).toEqual([500, undefined]);
});

test.each([
  [{ email: "a\uFF20b.example", password }, "Enter an e-mail address such as ada@example.com."],
  [{ email: "a@b.example", password: "x".repeat(129) }, "A password has at most 128 characters."],
  [{ email: "a@b.example" }, 'The field "password" is missing.'],
  [{ email: { contains: "" }, password }, '"email" must be text.'],
  [{ email: "a@b.example", password, role: "admin" }, 'The field "role" is not known here.'],
])("%j is refused", (body, sentence) => {
  expect(() => parsed(credentialsSchema, body)).toThrow(sentence);
});
