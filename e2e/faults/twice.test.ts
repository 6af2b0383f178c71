import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { words } from "@/e2e/fake-openai/scripts";
import { type Person, signUp, timeZone } from "@/e2e/people";
import { send } from "./hearing";
import { endOf, makes, messagesOf, modelCalls, openScene, slowly, taught, titles, within } from "./scene";

describe.concurrent("what is sent twice", () => {
  test("F5 · twenty sends of one message to two instances are one message, one reply, one call of the model; another text is refused", async (context) => {
    const scene = await openScene(context);
    const servers = [await scene.instance(), await scene.instance()];
    const robin = await signUp(servers[0]?.url ?? "");
    const devices = servers.map(({ url }) => robin.at({ baseURL: url }));
    const whole = words(20);
    const { text, key } = await taught({ steps: [slowly(whole, 2)] });
    const ids = { conversationId: v7(), messageId: v7() };
    // A server that is busy says so, and whoever retries for a living tries again.
    const insist = (device: Person) =>
      within(30, async () => {
        const heard = await send(device, { text, ...ids });
        expect(heard.status).toBe(200);
        return heard;
      });
    const heard = await Promise.all(Array.from({ length: 10 }, () => devices.map(insist)).flat());
    expect(new Set(heard.map(({ replyId }) => replyId)).size).toBe(1);
    await Promise.all(heard.map(({ end }) => end));
    expect(heard.map((one) => [one.text, one.isDone])).toEqual(Array(20).fill([whole, true]));
    expect((await messagesOf(robin, ids.conversationId)).map(({ role, content }) => [role, content])).toEqual([
      ["USER", text],
      ["ASSISTANT", whole],
    ]);
    expect(await modelCalls(key)).toBe(1);

    for (const device of devices) {
      const other = await device.ask("POST", "/api/chat", { ...ids, text: "Something else", timeZone });
      expect(other.status, other.text).toBe(422);
    }
    expect(await messagesOf(robin, ids.conversationId)).toHaveLength(2);
  });

  test("F5 · twenty sends of a new conversation's first message, each with no conversation yet, start one", async (context) => {
    const scene = await openScene(context);
    const servers = [await scene.instance(), await scene.instance()];
    const robin = await signUp(servers[0]?.url ?? "");
    const { text, key } = await taught({ steps: [makes("Once"), { text: "Done." }] });
    const body = { messageId: v7(), text, timeZone };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        servers.map(({ url }) => robin.at({ baseURL: url }).ask("POST", "/api/chat", body)),
      ).flat(),
    );
    expect(answers.map(({ status }) => status).filter((status) => ![200, 204].includes(status))).toEqual([]);
    const conversations = new Set(answers.map(({ headers }) => headers.get("x-docket-conversation")));
    expect(conversations.size).toBe(1);
    const [conversationId = ""] = [...conversations].map(String);
    const replyId = answers[0]?.headers.get("x-docket-reply") ?? "";
    expect(await endOf(robin, { conversationId, replyId }, 10)).toMatchObject({
      status: "COMPLETED",
      content: "Done.",
    });
    expect(await titles(robin)).toEqual(["Once"]);
    expect(await modelCalls(key)).toBe(2);
    expect(await scene.sql(`SELECT count(*)::int AS "count" FROM "Conversation"`)).toEqual([{ count: 1 }]);
  });
});
