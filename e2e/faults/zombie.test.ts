import { describe, expect, test } from "vitest";
import { words } from "@/e2e/fake-openai/scripts";
import { signUp } from "@/e2e/people";
import { rejoin, send } from "./hearing";
import {
  asleepInDatabase,
  dawdleAtCommit,
  endOf,
  makes,
  openScene,
  secondsUntilEnd,
  slowly,
  storedReply,
  taught,
  titles,
  within,
} from "./scene";

const pauseMs = 20_000;

describe.concurrent("a process that sleeps", () => {
  test("F9 · a process that was paused for 20 s can't write any more: no word, no task", async (context) => {
    const scene = await openScene(context);
    const [sleeper, other] = [await scene.instance(), await scene.instance()];
    const robin = await signUp(sleeper.url);
    const there = robin.at({ baseURL: other.url });
    const whole = words(30);
    const question = await taught({
      steps: [{ ...slowly(whole, 6), ...makes("Written by a ghost") }, { text: "And this was said by a ghost." }],
    });
    const heard = await send(robin, question);
    await within(10, () => expect(heard.text).toMatch(/word8\b/));
    sleeper.kill("SIGSTOP");
    const paused = Date.now();
    const ended = await endOf(there, heard, 60);
    expect(await secondsUntilEnd(scene, heard.replyId, paused)).toBeLessThan(20);
    expect(ended).toMatchObject({ status: "ERROR", metadata: { error: { code: "interrupted" } } });
    expect(whole.startsWith(ended.content)).toBe(true);
    const log = () =>
      scene.sql(`SELECT "seq", "payload" FROM "ReplyEvent" WHERE "messageId" = $1 ORDER BY 1`, [ended.id]);
    const [logged, calls] = [await log(), await scene.sql(`SELECT "id" FROM "ToolCallLog"`)];
    await within(30, () => expect(Date.now() - paused).toBeGreaterThan(pauseMs));

    sleeper.kill("SIGCONT");
    // It finds out, lets its reader go, and then works as ever: a slow reply gives the ghost all the time it could want.
    await heard.end;
    const next = await robin.say((await taught({ steps: [slowly("I am awake.", 2)] })).text, heard.conversationId);
    expect(next.text).toBe("I am awake.");
    expect(await storedReply(there, heard.conversationId, heard.replyId)).toEqual(ended);
    expect(await log()).toEqual(logged);
    expect(await titles(there)).toEqual([]);
    expect(await scene.sql(`SELECT "id" FROM "ToolCallLog" WHERE "status" = 'SUCCESS'`)).toEqual(calls);
    // Who had heard more than was logged reads the stored message, on either instance.
    const rest = await rejoin(there, heard);
    await rest.end;
    expect(rest.text).toBe("");
  });

  test("F9 · a process that was paused inside a tool's transaction loses that transaction", async (context) => {
    const scene = await openScene(context);
    const sleeper = await scene.instance({ failpoint: "before-tool-commit:1:SIGSTOP" });
    const other = await scene.instance();
    const robin = await signUp(sleeper.url);
    const there = robin.at({ baseURL: other.url });
    const question = await taught({ steps: [makes("Half made"), { text: "It is made." }] });
    const heard = await send(robin, question);
    const asleep = await endOf(there, heard, 60);
    expect(asleep).toMatchObject({ status: "ERROR", metadata: { error: { code: "interrupted" } } });
    expect(await titles(there)).toEqual([]);

    sleeper.kill("SIGCONT");
    await heard.end;
    const next = await robin.say((await taught({ steps: [slowly("I am awake.", 2)] })).text, heard.conversationId);
    expect(next.text).toBe("I am awake.");
    expect(await titles(there)).toEqual([]);
    expect(await storedReply(there, heard.conversationId, heard.replyId)).toEqual(asleep);
    expect(await scene.sql(`SELECT 1 FROM "ToolCallLog" WHERE "status" = 'SUCCESS'`)).toEqual([]);
    // Its owner may do it again by hand, and then it is there once.
    await robin.tool("create_task", { title: "Half made" });
    expect(await titles(there)).toEqual(["Half made"]);
  });

  test("F9 · a process that was paused just before a change finds on waking up that it may not make it", async (context) => {
    const scene = await openScene(context);
    const [sleeper, other] = [await scene.instance(), await scene.instance()];
    const robin = await signUp(sleeper.url);
    const there = robin.at({ baseURL: other.url });
    await dawdleAtCommit(scene.sql, "ToolCallLog");
    const heard = await send(robin, await taught({ steps: [makes("By a ghost"), { text: "It is made." }] }));
    await within(10, async () => expect(await scene.sql(asleepInDatabase)).toHaveLength(1));
    sleeper.kill("SIGSTOP");
    // That the call has begun stands on the record; that its process has a lease is over soon.
    const begun = `SELECT "status"::text FROM "ToolCallLog"`;
    await within(5, async () => expect(await scene.sql(begun)).toEqual([{ status: "EXECUTING" }]));
    const ended = await endOf(there, heard, 60);
    expect(ended).toMatchObject({ status: "ERROR", metadata: { error: { code: "interrupted" } } });

    // As if the record had not heard of the end: that the lease is gone must be enough.
    await scene.sql(`ALTER TABLE "ToolCallLog" DISABLE TRIGGER USER`);
    await scene.sql(
      `UPDATE "ToolCallLog" SET "status" = 'EXECUTING', "finishedAt" = NULL, "error" = NULL, "result" = NULL`,
    );
    await scene.sql(`ALTER TABLE "ToolCallLog" ENABLE TRIGGER USER`);
    sleeper.kill("SIGCONT");
    await heard.end;
    const next = await robin.say((await taught({ steps: [slowly("I am awake.", 2)] })).text, heard.conversationId);
    expect(next.text).toBe("I am awake.");
    expect(await titles(there)).toEqual([]);
    expect(await scene.sql(begun)).toEqual([{ status: "ERROR" }]);
    expect(await storedReply(there, heard.conversationId, heard.replyId)).toEqual(ended);
  });
});
