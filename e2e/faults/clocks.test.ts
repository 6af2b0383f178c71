import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { words } from "@/e2e/fake-openai/scripts";
import { type Person, signUp, timeZone } from "@/e2e/people";
import { send } from "./hearing";
import {
  endOf,
  makes,
  messagesOf,
  openScene,
  type Scene,
  secondsUntilEnd,
  slowly,
  taught,
  titles,
  within,
} from "./scene";

const skew = 10 * 60_000;

/** One instance whose clock is right, one that is ten minutes slow, one that is ten minutes fast; the same person on each. */
async function threeClocks(scene: Scene) {
  const [right, slow, fast] = await Promise.all(
    [0, -skew, skew].map((clockOffsetMs) => scene.instance({ clockOffsetMs })),
  );
  if (!right || !slow || !fast) throw new Error("not all clocks run");
  const at = (person: Person) => ({
    right: person.at({ baseURL: right.url }),
    slow: person.at({ baseURL: slow.url }),
    fast: person.at({ baseURL: fast.url }),
  });
  return { right, slow, fast, at };
}

const isNow = (moment: string) => expect(Math.abs(Date.parse(moment) - Date.now())).toBeLessThan(60_000);

describe.concurrent("clocks that are ten minutes off", () => {
  test("F30 · sessions hold and end on instances whose clocks are 10 minutes slow or fast", async (context) => {
    const scene = await openScene(context);
    const clocks = await threeClocks(scene);
    for (const made of [clocks.right, clocks.slow, clocks.fast]) {
      const robin = clocks.at(await signUp(made.url));
      const everywhere = [robin.right, robin.slow, robin.fast];
      for (const person of everywhere) expect((await person.ask("GET", "/api/me")).status).toBe(200);
      const leaving = await robin.slow.ask("DELETE", "/api/session");
      expect(leaving.status, leaving.text).toBeLessThan(300);
      for (const person of everywhere) expect((await person.ask("GET", "/api/me")).status).toBe(401);
    }
    const [session] = await scene.sql<{ lasts: number; agesOk: boolean }>(`
      SELECT max(abs(extract(epoch FROM "expiresAt" - "createdAt") - 30 * 86400))::int AS lasts,
        bool_and(abs(extract(epoch FROM "createdAt" - now())) < 60 AND "revokedAt" >= "createdAt") AS "agesOk" FROM "Session"`);
    expect(session?.agesOk).toBe(true);
    expect(session?.lasts).toBeLessThan(5);
  });

  test("F30 · a reply that is written by a slow clock is left alone by a fast one while it runs, and ended within 20 s when its process dies", async (context) => {
    const scene = await openScene(context);
    const { slow, at } = await threeClocks(scene);
    const robin = at(await signUp(slow.url));
    const whole = words(40);
    const [kept, lost] = await Promise.all([
      send(robin.fast, await taught({ steps: [slowly(whole, 6)] })),
      send(robin.slow, await taught({ steps: [makes("By a slow clock"), slowly(words(120), 30)] })),
    ]);
    await kept.end;
    expect([kept.text, kept.isDone]).toEqual([whole, true]);
    await within(10, () => expect(lost.text).toMatch(/word15\b/));
    slow.kill("SIGKILL");
    const killed = Date.now();
    const ended = await endOf(robin.fast, lost, 60);
    expect(await secondsUntilEnd(scene, lost.replyId, killed)).toBeLessThan(20);
    expect(ended).toMatchObject({ status: "ERROR", metadata: { error: { code: "interrupted" } } });
    expect(ended.content).toMatch(/word1[0-9]\b/);
    expect(await titles(robin.right)).toEqual(["By a slow clock"]);
  });

  test("F30 · messages, conversations and the record stand in the order of the database's clock, and what waits for a yes waits as long as elsewhere", async (context) => {
    const scene = await openScene(context);
    const robin = (await threeClocks(scene)).at(await signUp((await scene.instance()).url));
    const turns = [robin.right, robin.fast, robin.slow, robin.right];
    const conversationId = v7();
    for (const [index, person] of turns.entries()) {
      // A browser's clock may be wrong as well, and its ids are made by it.
      const messageId = v7({ msecs: Date.now() + (index % 2 === 0 ? 1 : -1) * 24 * 3_600_000 });
      const text = `${(await taught({ steps: [makes(`Task ${index}`), { text: `Answer ${index}.` }] })).text} ${index}`;
      const answer = await person.ask("POST", "/api/chat", { conversationId, messageId, text, timeZone });
      expect(answer.status, answer.text).toBe(200);
      await person.tool("set_task_complete", { numbers: [index + 1], completed: true });
    }
    const messages = await messagesOf(robin.slow, conversationId);
    expect(messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(messages.filter(({ role }) => role === "ASSISTANT").map(({ content }) => content)).toEqual(
      turns.map((_, index) => `Answer ${index}.`),
    );
    // The servers' clocks were wrong indeed: the ids of the replies, which they mint, are out of order.
    const replies = messages.flatMap(({ role, id }) => (role === "ASSISTANT" ? [id] : []));
    expect(replies.toSorted()).not.toEqual(replies);
    const times = messages.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted());
    times.forEach(isNow);
    const stamps = await scene.sql<{ off: number }>(`
      SELECT abs(extract(epoch FROM moment - now()))::int AS off FROM (
        SELECT "completedAt" FROM "Task" UNION ALL SELECT "updatedAt" FROM "Task" UNION ALL SELECT "updatedAt" FROM "Conversation"
        UNION ALL SELECT "createdAt" FROM "ToolCallLog" UNION ALL SELECT "finishedAt" FROM "ToolCallLog") AS t(moment)`);
    expect(stamps.filter(({ off }) => off > 60)).toEqual([]);

    const activity = (await robin.fast.ask("GET", "/api/activity")).body as { calls: { toolName: string }[] };
    expect(activity.calls.map(({ toolName }) => toolName)).toEqual(
      turns.flatMap(() => ["set_task_complete", "create_task"]),
    );
    const later = await robin.slow.say((await taught({ steps: [{ text: "Newest." }] })).text);
    const { conversations } = (await robin.fast.ask("GET", "/api/conversations")).body as {
      conversations: { id: string }[];
    };
    expect(conversations.map(({ id }) => id)).toEqual([later.conversationId, conversationId]);

    // Asked for by a clock that is slow, decided by one that is fast: more than ten minutes apart, by their own account.
    for (let n = 0; n < 4; n++) await robin.right.tool("create_task", { title: `Extra ${n}` });
    const numbers = [5, 6, 7, 8];
    const asking = await taught({ steps: [{ calls: [{ name: "delete_task", arguments: { numbers } }] }] });
    const waiting = await robin.slow.say(asking.text);
    const [call] = await scene.sql<{ id: string }>(`SELECT "id" FROM "ToolCallLog" WHERE "status" = 'PENDING'`);
    const yes = await robin.fast.ask("POST", `/api/approvals/${call?.id}`, { decision: "yes" });
    expect(yes.status, yes.text).toBe(202);
    expect(await endOf(robin.right, waiting, 10)).toMatchObject({ status: "COMPLETED" });
    expect((await titles(robin.right)).filter((title) => title.startsWith("Extra"))).toEqual([]);
  });
});
