import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { openBalancer } from "@/e2e/chaos/balancer";
import { words } from "@/e2e/fake-openai/scripts";
import { signUp } from "@/e2e/people";
import { type Hearing, rejoin, send } from "./hearing";
import {
  endOf,
  makes,
  messagesOf,
  openScene,
  patiently,
  secondsUntilEnd,
  slowly,
  storedReply,
  taught,
  titles,
  within,
} from "./scene";

// What a process leaves behind that is killed at the worst moment. The tests wait for leases side by side.
describe.concurrent("a process that is killed", () => {
  const whole = words(120);
  const plants = { steps: [makes("Water the plants"), slowly(whole, 15)] };

  const hasReached = (reply: Hearing, word: number) =>
    within(20, () => expect(reply.text).toMatch(new RegExp(`word${word}\\b`)));

  test("F6 · a reply whose process is killed is interrupted within 20 s, and keeps what had arrived but for the last second", async (context) => {
    const scene = await openScene(context);
    const server = await scene.instance();
    const robin = await signUp(server.url);
    const reply = await send(robin, await taught(plants));
    await hasReached(reply, 30);
    server.kill("SIGKILL");
    const killed = Date.now();
    await server.exited;
    await server.restart();
    const upAfter = (Date.now() - killed) / 1000;

    const ended = await endOf(robin, reply, 60);
    // A machine so busy that it takes longer to start a process gets its next round of sweeping.
    expect(await secondsUntilEnd(scene, reply.replyId, killed)).toBeLessThan(Math.max(20, upAfter + 5));
    expect(ended).toMatchObject({ status: "ERROR", metadata: { error: { code: "interrupted" } } });
    expect(whole.startsWith(ended.content)).toBe(true);
    expect(ended.content.startsWith(reply.textBy(killed - 1000).trim())).toBe(true);
    expect(ended.content).toMatch(/word2[0-9]\b/);
    expect(await titles(robin)).toEqual(["Water the plants"]);
    expect(await scene.sql(`SELECT "status"::text, "callId" FROM "ToolCallLog"`)).toEqual([
      { status: "SUCCESS", callId: "s1c0" },
    ]);

    const next = await robin.say((await taught({ steps: [{ text: "Here I am again." }] })).text, reply.conversationId);
    expect(next.text).toBe("Here I am again.");
    expect((await messagesOf(robin, reply.conversationId)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  test.for(["again", "continue"] as const)(
    "F7 · a process that is killed between an effect and its answer leaves one task, and neither sending the message once more nor `%s` adds another",
    async (how, context) => {
      const scene = await openScene(context);
      const server = await scene.instance({ failpoint: "after-tool-commit" });
      const robin = await signUp(server.url);
      const question = { ...(await taught({ steps: [makes("Call mum"), { text: "It is on your list." }] })) };
      const ids = { conversationId: v7(), messageId: v7() };
      await send(robin, { ...question, ...ids }).then(
        (cut) => cut.end,
        () => "the process was gone before it could answer",
      );
      expect(await server.exited).toMatchObject({ signal: "SIGKILL" });
      await server.restart();
      expect(await titles(robin)).toEqual(["Call mum"]);

      const once = await within(60, async () => {
        const heard = await send(robin, { ...question, ...ids });
        expect(heard.status).not.toBe(503);
        return heard;
      });
      expect(once.status).toBe(200);
      const broken = await endOf(robin, once, 60);
      expect(broken).toMatchObject({ status: "ERROR", metadata: { error: { code: "interrupted" } } });
      expect(broken.parts).toContainEqual(
        expect.objectContaining({ type: "tool-create_task", state: "output-available" }),
      );
      const repeat = { replyId: v7(), repeats: broken.id, how };
      await patiently(robin, "POST", `/api/chat/${ids.conversationId}/again`, repeat);
      const messages = await messagesOf(robin, ids.conversationId);
      expect(messages.map(({ role, status }) => `${role} ${status}`)).toEqual([
        "USER COMPLETED",
        "ASSISTANT ERROR",
        "ASSISTANT COMPLETED",
      ]);
      expect(messages.at(-1)?.content).toContain("It is on your list.");
      expect(await titles(robin)).toEqual(["Call mum"]);
    },
  );

  test("F33 · when the instance that writes is killed, the client's next connection reads the log on the other one, hears of the end within 20 s, and can continue", async (context) => {
    const scene = await openScene(context);
    const [writer, other] = [await scene.instance(), await scene.instance()];
    const balancer = await openBalancer([writer.url, other.url]);
    context.onTestFinished(() => balancer.close());
    const robin = await signUp(balancer.url);
    // The other one is away for a moment, so that the first one gets the message.
    other.kill("SIGSTOP");
    await within(20, () => expect(balancer.healthy()).toEqual([writer.url]));
    const heard = await send(robin, await taught(plants));
    other.kill("SIGCONT");
    await within(20, () => expect(balancer.healthy()).toHaveLength(2));
    await hasReached(heard, 20);
    writer.kill("SIGKILL");
    const killed = Date.now();
    await heard.end;
    expect(heard.isDone).toBe(false);

    const rest = await within(10, async () => {
      const line = await rejoin(robin, heard);
      expect(line.status).toBe(200);
      return line;
    });
    await rest.end;
    expect(await secondsUntilEnd(scene, heard.replyId, killed)).toBeLessThan(20);
    expect(rest.isDone).toBe(true);
    const broken = await storedReply(robin, heard.conversationId, heard.replyId);
    expect(broken).toMatchObject({ status: "ERROR", metadata: { error: { code: "interrupted" } } });
    expect(whole.startsWith(broken.content)).toBe(true);
    expect(broken.content.startsWith(heard.textBy(killed - 1000).trim())).toBe(true);

    const repeat = { replyId: v7(), repeats: broken.id, how: "continue" };
    await patiently(robin, "POST", `/api/chat/${heard.conversationId}/again`, repeat);
    const last = (await messagesOf(robin, heard.conversationId)).at(-1);
    expect(last).toMatchObject({ status: "COMPLETED", content: whole });
    expect(await titles(robin)).toEqual(["Water the plants"]);
  });
});
