import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Answer, type Person, signUp } from "@/e2e/people";
import { openScene, site, within } from "./scene";

type Timed = { answer: Answer; seconds: number };

async function timed(asked: Promise<Answer>): Promise<Timed> {
  const start = performance.now();
  const answer = await asked;
  return { answer, seconds: (performance.now() - start) / 1000 };
}

const add = (person: Person, title: string) => person.ask("POST", "/api/tools/create_task", { title });

test("F12 · a database that answers after 2 s: each of 200 requests at once is served or told to come back, in time, and then all is well", async (context) => {
  const scene = await openScene(context);
  const proxy = await site.proxy({ databaseUrl: scene.databaseUrl });
  context.onTestFinished(() => proxy.close());
  const server = await scene.instance({ databaseUrl: proxy.databaseUrl, databasePool: 4 });
  const robin = await signUp(server.url);
  const names = Array.from({ length: 20 }, () => `Task ${randomUUID()}`);

  // All its connections are open: over so slow a line a new one takes longer than it may.
  await Promise.all(Array.from({ length: 20 }, () => robin.ask("GET", "/api/tasks")));
  // Each way.
  proxy.latency(1_000);
  const answers = await Promise.all([
    ...names.map((title) => timed(add(robin, title))),
    ...Array.from({ length: 180 }, () => timed(robin.ask("GET", "/api/tasks"))),
  ]);
  const statuses = Map.groupBy(answers, ({ answer }) => answer.status);
  expect([...statuses.keys()].filter((status) => ![200, 503].includes(status))).toEqual([]);
  expect((statuses.get(503) ?? []).filter(({ answer }) => !answer.headers.has("retry-after"))).toEqual([]);
  expect(statuses.get(503)?.[0]?.answer.body).toMatchObject({ detail: expect.stringMatching(/try again/i) });
  // Two waits for a connection and two slow statements are 14 seconds; the rest is for a machine with much else to do.
  const longest = (some: Timed[]) => Math.max(...some.map(({ seconds }) => seconds));
  expect(longest(answers)).toBeLessThan(40);

  await proxy.heal();
  const after = await within(10, async () => {
    const again = await Promise.all(Array.from({ length: 20 }, () => timed(robin.ask("GET", "/api/tasks"))));
    expect(again.filter(({ answer }) => answer.status !== 200)).toEqual([]);
    return again;
  });
  expect(longest(after)).toBeLessThan(5);
  // What was confirmed is there, and what was refused is there at most once; asked again, it is there.
  const there = await scene.sql<{ title: string }>(`SELECT "title" FROM "Task"`);
  const confirmed = names.filter((_, index) => answers[index]?.answer.status === 200);
  expect(there.map(({ title }) => title)).toEqual(expect.arrayContaining(confirmed));
  expect(there).toHaveLength(new Set(there.map(({ title }) => title)).size);
  expect(server.output()).not.toMatch(/unhandled|uncaught/i);
  await robin.tool("create_task", { title: "And life goes on" });
});
