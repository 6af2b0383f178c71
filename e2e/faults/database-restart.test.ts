import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { words } from "@/e2e/fake-openai/scripts";
import { type Answer, type Person, signUp } from "@/e2e/people";
import { type Hearing, send } from "./hearing";
import {
  asleepInDatabase,
  dawdleAtCommit,
  endOf,
  makes,
  openScene,
  site,
  slowly,
  taught,
  titles,
  within,
} from "./scene";

// Alone in its file: it takes the database away from everybody.

/** What a person asked for, and what they were told of it: nothing when the connection broke. */
type Wish = { title: string; answer: Answer | null };
const isDone = ({ answer }: Wish) => answer?.status === 200;

/** Adds tasks, one after the other, until told to stop. */
async function addTasks(person: Person, wishes: Wish[], stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const title = `Task ${randomUUID()}`;
    wishes.push({ title, answer: await person.ask("POST", "/api/tools/create_task", { title }).catch(() => null) });
    // As long as a client waits that was asked to come back later; a refusal costs nothing, and a loop of them would be a flood.
    if (!isDone(wishes.at(-1) as Wish)) await pause(50);
  }
}

type Talk = { person: Person; reply: Hearing; title: string };
const whole = words(30);

/** Has one conversation after another, each of a reply that adds a task and then talks for two seconds. */
async function talk(person: Person, talks: Talk[], refusals: number[], stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    const title = `Said ${randomUUID()}`;
    const question = await taught({ steps: [makes(title), slowly(whole, 2)] });
    const reply = await send(person, question).catch(() => null);
    if (reply?.status === 200) talks.push({ person, reply, title });
    else {
      if (reply) refusals.push(reply.status);
      await pause(50);
    }
    await reply?.end;
  }
}

test("F11 · a database that crashes under load is back within 5 s; replies are whole or interrupted, and every change is there once", async (context) => {
  const scene = await openScene(context);
  const servers = [await scene.instance(), await scene.instance()];
  const people = await Promise.all(servers.map(({ url }) => signUp(url)));
  const [wishes, talks, refusals]: [Wish[], Talk[], number[]] = [[], [], []];
  const stop = new AbortController();
  const load = people.flatMap((person) => [
    addTasks(person, wishes, stop.signal),
    talk(person, talks, refusals, stop.signal),
    talk(person, talks, refusals, stop.signal),
  ]);
  const done = () => wishes.filter(isDone).length;

  for (let round = 1; round <= 4; round++) {
    const [before, talked] = [done(), talks.length];
    await within(20, () => {
      expect(done()).toBeGreaterThan(before + 20);
      expect(talks.length).toBeGreaterThan(talked + 1);
    });
    await site.restartDatabase("immediate");
    for (const person of people)
      await within(5, async () => expect((await person.ask("GET", "/api/tasks")).status).toBe(200));
  }
  stop.abort();
  await Promise.all(load);

  // Whoever was refused was told so, and when to come back.
  const refused = wishes.flatMap(({ answer }) => (answer && answer.status !== 200 ? [answer] : []));
  expect(refused.filter(({ status }) => status !== 503).map(({ status, text }) => `${status} ${text}`)).toEqual([]);
  expect(refused.filter(({ headers }) => !headers.has("retry-after"))).toEqual([]);
  expect(refusals.filter((status) => status !== 503)).toEqual([]);

  const rows = await scene.sql<{ title: string }>(`SELECT "title" FROM "Task"`);
  const count = (title: string) => rows.filter((row) => row.title === title).length;
  expect(wishes.filter(isDone).filter(({ title }) => count(title) !== 1)).toEqual([]);
  expect(rows).toHaveLength(new Set(rows.map(({ title }) => title)).size);

  const ends = await Promise.all(
    talks.map(async ({ person, reply, title }) => ({ title, reply: await endOf(person, reply, 20) })),
  );
  const broken = ends.filter(({ reply }) => reply.status !== "COMPLETED");
  expect(broken.filter(({ reply }) => reply.metadata.error?.code !== "interrupted")).toEqual([]);
  expect(broken.filter(({ reply }) => !whole.startsWith(reply.content))).toEqual([]);
  const finished = ends.filter(({ reply }) => reply.status === "COMPLETED");
  expect(finished.length).toBeGreaterThan(0);
  expect(finished.filter(({ reply }) => reply.content !== whole)).toEqual([]);
  // What a reply shows of its call is what became of it: a call that met the crash changed nothing, and says so.
  const claims = ends.flatMap(({ reply, title }) =>
    reply.parts
      .filter(({ type }) => type === "tool-create_task")
      .map(({ state, errorText }) => ({ title, state, errorText, tasks: count(title) })),
  );
  const isTrue = ({ state, tasks }: { state?: string | undefined; tasks: number }) =>
    state === (tasks === 1 ? "output-available" : "output-error");
  expect(claims.filter((claim) => !isTrue(claim))).toEqual([]);

  // Each change stands on the record once, and each record's change is there.
  const [recorded] = await scene.sql<{ unrecorded: number; unreal: number }>(`
    WITH made AS (SELECT c->>'taskId' AS id FROM "ToolCallLog", jsonb_array_elements("changes") c WHERE "status" = 'SUCCESS')
    SELECT (SELECT count(*)::int FROM "Task" t WHERE (SELECT count(*) FROM made WHERE id = t."id"::text) <> 1) AS unrecorded,
      (SELECT count(*)::int FROM made WHERE id NOT IN (SELECT "id"::text FROM "Task")) AS unreal`);
  expect(recorded).toEqual({ unrecorded: 0, unreal: 0 });
  for (const server of servers) expect(server.output()).not.toMatch(/unhandled|uncaught/i);
  const [robin] = people as [Person];
  await robin.tool("create_task", { title: "And life goes on" });
  expect((await titles(robin)).length).toBeGreaterThan(0);
});

