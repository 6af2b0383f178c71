import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { words } from "@/e2e/fake-openai/scripts";
import { signUp, timeZone } from "@/e2e/people";
import { send } from "./hearing";
import { startApart } from "./npm-start";
import { endOf, makes, openScene, site, slowly, storedReply, taught, within } from "./scene";

const hello = { conversationId: v7(), messageId: v7(), text: "Hello?", timeZone };

describe.concurrent("a process that is told to stop", () => {
  test("F8 · a stopping server takes nothing new, lets a short reply finish, ends a long one as interrupted, and exits with 0 within 25 s", async (context) => {
    const scene = await openScene(context);
    const server = await scene.instance();
    const robin = await signUp(server.url);
    const [short, long] = await Promise.all([
      send(robin, await taught({ steps: [slowly(words(40), 6)] })),
      send(robin, await taught({ steps: [makes("Done before the end"), slowly(words(300), 60)] })),
    ]);
    await within(10, () => expect(short.text).toMatch(/word3\b/));
    await within(10, () => expect(long.text).toMatch(/word3\b/));
    server.kill("SIGTERM");
    const told = Date.now();

    const refused = await within(2, async () => {
      const answer = await robin.ask("POST", "/api/chat", hello);
      expect(answer.status).toBe(503);
      return answer;
    });
    expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
    const health = await robin.ask("GET", "/api/health");
    expect([health.status, health.headers.get("retry-after") !== null]).toEqual([503, true]);

    await short.end;
    expect([short.text, short.isDone]).toEqual([words(40), true]);
    await long.end;
    expect(long.isDone).toBe(true);
    expect(long.chunks.at(-1)).toMatchObject({ messageMetadata: { status: "ERROR" } });
    expect(await server.exited).toMatchObject({ code: 0 });
    expect(Date.now() - told).toBeLessThan(25_000);
    expect(Date.now() - told).toBeGreaterThan(15_000);

    const next = await scene.instance();
    const back = robin.at({ baseURL: next.url });
    expect(await storedReply(back, short.conversationId, short.replyId)).toMatchObject({
      ...{ status: "COMPLETED", content: words(40) },
    });
    const broken = await storedReply(back, long.conversationId, long.replyId);
    expect(broken).toMatchObject({ status: "ERROR", metadata: { error: { code: "interrupted" } } });
    expect(words(300).startsWith(broken.content)).toBe(true);
    expect(broken.content).toBe(long.text.trim());
    // Nothing of what was refused is there: the same message is new to the next instance.
    const again = await send(back, { ...hello, text: (await taught({ steps: [{ text: "Hello." }] })).text });
    expect(await endOf(back, again, 10)).toMatchObject({ status: "COMPLETED", content: "Hello." });
  });

  test("F8 · `npm start` that is told to stop lets a reply finish, stops its PostgreSQL last, and exits with 0", async (context) => {
    const started = await startApart(context, {
      OPENAI_API_KEY: "sk-fake-key-for-faults",
      OPENAI_BASE_URL: `${site.fake.url}/v1`,
      OPENAI_MODELS: "fake-model",
    });
    const robin = await signUp(started.url);
    const reply = await send(robin, await taught({ steps: [slowly(words(40), 5)] }));
    await within(10, () => expect(reply.text).toMatch(/word3\b/));
    expect(started.isDatabaseRunning()).toBe(true);
    started.kill("SIGTERM");
    await reply.end;
    expect([reply.text, reply.isDone]).toEqual([words(40), true]);
    expect(await started.exited).toBe(0);
    expect(started.isDatabaseRunning()).toBe(false);
  });
});
