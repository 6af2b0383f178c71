import { expect, test } from "vitest";
import { makeConversation, makeMessage, makeToolCall, makeUser } from "@/lib/db/testing";
import { canonical } from "./canonical";
import { activityOf } from "./store";

const idsOf = (calls: { id: string }[]) => calls.map((call) => call.id);

test("the record is read newest first, page by page, and nothing is missed or told twice", async () => {
  const user = await makeUser();
  const made: string[] = [];
  for (let index = 0; index < 7; index++) made.push((await makeToolCall(user)).id);
  const read: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await activityOf(user.id).list({ limit: 3, ...(cursor && { cursor }) });
    read.push(...idsOf(page.calls));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(read).toEqual(made.toReversed());
});

test("the record is narrowed by source, status and tool", async () => {
  const user = await makeUser();
  const list = await makeToolCall(user, { toolName: "list_tasks" });
  const failed = await makeToolCall(user, { status: "ERROR", source: "API" });
  const { list: read } = activityOf(user.id);
  expect(idsOf((await read({ tool: "list_tasks" })).calls)).toEqual([list.id]);
  expect(idsOf((await read({ status: "ERROR" })).calls)).toEqual([failed.id]);
  expect(idsOf((await read({ source: "API", status: "SUCCESS" })).calls)).toEqual([]);
});

test("a cursor that isn't one is refused", async () => {
  const user = await makeUser();
  await expect(activityOf(user.id).list({ cursor: "bm9wZQ" })).rejects.toMatchObject({ code: "invalid" });
});

test("the calls of replies come in the order in which they were made", async () => {
  const user = await makeUser();
  const conversation = await makeConversation(user);
  const reply = await makeMessage(conversation, { role: "ASSISTANT" });
  const link = { source: "CHAT", conversationId: conversation.id, messageId: reply.id } as const;
  const first = await makeToolCall(user, { ...link, callId: "s0c0" });
  const second = await makeToolCall(user, { ...link, callId: "s0c1" });
  await makeToolCall(user);
  const activity = activityOf(user.id);
  expect(idsOf(await activity.ofMessages([reply.id]))).toEqual([first.id, second.id]);
  expect(await activity.ofMessages([])).toEqual([]);
});

test("one's own record only: a foreign call is as absent as a missing one", async () => {
  const [owner, other] = [await makeUser(), await makeUser()];
  const waiting = await makeToolCall(owner, { status: "PENDING" });
  expect(await activityOf(other.id).get(waiting.id)).toBeNull();
  expect(await activityOf(other.id).pending()).toEqual([]);
  expect((await activityOf(other.id).list()).calls).toEqual([]);
  expect(idsOf(await activityOf(owner.id).pending())).toEqual([waiting.id]);
});

test("equal JSON has one text, whatever the order of its keys", () => {
  expect(canonical({ b: [1, { d: 1, c: 2 }], a: null })).toBe(canonical({ a: null, b: [1, { c: 2, d: 1 }] }));
  expect(canonical({ a: [1, 2] })).not.toBe(canonical({ a: [2, 1] }));
});
