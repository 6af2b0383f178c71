import { randomUUID } from "node:crypto";
import { afterAll, expect, type TestContext, vi } from "vitest";
import type { InstanceOptions } from "@/e2e/chaos/instance";
import { openSite } from "@/e2e/chaos/site";
import type { Script } from "@/e2e/fake-openai/script";
import type { Answer, Person } from "@/e2e/people";

/** PostgreSQL and the pretended model of this test file. */
export const site = await openSite();
afterAll(() => site.close());

export type Scene = Awaited<ReturnType<typeof openScene>>;

/**
 * A database of the test's own, with instances of the app on it: no other test's sweeper looks in, and faults that are planted in it
 * hurt nobody else.
 */
export async function openScene({ onTestFinished }: Pick<TestContext, "onTestFinished">) {
  const { databaseUrl, sql } = await site.database();
  return {
    databaseUrl,
    sql,
    async instance(options: InstanceOptions = {}) {
      const started = await site.instance({ databaseUrl, ...options });
      // It has nothing to lose any more; what a stop in order is like, a test of its own shows.
      onTestFinished(async () => {
        started.kill("SIGKILL");
        await started.exited;
      });
      return started;
    },
  };
}

/** Waits until `look` finds nothing to complain about, at most so many seconds. */
export const within = <Found>(seconds: number, look: () => Found | Promise<Found>): Promise<Found> =>
  vi.waitFor(look, { timeout: seconds * 1000, interval: 50 });

/** From now on the commit of an insert into this table takes a second: time to do something to whoever waits for its answer. */
export async function dawdleAtCommit(sql: Scene["sql"], table: string): Promise<void> {
  await sql(`CREATE FUNCTION "dawdle"() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_sleep(1); RETURN NULL; END $$`);
  await sql(`CREATE CONSTRAINT TRIGGER "dawdle" AFTER INSERT ON "${table}" DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION "dawdle"()`);
}

/** One row while such a commit goes on. */
export const asleepInDatabase = `SELECT 1 FROM pg_stat_activity WHERE "wait_event" = 'PgSleep' AND "datname" = current_database()`;

/** Teaches the pretended model a script of the test's own; the message that plays it, and the key that counts its calls. */
export async function taught(script: Script): Promise<{ text: string; key: string }> {
  const name = `own-${randomUUID()}`;
  const answer = await fetch(new URL(`/__scripts/${name}`, site.fake.url), {
    method: "PUT",
    body: JSON.stringify(script),
  });
  expect(answer.status).toBe(200);
  return { text: `Please help. [[script:${name}#${name}]]`, key: name };
}

/** How often the model was asked under this key. */
export async function modelCalls(key: string): Promise<number> {
  const answer = await fetch(new URL(`/__calls?key=${key}`, site.fake.url));
  return ((await answer.json()) as { calls: number }).calls;
}

/** A text that takes about so many seconds to arrive, six characters at a time. */
export const slowly = (text: string, seconds: number) => ({
  text,
  pieceLength: 6,
  pauseMs: Math.round((seconds * 1000) / Math.ceil(text.length / 6)),
});

export const makes = (title: string) => ({ calls: [{ name: "create_task", arguments: { title } }] });

export type Stored = {
  id: string;
  seq: number;
  role: "USER" | "ASSISTANT";
  status: string;
  content: string;
  parts: { type: string; state?: string; errorText?: string }[];
  replacesId: string | null;
  createdAt: string;
  metadata: { error?: { code: string; message: string } };
};

/** Asks as a browser does: who is told that the server is busy and nothing was changed asks again. Faults make it busy by design. */
export async function patiently(person: Person, ...request: Parameters<Person["ask"]>): Promise<Answer> {
  const answer = await within(60, async () => {
    const answer = await person.ask(...request);
    expect(answer.status, answer.text).not.toBe(503);
    return answer;
  });
  expect(answer.status, answer.text).toBe(200);
  return answer;
}

export async function messagesOf(person: Person, conversationId: string): Promise<Stored[]> {
  const answer = await patiently(person, "GET", `/api/conversations/${conversationId}/messages`);
  return (answer.body as { messages: Stored[] }).messages;
}

export async function storedReply(person: Person, conversationId: string, replyId: string): Promise<Stored> {
  const reply = (await messagesOf(person, conversationId)).find(({ id }) => id === replyId);
  if (!reply) throw new Error("The reply is not in its conversation.");
  return reply;
}

/** The reply, once it has ended, at most so many seconds from now. */
export const endOf = (person: Person, at: { conversationId: string; replyId: string }, seconds: number) =>
  within(seconds, async () => {
    const reply = await storedReply(person, at.conversationId, at.replyId);
    expect(reply.status).toMatch(/^(COMPLETED|STOPPED|ERROR)$/);
    return reply;
  });

/** Seconds from a moment until a reply was ended, by the clock of the database: how long the test waited to see it doesn't count. */
export async function secondsUntilEnd({ sql }: Scene, replyId: string, since: number): Promise<number> {
  const [last] = await sql<{ at: Date }>(`SELECT max("createdAt") AS at FROM "ReplyEvent" WHERE "messageId" = $1`, [
    replyId,
  ]);
  return last ? (last.at.getTime() - since) / 1000 : Number.NaN;
}

export async function titles(person: Person): Promise<string[]> {
  const answer = await patiently(person, "GET", "/api/tasks?view=all&limit=200");
  return (answer.body as { tasks: { title: string }[] }).tasks.map(({ title }) => title).sort();
}
