import { expect, test } from "vitest";
import { makeConversation, makeMessage, makeTask, makeToolCall, makeUser, toolNamesInDatabase } from "./testing";

test("clocks are read right from a server in another time zone", async () => {
  const before = Date.now();
  const user = await makeUser();
  const after = Date.now();
  expect(user.createdAt.getTime()).toBeGreaterThanOrEqual(before - 1);
  expect(user.createdAt.getTime()).toBeLessThanOrEqual(after + 1);
});

test("factories make a row of each kind", async () => {
  const user = await makeUser();
  const conversation = await makeConversation(user);
  const question = await makeMessage(conversation);
  const reply = await makeMessage(conversation, {
    role: "ASSISTANT",
    replyToId: question.id,
    status: "AWAITING_APPROVAL",
  });
  const call = await makeToolCall(user, { source: "CHAT", conversationId: conversation.id, messageId: reply.id });
  const task = await makeTask(user, { title: "Pay rent" });
  expect([question.seq, reply.seq, reply.status, call.status, task.number]).toEqual([
    1,
    2,
    "AWAITING_APPROVAL",
    "SUCCESS",
    1,
  ]);
});

test("the tool names on record can be read from the catalogue", async () => {
  expect(await toolNamesInDatabase()).toContain("set_task_complete");
});
