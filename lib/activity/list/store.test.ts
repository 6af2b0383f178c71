import { expect, test } from "vitest";
import { activityOf } from "@/lib/activity/store";
import { makeConversation, makeMessage, makeToolCall, makeUser, unsafeWithoutTriggers } from "@/lib/db/testing";

const changed = (number: number, before: string | null, after: string) => ({
  number,
  taskId: crypto.randomUUID(),
  before: before === null ? null : { title: before },
  after: { title: after },
});

/** A person with a few calls, and how they are found: by the names given to them here. */
async function makeRecord() {
  const user = await makeUser();
  const names = new Map<string, string>();
  const add = async (name: string, overrides: Parameters<typeof makeToolCall>[1]) => {
    names.set((await makeToolCall(user, overrides)).id, name);
  };
  const found = async (...query: Parameters<ReturnType<typeof activityOf>["list"]>) =>
    (await activityOf(user.id).list(...query)).calls.map(({ id }) => names.get(id));
  await add("made", { parameters: { title: "Buy oat milk" }, changes: [changed(1, null, "Buy oat milk")] });
  await add("renamed", {
    toolName: "update_task",
    parameters: { numbers: [1, 12], patch: { title: "Café crème", description: 'first\nsecond "third"' } },
    changes: [changed(1, "Buy oat milk", "Café crème"), changed(12, "Report", "Café crème")],
  });
  await add("failed", {
    toolName: "delete_task",
    parameters: { numbers: [12, 99] },
    status: "ERROR",
    error: "There is no task #99.",
  });
  await add("moved", {
    toolName: "move_task",
    parameters: { number: 7, after: 12 },
    changes: [changed(7, "Seven", "Seven")],
  });
  await add("waiting", {
    toolName: "delete_task",
    parameters: { numbers: [1] },
    status: "PENDING",
    approvalExpiresAt: new Date(Date.now() + 60_000),
  });
  await add("expired", {
    toolName: "delete_task",
    parameters: { numbers: [1] },
    status: "PENDING",
    approvalExpiresAt: new Date(0),
  });
  return { user, found, add };
}

test("the history of a task is what changed it, and what named it in vain", async () => {
  const { found } = await makeRecord();
  expect(await found({ task: 1 })).toEqual(["renamed", "made"]);
  expect(await found({ task: 12 })).toEqual(["failed", "renamed"]);
  expect(await found({ task: 7 })).toEqual(["moved"]);
  expect(await found({ task: 2 })).toEqual([]);
});

test.each([
  ["milk", ["renamed", "made"]],
  ["CAFE creme", ["renamed"]],
  ["mil oat", ["renamed", "made"]],
  ["second third", ["renamed"]],
  ["delete", ["failed"]],
  ["no task", ["failed"]],
  ["add", ["made"]],
  ["12", []],
  ["?!", []],
  ["zebra", []],
])("the words %j are found in what was asked, in titles before and after, in tools and errors", async (text, names) => {
  const { found } = await makeRecord();
  expect(await found({ text })).toEqual(names);
});

test("filters narrow each other, and what waits is what can still be answered", async () => {
  const { found } = await makeRecord();
  expect(await found({ waiting: true })).toEqual(["waiting"]);
  expect(await found({ task: 1, tool: "update_task" })).toEqual(["renamed"]);
  expect(await found({ task: 12, text: "milk" })).toEqual(["renamed"]);
  expect(await found({ text: "milk", source: "API" })).toEqual([]);
  expect(await found({ status: "ERROR", tool: "delete_task", source: "UI" })).toEqual(["failed"]);
});

test("what is found comes page by page, whichever way it is found", async () => {
  const { user, add } = await makeRecord();
  for (let n = 0; n < 6; n++)
    await add(`m${n}`, { parameters: { title: `Milk ${n}` }, changes: [changed(30, null, "Milk")] });
  for (const query of [{ text: "milk" }, { task: 30 }]) {
    const read: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await activityOf(user.id).list({ ...query, limit: 2, ...(cursor && { cursor }) });
      read.push(...page.calls.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    const whole = await activityOf(user.id).list(query);
    expect(read).toEqual(whole.calls.map(({ id }) => id));
    expect(new Set(read).size).toBe(read.length);
  }
});

test("days are those of the person's zone, both included", async () => {
  const user = await makeUser();
  const call = await makeToolCall(user);
  // Half past eleven at night in Paris, half past ten in London.
  await unsafeWithoutTriggers(
    "ToolCallLog",
    (tx) => tx.$executeRaw`UPDATE "ToolCallLog" SET "createdAt" = '2026-11-20T22:30:00Z' WHERE "id" = ${call.id}::uuid`,
  );
  const isThere = async (from: string, to: string, zone: string) =>
    (await activityOf(user.id).list({ from, to }, zone)).calls.length === 1;
  expect(await isThere("2026-11-20", "2026-11-20", "Europe/Paris")).toBe(true);
  expect(await isThere("2026-11-21", "2026-11-21", "Europe/Paris")).toBe(false);
  expect(await isThere("2026-11-21", "2026-11-21", "Asia/Kathmandu")).toBe(true);
  expect(await isThere("2026-11-19", "2026-11-19", "Europe/Paris")).toBe(false);
});

test("only one's own is found, and what a reply did", async () => {
  const { user, found } = await makeRecord();
  const other = await makeUser();
  expect((await activityOf(other.id).list({ task: 1 })).calls).toEqual([]);
  expect((await activityOf(other.id).list({ text: "milk" })).calls).toEqual([]);
  const conversation = await makeConversation(user);
  const reply = await makeMessage(conversation, { role: "ASSISTANT" });
  const link = { source: "CHAT", conversationId: conversation.id, messageId: reply.id } as const;
  const said = await makeToolCall(user, { ...link, callId: "s0c0" });
  expect((await activityOf(user.id).list({ reply: reply.id })).calls.map(({ id }) => id)).toEqual([said.id]);
  expect(await found({ reply: crypto.randomUUID() })).toEqual([]);
});

test("a call over two hundred tasks with titles of the greatest length is stored and found", async () => {
  const { found, add } = await makeRecord();
  const title = (n: number) => `${"Überlänge ".repeat(48)}${n}`;
  const changes = Array.from({ length: 200 }, (_, n) => changed(1_000 + n, title(n), title(n + 1)));
  await add("large", { toolName: "update_task", parameters: { numbers: [1_000] }, changes });
  expect(await found({ task: 1_199 })).toEqual(["large"]);
  expect(await found({ text: "uberlange 3" })).toEqual(["large"]);
});

test("a page ends early where its calls changed much, and the next one goes on", async () => {
  const user = await makeUser();
  for (const number of [1, 2, 3]) {
    // About 900,000 characters of notes each.
    const changes = Array.from({ length: 90 }, () => changed(number, "Before", "x".repeat(10_000)));
    await makeToolCall(user, { toolName: "update_task", parameters: { numbers: [number] }, changes });
  }
  const first = await activityOf(user.id).list({ limit: 3 });
  expect(first.calls.map(({ parameters }) => parameters)).toEqual([{ numbers: [3] }, { numbers: [2] }]);
  const rest = await activityOf(user.id).list({ limit: 3, ...(first.nextCursor && { cursor: first.nextCursor }) });
  expect(rest.calls.map(({ parameters }) => parameters)).toEqual([{ numbers: [1] }]);
  expect(rest.nextCursor).toBeNull();
});
