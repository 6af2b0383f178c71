import type { LanguageModelV4, LanguageModelV4StreamPart } from "@ai-sdk/provider";
import { MockLanguageModelV4 } from "ai/test";
import { v7 } from "uuid";
import { beforeEach, expect, test, vi } from "vitest";
import type { SignedIn } from "@/lib/auth/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { callsOfReply } from "@/lib/tools/calls";
import { again } from "./again";
import { reply } from "./reply";
import { called, finish, message, person, said, scripted, stored, tasksOf } from "./testing";

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
const titles = async (user: SignedIn) => (await tasksOf(user)).map(({ title }) => title);

/** Makes its calls, begins to speak, and breaks off. */
function breaking(...calls: LanguageModelV4StreamPart[]): MockLanguageModelV4 {
  let step = 0;
  return new MockLanguageModelV4({
    doStream: async () => ({
      stream: new ReadableStream<LanguageModelV4StreamPart>({
        start(controller) {
          for (const part of step++ === 0 ? [...calls, finish("tool-calls")] : said("I have ad").slice(0, 2))
            controller.enqueue(part);
          if (step === 1) controller.close();
        },
        pull: (controller) => controller.error(new Error("socket hang up")),
      }),
    }),
  });
}

async function broken(user: SignedIn, text = "add milk"): Promise<{ conversationId: string; replyId: string }> {
  const first = await reply(user, message(text));
  await first.done;
  expect((await stored(user, first.replyId)).status).toBe("ERROR");
  return first;
}

const wish = (repeats: string, how: "continue" | "again") => ({ replyId: v7(), repeats, how });

test("a broken reply is continued by an obedient model that asks for the same call again, and the task is there once", async () => {
  const user = await person();
  fake.model = breaking(milk);
  const { conversationId, replyId } = await broken(user);
  const model = scripted([milk, finish("tool-calls")], [...said("ded milk."), finish()]);
  fake.model = model;
  const next = await again(user, conversationId, wish(replyId, "continue"));
  await next.done;
  expect(await titles(user)).toEqual(["Buy milk"]);
  expect(await stored(user, next.replyId)).toMatchObject({
    status: "COMPLETED",
    content: "ded milk.",
    replacesId: null,
  });
  const [call] = await callsOfReply(user.id, next.replyId);
  expect(call).toMatchObject({ status: "SUCCESS", changes: [], result: { task: { title: "Buy milk" } } });
  const sent = model.doStreamCalls[0]?.prompt ?? [];
  expect(sent.map(({ role }) => role)).toEqual(["system", "user", "assistant", "tool", "assistant", "user"]);
  expect(JSON.stringify(sent)).toContain("I have ad");
});

test("trying again hides the broken reply from the model, keeps it for the person, and repeats no change", async () => {
  const user = await person();
  fake.model = breaking(milk);
  const { conversationId, replyId } = await broken(user);
  const bread = called("create_task", { title: "Buy bread" });
  const model = scripted([milk, bread, milk, finish("tool-calls")], [...said("All there."), finish()]);
  fake.model = model;
  const next = await again(user, conversationId, wish(replyId, "again"));
  await next.done;
  // The second "milk" of one reply is a second task: the first reply had made only one.
  expect((await titles(user)).sort()).toEqual(["Buy bread", "Buy milk", "Buy milk"]);
  expect((await stored(user, next.replyId)).replacesId).toBe(replyId);
  expect((await stored(user, replyId)).content).toBe("I have ad");
  expect(model.doStreamCalls[0]?.prompt.map(({ role }) => role)).toEqual(["system", "user"]);
});

test("the built-in assistant goes on with what is left to do", async () => {
  const user = await person();
  fake.model = breaking(called("create_task", { title: "milk" }));
  const { conversationId, replyId } = await broken(user, "add milk\nadd bread");
  fake.model = null;
  const next = await again(user, conversationId, wish(replyId, "continue"));
  await next.done;
  expect(await titles(user)).toEqual(["milk", "bread"]);
  expect((await stored(user, next.replyId)).status).toBe("COMPLETED");
});

test("twenty equal wishes are one reply and one run of the model", async () => {
  const user = await person();
  fake.model = breaking(milk);
  const { conversationId, replyId } = await broken(user);
  const model = scripted([...said("There."), finish()]);
  fake.model = model;
  const wanted = wish(replyId, "continue");
  const all = await Promise.all(Array.from({ length: 20 }, () => again(user, conversationId, wanted)));
  await Promise.all(all.map(({ done }) => done));
  expect(model.doStreamCalls).toHaveLength(1);
  const { messages } = await conversationsOf(user.id).messages(conversationId);
  expect(messages.map(({ seq, role }) => [seq, role])).toEqual([
    [1, "USER"],
    [2, "ASSISTANT"],
    [3, "ASSISTANT"],
  ]);
});

test("only the newest reply can be repeated, a complete one not continued, and nobody else's is there", async () => {
  const user = await person();
  fake.model = scripted([...said("Hello."), finish()]);
  const first = await reply(user, message("hello"));
  await first.done;
  const ask = (who: SignedIn, how: "continue" | "again", conversationId = first.conversationId) =>
    again(who, conversationId, wish(first.replyId, how));
  await expect(ask(user, "continue")).rejects.toMatchObject({ code: "conflict" });
  await expect(ask(await person(), "again")).rejects.toMatchObject({ code: "not_found" });
  await expect(ask(user, "again", v7())).rejects.toMatchObject({ code: "not_found" });
  const second = await reply(user, message("and again", first.conversationId));
  await second.done;
  await expect(ask(user, "again")).rejects.toMatchObject({ code: "conflict" });
  const other = { ...wish(second.replyId, "again"), replyId: first.replyId };
  await expect(again(user, first.conversationId, other)).rejects.toMatchObject({ details: { status: 422 } });
});
