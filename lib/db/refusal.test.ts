import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { PrismaPg } from "@prisma/adapter-pg";
import { Client } from "pg";
import { expect, test } from "vitest";
import { env } from "@/lib/env";
import { translateError } from "@/lib/errors";
import { db } from "./client";
import { sessionAddress } from "./connection";
import { PrismaClient } from "./generated/client";
import { asAppError, isUniqueViolation } from "./refusal";
import { makeConversation, makeMessage, makeTask, makeUser } from "./testing";

const thrown = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.unreachable("It should have been refused."),
    (error) => error,
  );

/** A client of its own, with other limits than the app's. */
function clientWith(config: ConstructorParameters<typeof PrismaPg>[0]) {
  return new PrismaClient({ adapter: new PrismaPg(config) });
}

test("a broken unique index has a sentence of its own, and can be asked for by name", async () => {
  const { email } = await makeUser();
  const error = await thrown(makeUser({ email }));
  expect(asAppError(error)).toMatchObject({
    code: "conflict",
    message: "There is already an account with this e-mail address.",
  });
  expect(isUniqueViolation(error, "User_email_key")).toBe(true);
  expect(isUniqueViolation(error, "User_pkey")).toBe(false);
});

test("a second active reply is a conflict, by its partial index", async () => {
  const conversation = await makeConversation(await makeUser());
  await makeMessage(conversation, { role: "ASSISTANT", status: "PROCESSING" });
  const error = await thrown(makeMessage(conversation, { role: "ASSISTANT", status: "PENDING" }));
  expect(isUniqueViolation(error, "Message_one_active_reply")).toBe(true);
});

test("a broken CHECK names the limit, also from raw SQL", async () => {
  const user = await makeUser();
  const message = "A title has 1 to 500 characters.";
  const byClient = await thrown(makeTask(user, { title: " " }));
  expect(asAppError(byClient)).toMatchObject({ code: "invalid", message });
  const task = await makeTask(user);
  const raw = db.$executeRaw`UPDATE "Task" SET "title" = '' WHERE "id" = ${task.id}::uuid`;
  expect(asAppError(await thrown(raw))).toMatchObject({ code: "invalid", message });
});

test("a trigger's own code becomes its sentence, through Prisma and through pg", async () => {
  const conversation = await makeConversation(await makeUser(), { status: "ARCHIVED" });
  const byClient = await thrown(makeMessage(conversation));
  const message = "This conversation is archived. Unarchive it to write in it.";
  expect(asAppError(byClient)).toMatchObject({ code: "conflict", message });
  const client = new Client({ connectionString: sessionAddress(env.DATABASE_URL) });
  await client.connect();
  const byPg = await thrown(client.query(`UPDATE "Conversation" SET "createdAt" = now()`));
  await client.end();
  expect(asAppError(byPg)).toMatchObject({ code: "conflict" });
});

test("a reference to what isn't there, and a row that isn't there, are not found", async () => {
  const user = await makeUser();
  const reference = makeMessage({ userId: user.id, id: user.id });
  expect(asAppError(await thrown(reference))).toMatchObject({ code: "not_found" });
  const dangling = db.account.create({
    data: { userId: "00000000-0000-7000-8000-000000000000", provider: "x", subject: "y" },
  });
  expect(asAppError(await thrown(dangling))).toMatchObject({ code: "not_found" });
});

test("text that PostgreSQL can't hold is invalid, in a column and in JSON", async () => {
  const user = await makeUser();
  expect(asAppError(await thrown(makeTask(user, { title: "a\u0000b" })))).toMatchObject({ code: "invalid" });
  const settings = { model: "a\u0000b" };
  const inJson = db.user.update({ where: { id: user.id }, data: { settings } });
  expect(asAppError(await thrown(inJson))).toMatchObject({ code: "invalid" });
});

test("a server that isn't there is unavailable, and says when to come back", async () => {
  const nowhere = clientWith({ connectionString: "postgres://docket@127.0.0.1:1/docket" });
  const error = asAppError(await thrown(nowhere.user.count()));
  expect(error).toMatchObject({ code: "unavailable", retryAfter: 2 });
});

test("a pool without a free connection is unavailable, in a query and in a transaction", async () => {
  const limits = { max: 1, connectionTimeoutMillis: 1_000 };
  const small = clientWith({ connectionString: sessionAddress(env.DATABASE_URL), ...limits });
  const errors = await small.$transaction(() =>
    Promise.all([thrown(small.user.count()), thrown(small.$transaction((tx) => tx.user.count()))]),
  );
  await small.$disconnect();
  const busy = { code: "unavailable", message: expect.stringContaining("busy"), retryAfter: 2 };
  expect(errors.map(asAppError)).toMatchObject([busy, busy]);
});

test("a server that doesn't answer is unavailable", async () => {
  const silent = createServer();
  await once(silent.listen(0, "127.0.0.1"), "listening");
  const { port } = silent.address() as AddressInfo; // it listens on a port
  const connectionString = `postgres://docket@127.0.0.1:${port}/docket`;
  const error = await thrown(clientWith({ connectionString, connectionTimeoutMillis: 50 }).user.count());
  silent.close();
  expect(asAppError(error)).toMatchObject({ code: "unavailable", retryAfter: 2 });
});

test("a statement that takes too long is unavailable", async () => {
  const hasty = clientWith({ connectionString: sessionAddress(env.DATABASE_URL), statement_timeout: 50 });
  const error = await thrown(hasty.$queryRaw`SELECT pg_sleep(5)::text`);
  await hasty.$disconnect();
  expect(asAppError(error)).toMatchObject({ code: "unavailable" });
});

test("a server that goes away in the middle is unavailable", async () => {
  const cut = clientWith({ connectionString: sessionAddress(env.DATABASE_URL) });
  const error = await thrown(cut.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`);
  await cut.$disconnect();
  expect(asAppError(error)).toMatchObject({ code: "unavailable" });
});

test("what the database didn't say isn't its to translate", async () => {
  expect(asAppError(new Error("Something else"))).toBeNull();
  expect(asAppError(null)).toBeNull();
  const typo = await thrown(db.$queryRaw`SELECT * FROM "Nothing"`);
  expect(asAppError(typo)).toBeNull();
});

test("every door's translator speaks for the database", async () => {
  const { email } = await makeUser();
  expect(translateError(await thrown(makeUser({ email })))).toMatchObject({ name: "AppError", code: "conflict" });
});
