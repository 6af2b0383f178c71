import { describe, expect, test } from "vitest";
import { type Answer, type Person, signUp } from "@/e2e/people";
import { openScene, site, storedReply, taught } from "./scene";

type State = { version: number; title: string; description: string | null };
type Change = { before: State; after: State };

const changeIn = ({ body, status, text }: Answer): Change => {
  expect(status, text).toBe(200);
  return (body as { call: { changes: [Change] } }).call.changes[0];
};

const update = (person: Person, patch: object, version?: number) =>
  person.ask("POST", "/api/tools/update_task", { numbers: [1], patch, ...(version && { version }) });

async function taskOf(person: Person): Promise<State> {
  const { body } = await person.ask("GET", "/api/tasks?view=all");
  return (body as { tasks: [State] }).tasks[0];
}

const range = (length: number) => Array.from({ length }, (_, index) => index + 1);

describe("two who change one task", () => {
  test("F29 · two writers on two instances with a thousand changes each lose none, and versions only grow", {
    timeout: 300_000,
  }, async (context) => {
    const scene = await openScene(context);
    const servers = [await scene.instance(), await scene.instance()];
    const robin = await signUp(servers[0]?.url ?? "");
    await robin.tool("create_task", { title: "Title 0", description: "Notes 0" });
    const patches = [(n: number) => ({ title: `Title ${n}` }), (n: number) => ({ description: `Notes ${n}` })];
    const written = await Promise.all(
      patches.map(async (patch, writer) => {
        const person = robin.at({ baseURL: servers[writer]?.url ?? "" });
        const changes: Change[] = [];
        for (const n of range(1_000)) changes.push(changeIn(await update(person, patch(n))));
        return changes;
      }),
    );
    for (const changes of written) {
      const versions = changes.map(({ after }) => after.version);
      expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    }
    // Each change begins where the one before it ended, whoever made that: nobody wrote over something unseen.
    const chain = written.flat().toSorted((a, b) => a.after.version - b.after.version);
    expect(chain.map(({ after }) => after.version)).toEqual(range(2_000).map((n) => n + 1));
    expect(chain.slice(1).filter((change, index) => !isSame(change.before, chain[index]?.after))).toEqual([]);
    expect(await taskOf(robin)).toMatchObject({ version: 2_001, title: "Title 1000", description: "Notes 1000" });
    expect(await scene.sql(`SELECT count(*)::int AS n FROM "ToolCallLog" WHERE "toolName" = 'update_task'`)).toEqual([
      { n: 2_000 },
    ]);
  });

  test("F29 · who changes a task only as they saw it is refused when it has changed, looks again, and in the end every step counts", async (context) => {
    const scene = await openScene(context);
    const server = await scene.instance();
    const robin = await signUp(server.url);
    await robin.tool("create_task", { title: "0" });
    const refusals: Answer[] = [];
    async function addOne(): Promise<void> {
      for (;;) {
        const { title, version } = await taskOf(robin);
        const answer = await update(robin, { title: String(Number(title) + 1) }, version);
        if (answer.status === 200) return;
        refusals.push(answer);
      }
    }
    const count = async () => {
      for (const _ of range(20)) await addOne();
    };
    await Promise.all([count(), count(), count()]);
    expect(await taskOf(robin)).toMatchObject({ title: "60", version: 61 });
    expect(refusals.length).toBeGreaterThan(0);
    expect(new Set(refusals.map(({ status }) => status))).toEqual(new Set([409]));
    expect(refusals[0]?.body).toMatchObject({
      detail: expect.stringMatching(/changed in the meantime.*Look at it again/),
    });
  });

  test("F29 · a model whose view of a task is old is told so, and what the person wrote stays", async (context) => {
    const scene = await openScene(context);
    const server = await scene.instance();
    const robin = await signUp(server.url);
    await robin.tool("create_task", { title: "As the model saw it" });
    await update(robin, { title: "As the person wrote it" });
    const stale = { numbers: [1], patch: { title: "As the model wants it" }, version: 1 };
    const { text, key } = await taught({
      steps: [{ calls: [{ name: "update_task", arguments: stale }] }, { text: "You changed it meanwhile." }],
    });
    const { conversationId, replyId } = await robin.say(text);
    expect(await storedReply(robin, conversationId, replyId)).toMatchObject({ content: "You changed it meanwhile." });
    expect((await taskOf(robin)).title).toBe("As the person wrote it");
    const asked = await (await fetch(new URL(`/__calls?key=${key}`, site.fake.url))).text();
    expect(asked).toMatch(/changed in the meantime/);
  });
});

const isSame = (one: State, other: State | undefined) =>
  one.version === other?.version && one.title === other.title && one.description === other.description;
