import type { LanguageModelV4 } from "@ai-sdk/provider";
import { v7 } from "uuid";
import { beforeEach, expect, test, vi } from "vitest";
import type { SignedIn } from "@/lib/auth/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { callsOfReply } from "@/lib/tools/calls";
import { runTool } from "@/lib/tools/run";
import { todayOf } from "@/lib/tools/today";
import { again } from "./again";
import { reply } from "./reply";
import { called, deletes, finish, message, person, personWith, said, scripted, stored, tasksOf } from "./testing";

const fake = vi.hoisted(() => ({ model: null as LanguageModelV4 | null }));
vi.mock("./models", async (original) => {
  const real = await original<typeof import("./models")>();
  return {
    ...real,
    offeredModel: () => ({ id: "fake", name: "Fake", provider: fake.model ? "compatible" : "built-in" }),
    languageModel: (...which: Parameters<typeof real.languageModel>) => fake.model ?? real.languageModel(...which),
  };
});
beforeEach(() => {
  fake.model = null;
});

const milk = called("create_task", { title: "Buy milk" });
const bread = called("create_task", { title: "Buy bread" });
const titles = async (user: SignedIn) => (await tasksOf(user)).map(({ title }) => title);
const making = (...calls: (typeof milk)[]) => scripted([...calls, finish("tool-calls")], [...said("Done."), finish()]);

async function asked(user: SignedIn, text = "add milk", conversationId?: string) {
  const request = message(text, conversationId);
  const { done, ...begun } = await reply(user, request);
  await done;
  return { ...begun, messageId: request.messageId };
}

const edit = (text: string, of: { conversationId: string; messageId: string }) => ({
  ...message(text, of.conversationId),
  replacesId: of.messageId,
});

async function edited(user: SignedIn, text: string, of: { conversationId: string; messageId: string }) {
  const request = edit(text, of);
  const { done, ...begun } = await reply(user, request);
  await done;
  return { ...begun, messageId: request.messageId };
}

test("an edited message takes the place of the old one, which stays as it was", async () => {
  const user = await person();
  fake.model = scripted([...said("Hello Robin."), finish()]);
  const first = await asked(user, "helo");
  const model = scripted([...said("Hello again."), finish()]);
  fake.model = model;
  const second = await edited(user, "hello", first);
  expect(await stored(user, first.messageId)).toMatchObject({ content: "helo", replacesId: null });
  expect(await stored(user, second.messageId)).toMatchObject({ content: "hello", replacesId: first.messageId });
  expect(await stored(user, second.replyId)).toMatchObject({ replyToId: second.messageId, replacesId: null });
  const sent = JSON.stringify(model.doStreamCalls[0]?.prompt.slice(1));
  expect(sent).toContain('"hello"');
  expect(sent).not.toMatch(/helo|Robin/);
  const conversation = () => conversationsOf(user.id).get(first.conversationId);
  await vi.waitFor(async () => expect((await conversation())?.title).toBe("Hello"));
});

test("what the old reply changed is told to the model, is not made twice, and is made anew once it was undone", async () => {
  const user = await person();
  fake.model = making(milk);
  const first = await asked(user);
  const model = making(milk, bread);
  fake.model = model;
  const second = await edited(user, "add milk and bread", first);
  expect(await titles(user)).toEqual(["Buy milk", "Buy bread"]);
  const [repeat, made] = await callsOfReply(user.id, second.replyId);
  expect([repeat?.changes.length, made?.changes.length]).toEqual([0, 1]);
  const sent = model.doStreamCalls[0]?.prompt ?? [];
  expect(sent.map(({ role }) => role)).toEqual(["system", "user", "assistant", "tool", "user"]);
  expect(JSON.stringify(sent[2])).toContain("Buy milk");
  expect(JSON.stringify(sent[4])).toContain("has edited the message");

  for (const { replyId } of [second, first]) {
    const undone = await runTool(
      "undo_change",
      { reply: replyId },
      { user: user.id, source: "UI", today: todayOf(user) },
    );
    expect(undone.status).toBe("SUCCESS");
  }
  expect(await titles(user)).toEqual([]);
  const third = making(milk);
  fake.model = third;
  await edited(user, "add milk, please", second);
  expect(await titles(user)).toEqual(["Buy milk"]);
  expect(third.doStreamCalls[0]?.prompt.map(({ role }) => role)).toEqual(["system", "user"]);
});

