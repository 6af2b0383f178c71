import type { LanguageModelV4 } from "@ai-sdk/provider";
import { beforeEach, expect, test, vi } from "vitest";
import { conversationsOf } from "@/lib/conversations/store";
import { callsOfReply } from "@/lib/tools/calls";
import { decideApproval, refuseWaiting } from "./approvals";
import { reply } from "./reply";
import { called, deletes, finish, message, person, personWith, said, scripted, stored, tasksOf } from "./testing";

/** The model that the next reply gets; null: the one that the environment offers, which is the built-in assistant. */
const fake = vi.hoisted(() => ({ model: null as LanguageModelV4 | null }));
vi.mock("./models", async (original) => {
  const real = await original<typeof import("./models")>();
  return {
    ...real,
    languageModel: (...which: Parameters<typeof real.languageModel>) => fake.model ?? real.languageModel(...which),
  };
});
beforeEach(() => {
  fake.model = null;
});

test("a large delete waits for the person, then the same reply goes on", async () => {
  const user = await personWith(5);
  fake.model = deletes(1, 2, 3, 4, 5);
  const asked = await reply(user, message("delete all"));
  await asked.done;
  expect(await stored(user, asked.replyId)).toMatchObject({
    status: "AWAITING_APPROVAL",
    content: expect.stringMatching(/task 1.*\?$/s),
  });
  expect(await tasksOf(user)).toHaveLength(5);
  const [call] = await callsOfReply(user.id, asked.replyId);
  expect(call?.status).toBe("PENDING");
  const callId = call?.id ?? "";
  const asking = (await stored(user, asked.replyId)).metadata;
  const stranger = await person();
  await expect(decideApproval(stranger, callId, true)).rejects.toMatchObject({ code: "not_found" });
  const going = await decideApproval(user, callId, true);
  await going?.done;
  expect(going?.replyId).toBe(asked.replyId);
  expect(await stored(user, asked.replyId)).toMatchObject({
    status: "COMPLETED",
    content: expect.stringContaining("They are in the bin."),
  });
  const { inputTokens } = (await stored(user, asked.replyId)).metadata;
  expect(Number(inputTokens)).toBeGreaterThan(Number(asking.inputTokens));
  expect(await tasksOf(user)).toHaveLength(0);
  await expect(decideApproval(user, callId, true)).rejects.toMatchObject({ code: "conflict" });
});

test("a typed yes decides too, and any other message is a no", async () => {
  const user = await personWith(5);
  fake.model = deletes(1, 2, 3, 4, 5);
  const asked = await reply(user, message("delete all"));
  await asked.done;
  fake.model = scripted([...said("Then not."), finish()]);
  const other = await reply(user, message("what is due today?", asked.conversationId));
  await other.done;
  expect((await callsOfReply(user.id, asked.replyId))[0]?.status).toBe("DENIED");
  expect((await stored(user, asked.replyId)).status).toBe("COMPLETED");
  expect(await tasksOf(user)).toHaveLength(5);

  fake.model = deletes(1, 2, 3, 4, 5);
  const again = await reply(user, message("delete all", asked.conversationId));
  await again.done;
  fake.model = scripted([...said("Gone."), finish()]);
  const yes = await reply(user, message("yes", asked.conversationId));
  await yes.done;
  expect(await tasksOf(user)).toHaveLength(0);
  expect((await stored(user, yes.replyId)).content).toBe("Gone.");
});

test("the built-in assistant asks, and speaks of what was decided", async () => {
  const user = await personWith(5);
  const asked = await reply(user, message("delete all my tasks"));
  await asked.done;
  expect((await stored(user, asked.replyId)).status).toBe("AWAITING_APPROVAL");
  const no = await reply(user, message("no", asked.conversationId));
  await no.done;
  expect((await stored(user, no.replyId)).content).toMatch(/nothing was (changed|deleted)|kept|left/i);
  expect(await tasksOf(user)).toHaveLength(5);
  const again = await reply(user, message("delete all my tasks", asked.conversationId));
  await again.done;
  const yes = await reply(user, message("yes", asked.conversationId));
  await yes.done;
  expect(await tasksOf(user)).toHaveLength(0);
  expect((await stored(user, yes.replyId)).content).toMatch(/5 tasks|bin|deleted/i);
});

test("a conversation that is deleted takes what waits in it along, and comes back usable", async () => {
  const user = await personWith(5);
  fake.model = deletes(1, 2, 3, 4, 5);
  const asked = await reply(user, message("delete all"));
  await asked.done;
  const [call] = await callsOfReply(user.id, asked.replyId);
  const conversations = conversationsOf(user.id);
  await conversations.remove(asked.conversationId);
  await expect(decideApproval(user, call?.id ?? "", true)).rejects.toMatchObject({ code: "not_found" });
  expect(await tasksOf(user)).toHaveLength(5);
  await conversations.restore(asked.conversationId);
  await refuseWaiting(user, asked.conversationId);
  await conversations.remove(asked.conversationId);
  await conversations.restore(asked.conversationId);
  expect((await stored(user, asked.replyId)).status).toBe("COMPLETED");
  expect((await callsOfReply(user.id, asked.replyId))[0]?.status).toBe("DENIED");
  fake.model = scripted([...said("Here."), finish()]);
  const next = await reply(user, message("hello", asked.conversationId));
  await next.done;
  expect((await stored(user, next.replyId)).content).toBe("Here.");
});

test("what waits counts: a second large call of the same step waits as well", async () => {
  const user = await personWith(6);
  fake.model = scripted(
    [
      called("delete_task", { numbers: [1, 2, 3, 4] }),
      called("delete_task", { numbers: [5, 6] }),
      finish("tool-calls"),
    ],
    [...said("All gone."), finish()],
  );
  const asked = await reply(user, message("delete all"));
  await asked.done;
  const calls = await callsOfReply(user.id, asked.replyId);
  expect(calls.map(({ status }) => status)).toEqual(["PENDING", "PENDING"]);
  for (const { id } of calls) await (await decideApproval(user, id, true))?.done;
  expect(await tasksOf(user)).toHaveLength(0);
  expect(await stored(user, asked.replyId)).toMatchObject({
    status: "COMPLETED",
    content: expect.stringContaining("All gone."),
  });
});

test("a yes and another message at the same moment: whichever comes first, the reply shows what the record shows", async () => {
  for (let round = 0; round < 5; round++) {
    const user = await personWith(5);
    fake.model = deletes(1, 2, 3, 4, 5);
    const asked = await reply(user, message("delete all"));
    await asked.done;
    const [waiting] = await callsOfReply(user.id, asked.replyId);
    fake.model = scripted([...said("As you wish."), finish()]);
    const [decided, next] = await Promise.allSettled([
      decideApproval(user, waiting?.id ?? "", true),
      reply(user, message("hello", asked.conversationId)),
    ]);
    for (const one of [decided, next]) if (one.status === "fulfilled") await one.value?.done;
    const [call] = await callsOfReply(user.id, asked.replyId);
    const { status, parts } = await stored(user, asked.replyId);
    const state = call?.status === "SUCCESS" ? "output-available" : "output-denied";
    expect(status).toBe("COMPLETED");
    expect(parts).toContainEqual(expect.objectContaining({ toolCallId: "s1c0", state }));
    expect(await tasksOf(user)).toHaveLength(call?.status === "SUCCESS" ? 0 : 5);
    const later = await reply(user, message("and now", asked.conversationId));
    await later.done;
    expect((await stored(user, later.replyId)).status).toBe("COMPLETED");
  }
});