test("F11 · a change that was committed while the line broke is told as what it is: done", async (context) => {
  const scene = await openScene(context);
  const proxy = await site.proxy({ databaseUrl: scene.databaseUrl });
  context.onTestFinished(() => proxy.close());
  const server = await scene.instance({ databaseUrl: proxy.databaseUrl });
  const robin = await signUp(server.url);
  // Its commit takes a second, in which the line is cut: the database goes on, and its answer finds nobody.
  await dawdleAtCommit(scene.sql, "Task");
  const question = await taught({ steps: [makes("Committed"), { text: "There it is." }] });
  const reply = await send(robin, question);
  await within(10, async () => expect(await scene.sql(asleepInDatabase)).toHaveLength(1));
  proxy.reset();
  await within(10, async () => expect(await titles(robin)).toEqual(["Committed"]));
  const ended = await endOf(robin, reply, 25);
  expect(ended.parts).toContainEqual(expect.objectContaining({ type: "tool-create_task", state: "output-available" }));
  expect(await titles(robin)).toEqual(["Committed"]);
  // A model that is told of an error would do it again.
  expect(await toldTo(question.key)).toContain('"number":1');

  const asked = robin.ask("POST", "/api/tools/create_task", { title: "By hand" }, { "idempotency-key": "once" });
  await within(10, async () => expect(await scene.sql(asleepInDatabase)).toHaveLength(1));
  proxy.reset();
  expect([200, 503]).toContain((await asked).status);
  const again = await within(10, async () => {
    const answer = await robin.ask(
      "POST",
      "/api/tools/create_task",
      { title: "By hand" },
      { "idempotency-key": "once" },
    );
    expect(answer.status, answer.text).toBe(200);
    return answer;
  });
  expect(again.body).toMatchObject({ output: { task: { title: "By hand", number: 2 } } });
  expect(await titles(robin)).toEqual(["By hand", "Committed"]);
});

/** The result of its call, as the model got it. */
async function toldTo(key: string): Promise<string> {
  const answer = await fetch(new URL(`/__calls?key=${key}`, site.fake.url));
  const { requests } = (await answer.json()) as { requests: { body: { messages: { content: string }[] } }[] };
  return requests.at(-1)?.body.messages.at(-1)?.content ?? "";
}
