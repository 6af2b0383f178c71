import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { makeConversation, makeMessage, makeTask, makeToolCall } from "@/lib/db/testing";
import { parsed } from "@/lib/http";
import { accountDeletionSchema, changePassword, deleteAccount, passwordChangeSchema } from "./account";
import type { SignedIn } from "./schema";
import { endOtherSessions, endSession, sessionsOf } from "./sessions/store";
import { signInWith } from "./sign-in";
import { touchSession } from "./store";
import { register } from "./users";

const password = "rope candle eleven";
const from = { address: null, userAgent: "a browser" };

async function signedIn(email = `${randomUUID()}@example.com`): Promise<SignedIn> {
  if (!(await db.user.count({ where: { email } }))) await register({ email, password, name: "Gwendolyn" }, null);
  const user = await touchSession(await signInWith({ email, password }, from));
  return user ?? expect.fail("nobody");
}

const isSignedIn = async ({ id, sessionId }: SignedIn) => (await touchSession({ userId: id, sessionId })) !== null;

test("a changed password counts at once, and ends every other session", async () => {
  const here = await signedIn();
  const there = await signedIn(here.email);
  const stranger = await signedIn();
  const next = "marble window seven";
  expect(await changePassword(here, { current: password, password: next })).toEqual([there.sessionId]);
  expect([await isSignedIn(here), await isSignedIn(there), await isSignedIn(stranger)]).toEqual([true, false, true]);
  await expect(signInWith({ email: here.email, password }, from)).rejects.toMatchObject({ code: "unauthenticated" });
  await expect(signInWith({ email: here.email, password: next }, from)).resolves.toBeDefined();
});

test.each([
  [{ current: "not the password", password: "marble window seven" }, "The password is wrong.", "current"],
  [{ current: password, password: "short" }, "at least 8 characters", "password"],
  [{ current: password, password: "password1" }, "easy to guess", "password"],
  [{ current: password, password: "gwendolyn1" }, "easy to guess", "password"],
  [{ current: password, password }, "That is the password you have.", "password"],
])("a change to %j is refused, names its field, and ends nothing", async (change, sentence, field) => {
  const here = await signedIn();
  const there = await signedIn(here.email);
  const refused = await changePassword(here, change).catch((error) => error);
  expect(refused).toMatchObject({ code: "invalid", message: expect.stringContaining(sentence), details: { field } });
  expect(await isSignedIn(there)).toBe(true);
  await expect(signInWith({ email: here.email, password }, from)).resolves.toBeDefined();
});

test("of two changes at once one counts, and the other is told", async () => {
  const user = await signedIn();
  const results = await Promise.allSettled(
    ["marble window seven", "copper lantern nine"].map((next) =>
      changePassword(user, { current: password, password: next }),
    ),
  );
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("wrong passwords can't be tried without end, and right ones don't count", async () => {
  const user = await signedIn();
  const wrong = { password: "not the password", words: "delete everything" };
  for (let time = 0; time < 3; time++) await expect(deleteAccount(user, wrong)).rejects.toThrow("wrong");
  await changePassword(user, { current: password, password: "marble window seven" });
  for (let time = 0; time < 5; time++) await expect(deleteAccount(user, wrong)).rejects.toThrow("wrong");
  await expect(deleteAccount(user, { ...wrong, password: "marble window seven" })).rejects.toMatchObject({
    code: "too_many",
  });
});

test("a password of 129 characters, a field too many, and other words are refused at the door", () => {
  const refused = (schema: typeof passwordChangeSchema | typeof accountDeletionSchema, body: unknown) => () =>
    parsed(schema, body);
  expect(refused(passwordChangeSchema, { current: password, password: "x".repeat(129) })).toThrow("at most 128");
  expect(refused(passwordChangeSchema, { current: password, password, userId: "x" })).toThrow("not known here");
  expect(refused(accountDeletionSchema, { password, words: "delete nothing" })).toThrow("Type the words");
  expect(parsed(accountDeletionSchema, { password, words: " Delete everything " })).toBeDefined();
});

test("a deleted account leaves nothing, ends every session, and touches nobody else", async () => {
  const user = await signedIn();
  const there = await signedIn(user.email);
  const other = await signedIn();
  for (const { id } of [user, other]) {
    await makeTask(id);
    const conversation = await makeConversation(id);
    const reply = await makeMessage(conversation, { role: "ASSISTANT" });
    await makeToolCall(id, { source: "CHAT", conversationId: conversation.id, messageId: reply.id, callId: "s1c0" });
  }
  const ended = await deleteAccount(user, { password, words: "delete everything" });
  expect(ended.toSorted()).toEqual([user.sessionId, there.sessionId].toSorted());
  expect([await isSignedIn(user), await isSignedIn(there), await isSignedIn(other)]).toEqual([false, false, true]);
  const left = async (userId: string) => [
    await db.user.count({ where: { id: userId } }),
    await db.session.count({ where: { userId } }),
    await db.task.count({ where: { userId } }),
    await db.conversation.count({ where: { userId } }),
    await db.message.count({ where: { userId } }),
    await db.toolCallLog.count({ where: { userId } }),
  ];
  expect(await left(user.id)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(await left(other.id)).toEqual([1, 1, 1, 1, 2, 1]);
  // The address is free again.
  await expect(register({ email: user.email, password }, null)).resolves.toBeDefined();
});

test("the list of sessions begins with this one, and holds neither ended ones nor other people's", async () => {
  const here = await signedIn();
  const there = await signedIn(here.email);
  const gone = await signedIn(here.email);
  await signedIn();
  expect(await endSession({ userId: here.id, sessionId: gone.sessionId })).toBe(true);
  const list = await sessionsOf(here.id, here.sessionId);
  expect(list.map(({ id, isCurrent }) => [id, isCurrent])).toEqual([
    [here.sessionId, true],
    [there.sessionId, false],
  ]);
  expect(Object.keys(list[0] ?? {}).toSorted()).toEqual(["createdAt", "id", "isCurrent", "lastSeenAt", "userAgent"]);
});

test("nobody ends another person's session, and an ended one ends no more", async () => {
  const mine = await signedIn();
  const theirs = await signedIn();
  expect(await endSession({ userId: mine.id, sessionId: theirs.sessionId })).toBe(false);
  expect(await endOtherSessions(mine.id, mine.sessionId)).toEqual([]);
  expect(await isSignedIn(theirs)).toBe(true);
  expect(await endSession({ userId: mine.id, sessionId: mine.sessionId })).toBe(true);
  expect(await endSession({ userId: mine.id, sessionId: mine.sessionId })).toBe(false);
});