test("a further reply to an edited message remembers what its earlier wordings led to", async () => {
  const user = await person();
  fake.model = making(milk);
  const first = await asked(user);
  fake.model = making(bread);
  const second = await edited(user, "add bread", first);
  fake.model = making(milk, bread);
  const wish = { replyId: v7(), repeats: second.replyId, how: "again" as const };
  await (await again(user, second.conversationId, wish)).done;
  expect(await titles(user)).toEqual(["Buy milk", "Buy bread"]);
});

test("the built-in assistant does what the new wording asks for, and nothing of it twice", async () => {
  const user = await person();
  const first = await asked(user, "add milk");
  await edited(user, "add milk\nadd bread", first);
  expect(await titles(user)).toEqual(["milk", "bread"]);
});

test("the same edit twenty times is one message and one run; its id with another text or place is refused", async () => {
  const user = await person();
  fake.model = scripted([...said("Hello."), finish()]);
  const first = await asked(user, "hello");
  const model = scripted([...said("Hi."), finish()]);
  fake.model = model;
  const request = edit("hello you", first);
  const all = await Promise.all(Array.from({ length: 20 }, () => reply(user, request)));
  await Promise.all(all.map(({ done }) => done));
  expect(new Set(all.map(({ replyId }) => replyId)).size).toBe(1);
  expect(model.doStreamCalls).toHaveLength(1);
  for (const other of [
    { ...request, text: "hello me" },
    { ...request, replacesId: undefined },
  ])
    await expect(reply(user, other)).rejects.toMatchObject({ details: { status: 422 } });
});

test("only the newest message can be edited, only one's own, and not in an archived conversation", async () => {
  const user = await person();
  fake.model = scripted([...said("Hello."), finish()]);
  const first = await asked(user, "hello");
  const second = await asked(user, "and?", first.conversationId);
  const elsewhere = await asked(user, "elsewhere");
  const newest = { conversationId: first.conversationId, messageId: second.messageId };
  await expect(reply(user, edit("hi", first))).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("newest"),
  });
  for (const messageId of [v7(), second.replyId, elsewhere.messageId])
    await expect(reply(user, edit("hi", { ...newest, messageId }))).rejects.toMatchObject({ code: "not_found" });
  await expect(reply(await person(), edit("hi", newest))).rejects.toMatchObject({ code: "not_found" });
  await conversationsOf(user.id).archive(first.conversationId);
  await expect(reply(user, edit("hi", newest))).rejects.toMatchObject({ code: "conflict" });
  const { messages } = await conversationsOf(user.id).messages(first.conversationId);
  expect(messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
});

test("an edit while the reply runs is refused; one while it waits for a yes refuses what waits", async () => {
  const user = await personWith(5);
  const open = Promise.withResolvers<void>();
  const slow = scripted([...said("Hello."), finish()]);
  const doStream = slow.doStream.bind(slow);
  slow.doStream = async (options) => {
    await open.promise;
    return doStream(options);
  };
  fake.model = slow;
  const request = { ...message("hello"), conversationId: v7() };
  const running = await reply(user, request);
  await expect(reply(user, edit("hi", request))).rejects.toMatchObject({ details: { reply: running.replyId } });
  open.resolve();
  await running.done;

  fake.model = deletes(1, 2, 3, 4, 5);
  const waiting = await edited(user, "delete everything", request);
  expect((await stored(user, waiting.replyId)).status).toBe("AWAITING_APPROVAL");
  fake.model = scripted([...said("Fine."), finish()]);
  await edited(user, "yes", waiting);
  expect((await callsOfReply(user.id, waiting.replyId)).map(({ status }) => status)).toEqual(["DENIED"]);
  expect(await tasksOf(user)).toHaveLength(5);
});
