import { expect, test } from "vitest";
import { db, type Tx } from "./client";
import { asAppError } from "./refusal";
import { makeConversation, makeUser } from "./testing";
import { inTransaction } from "./transaction";

const fail = (tx: Tx, state: string) =>
  tx.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '${state}', MESSAGE = 'planted'; END $$`);

test("work that throws leaves nothing behind", async () => {
  const user = await makeUser();
  const broken = inTransaction(async (tx) => {
    await tx.user.update({ where: { id: user.id }, data: { name: "Grace" } });
    throw new Error("No");
  });
  await expect(broken).rejects.toThrow("No");
  expect(await db.user.findUnique({ where: { id: user.id } })).toMatchObject({ name: user.name });
});

test.each(["40001", "40P01"])("%s is tried again", async (state) => {
  let attempts = 0;
  const result = await inTransaction(async (tx) => {
    attempts++;
    if (attempts < 3) await fail(tx, state);
    return "done";
  });
  expect([result, attempts]).toEqual(["done", 3]);
});

test("after three more attempts it gives up with a sentence", async () => {
  let attempts = 0;
  const hopeless = inTransaction(async (tx) => {
    attempts++;
    await fail(tx, "40001");
  });
  const error = await hopeless.catch(asAppError);
  expect(attempts).toBe(4);
  expect(error).toMatchObject({ code: "unavailable" });
});

test("another refusal is not tried again", async () => {
  let attempts = 0;
  const refused = inTransaction(async (tx) => {
    attempts++;
    await fail(tx, "DK005");
  });
  await expect(refused).rejects.toThrow("planted");
  expect(attempts).toBe(1);
});

test("two transactions that lock each other out both succeed", async () => {
  const user = await makeUser();
  const [a, b] = [await makeConversation(user), await makeConversation(user)];
  const both = barrier(2);
  const rename = (first: string, second: string) =>
    inTransaction(async (tx) => {
      await tx.conversation.updateMany({ where: { userId: user.id, id: first }, data: { nextSeq: { increment: 1 } } });
      await both();
      await tx.conversation.updateMany({ where: { userId: user.id, id: second }, data: { nextSeq: { increment: 1 } } });
    });
  await Promise.all([rename(a.id, b.id), rename(b.id, a.id)]);
  const counted = await db.conversation.findMany({ where: { userId: user.id }, select: { nextSeq: true } });
  expect(counted).toEqual([{ nextSeq: 3 }, { nextSeq: 3 }]);
});

/** Lets go once so many have come; who comes later, such as a second attempt, isn't held. */
function barrier(size: number) {
  const { promise, resolve } = Promise.withResolvers<void>();
  let arrived = 0;
  return () => {
    arrived++;
    if (arrived === size) resolve();
    return promise;
  };
}
