import { describe, expect, test } from "vitest";
import { words } from "@/e2e/fake-openai/scripts";
import { type Person, signUp, timeZone } from "@/e2e/people";
import { send } from "./hearing";
import { endOf, makes, messagesOf, openScene, type Scene, slowly, taught, titles, within } from "./scene";

/** The tables that people's things stand in; a database whose disk is full can grow none of them. */
const tables = ["Session", "Task", "Conversation", "Message", "ReplyEvent", "ToolCallLog"];

/** From now on PostgreSQL answers every write to these tables with this state, the first so many times. */
async function plant({ sql }: Scene, state: string, at: string[], times = 2 ** 31 - 1): Promise<void> {
  // A sequence counts on when a transaction rolls back, as nothing else does.
  await sql(`CREATE SEQUENCE "faults" MAXVALUE ${2 ** 31}`);
  await sql(`CREATE FUNCTION "fault"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF nextval('"faults"') <= ${times} THEN RAISE EXCEPTION 'planted' USING ERRCODE = '${state}'; END IF;
    RETURN coalesce(NEW, OLD); END $$`);
  for (const table of at)
    await sql(`CREATE TRIGGER "a_fault" BEFORE INSERT OR UPDATE ON "${table}" FOR EACH ROW EXECUTE FUNCTION "fault"()`);
}

/** One table at a time: dropped all at once, the triggers and a statement of the server's could wait for each other's tables. */
async function remove({ sql }: Scene): Promise<void> {
  for (const table of tables) await sql(`DROP TRIGGER IF EXISTS "a_fault" ON "${table}"`);
  await sql(`DROP FUNCTION "fault"()`);
}
const met = async ({ sql }: Scene) =>
  (await sql<{ met: number }>(`SELECT "last_value"::int AS met FROM "faults"`))[0]?.met;

/** How much there is of everything. */
const amounts = async ({ sql }: Scene) =>
  Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => [table, (await sql(`SELECT count(*)::int AS n FROM "${table}"`))[0]?.n]),
    ),
  );

const ask = (person: Person, text: string, conversationId: string, messageId: string = crypto.randomUUID()) =>
  person.ask("POST", "/api/chat", { conversationId, messageId, text, timeZone });

describe.concurrent("a database that refuses", () => {
  test.for(["40001", "40P01"])(
    "F13 · a write that meets %s three times is done over, whole, and nobody notices",
    async (state, context) => {
      const scene = await openScene(context);
      const server = await scene.instance();
      const robin = await signUp(server.url);
      await plant(scene, state, ["Task"], 3);
      const done = await robin.tool("create_task", { title: "In the end" });
      expect(done).toMatchObject({ task: { title: "In the end" } });
      expect(await met(scene)).toBe(4);
      expect(await scene.sql(`SELECT "title", "number", "version" FROM "Task"`)).toEqual([
        { title: "In the end", number: 1, version: 1 },
      ]);
      expect(
        await scene.sql(`SELECT "status"::text, jsonb_array_length("changes") AS "changes" FROM "ToolCallLog"`),
      ).toEqual([{ status: "SUCCESS", changes: 1 }]);

      await remove(scene);
      await scene.sql(`DROP SEQUENCE "faults"`);
      await plant(scene, state, ["Message"], 3);
      const said = await robin.say((await taught({ steps: [{ text: "Hello." }] })).text);
      expect(said.text).toBe("Hello.");
      expect(await messagesOf(robin, said.conversationId)).toMatchObject([{ seq: 1 }, { seq: 2, status: "COMPLETED" }]);
    },
  );

  test("F14 · while the disk is full, writes are refused in a clear sentence, reads work, nothing is half written, and all goes on by itself", async (context) => {
    const scene = await openScene(context);
    const server = await scene.instance();
    const robin = await signUp(server.url);
    await robin.tool("create_task", { title: "Before" });
    const earlier = await robin.say((await taught({ steps: [{ text: "All is well." }] })).text);
    const before = await amounts(scene);
    // Long ago enough that the next request wants to write down that the session was seen.
    await scene.sql(`ALTER TABLE "Session" DISABLE TRIGGER USER`);
    await scene.sql(`UPDATE "Session" SET "lastSeenAt" = now() - interval '1 hour'`);
    await scene.sql(`ALTER TABLE "Session" ENABLE TRIGGER USER`);
    await plant(scene, "53100", tables);

    const refusals = [
      await robin.ask("POST", "/api/tools/create_task", { title: "Too much" }),
      await ask(robin, "One more", crypto.randomUUID()),
      await ask(robin, "One more here", earlier.conversationId),
    ];
    for (const { status, body, headers } of refusals) {
      expect([status, headers.has("retry-after")]).toEqual([503, true]);
      expect(body).toMatchObject({ detail: expect.stringMatching(/disk is full.*Nothing was changed/) });
    }
    expect(await titles(robin)).toEqual(["Before"]);
    expect((await messagesOf(robin, earlier.conversationId)).at(-1)?.content).toBe("All is well.");
    for (const path of ["/api/conversations", "/api/activity", "/api/me"])
      expect((await robin.ask("GET", path)).status, path).toBe(200);
    expect(await amounts(scene)).toEqual(before);

    await remove(scene);
    await robin.tool("create_task", { title: "After" });
    expect((await robin.say((await taught({ steps: [{ text: "Again." }] })).text, earlier.conversationId)).text).toBe(
      "Again.",
    );
    expect(await titles(robin)).toEqual(["After", "Before"]);
    expect(server.output()).not.toMatch(/unhandled|uncaught/i);
  });

  test("F14 · a reply that runs while the disk is full for a moment is whole in the end", async (context) => {
    const scene = await openScene(context);
    const server = await scene.instance();
    const robin = await signUp(server.url);
    const whole = words(40);
    const reply = await send(robin, await taught({ steps: [slowly(whole, 5)] }));
    await within(10, () => expect(reply.text).toMatch(/word5\b/));
    await plant(scene, "53100", tables);
    await within(10, () => expect(reply.text).toMatch(/word40\b/));
    await within(10, async () => expect(await met(scene)).toBeGreaterThan(3));
    await remove(scene);
    const ended = await endOf(robin, reply, 20);
    expect(ended).toMatchObject({ status: "COMPLETED", content: whole });
    await reply.end;
    expect([reply.text, reply.isDone]).toEqual([whole, true]);
  });

  test("F14 · a tool that meets the full disk in a reply changes nothing, and the model is told", async (context) => {
    const scene = await openScene(context);
    const server = await scene.instance();
    const robin = await signUp(server.url);
    const question = await taught({ steps: [makes("No room for this"), { text: "There was no room." }] });
    await plant(scene, "53100", ["Task"]);
    const reply = await send(robin, question);
    const ended = await endOf(robin, reply, 20);
    expect(ended).toMatchObject({ status: "COMPLETED", content: "There was no room." });
    expect(ended.parts).toContainEqual(
      expect.objectContaining({ state: "output-error", errorText: expect.stringContaining("disk is full") }),
    );
    expect(await titles(robin)).toEqual([]);
    expect(await scene.sql(`SELECT "status"::text, "changes" FROM "ToolCallLog"`)).toEqual([
      { status: "ERROR", changes: [] },
    ]);
  });
});
