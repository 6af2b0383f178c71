import { expect, test } from "vitest";
import { type SignedIn, settingsSchema } from "@/lib/auth/schema";
import { conversationsOf } from "@/lib/conversations/store";
import { db } from "@/lib/db/client";
import { makeConversation, makeMessage, makeToolCall, makeUser } from "@/lib/db/testing";
import { type ExportFormat, exported } from "./export";

async function person(): Promise<SignedIn> {
  const { id, email, name } = await makeUser();
  const settings = settingsSchema.parse({});
  return { id, sessionId: "", email, name, timeZone: "America/New_York", settings };
}

async function read(user: SignedIn, id: string, format: ExportFormat, now?: Date) {
  const { chunks, ...rest } = await exported(user, id, format, now);
  let text = "";
  let pieces = 0;
  for await (const chunk of chunks) {
    text += chunk;
    pieces += 1;
  }
  return { ...rest, text, pieces };
}

const task = (overrides: object) => ({
  id: crypto.randomUUID(),
  number: 12,
  title: "Buy *milk*",
  description: null,
  isCompleted: false,
  completedAt: null,
  priority: "none",
  dueDate: null,
  dueTime: null,
  recurrence: null,
  tags: [],
  position: "a",
  version: 1,
  deletedAt: null,
  createdAt: "2026-11-01T00:00:00.000Z",
  updatedAt: "2026-11-01T00:00:00.000Z",
  ...overrides,
});

/** A question, and its reply with two calls. */
async function talk(user: SignedIn, title: string | null = "Groceries") {
  const conversation = await makeConversation(user.id, { title });
  const question = await makeMessage(conversation, { content: "buy milk\n# please" });
  const reply = await makeMessage(conversation, {
    role: "ASSISTANT",
    replyToId: question.id,
    status: "PROCESSING",
  });
  const call = { source: "CHAT", conversationId: conversation.id, messageId: reply.id } as const;
  const change = (before: object | null, after: object | null) => ({
    taskId: crypto.randomUUID(),
    number: 12,
    before,
    after,
  });
  await makeToolCall(user.id, {
    ...call,
    callId: "s1c1",
    changes: [change(null, task({ dueDate: "2026-11-27", dueTime: "17:00", tags: ["home"] }))],
  });
  await makeToolCall(user.id, {
    ...call,
    callId: "s1c2",
    toolName: "update_task",
    changes: [change(task({ priority: "low" }), task({ priority: "high", dueDate: "2026-12-01" }))],
  });
  await makeToolCall(user.id, { ...call, callId: "s1c3", toolName: "delete_task", status: "ERROR", error: "No #99." });
  await db.message.update({
    where: { userId_id: { userId: user.id, id: reply.id } },
    data: {
      status: "COMPLETED",
      leaseOwner: null,
      leaseUntil: null,
      content: "Added **milk**.",
      parts: [
        { type: "step-start" },
        { type: "tool-create_task", toolCallId: "s1c1", state: "output-available", input: {}, output: {} },
        { type: "text", text: "Added **milk**. <b>![x](https://a.example)</b>" },
      ],
    },
  });
  return { id: conversation.id, reply: reply.id };
}

test("Markdown tells questions, replies, and what each call changed, in the person's zone", async () => {
  const user = await person();
  const { id } = await talk(user);
  const { text, fileName, type } = await read(user, id, "markdown", new Date("2026-11-23T02:00:00Z"));
  expect([fileName, type]).toEqual(["Groceries.md", "text/markdown; charset=utf-8"]);
  const day = "\\w{3} \\d{1,2} \\w{3} \\d{4}, \\d\\d:\\d\\d";
  expect(text).toMatch(
    new RegExp(`^# Groceries\n\nBegun ${day}; exported from Docket Sun 22 Nov 2026, 21:00 \\(America/New_York\\)\\.\n`),
  );
  expect(text).toMatch(new RegExp(`\n## You, ${day}\n\n> buy milk  \n> \\\\# please\n`));
  expect(text).toMatch(new RegExp(`\n## Docket, ${day}\n`));
  expect(text).toContain(
    "- **Add a task**: done\n  - \\#12 Buy \\*milk\\*: added; due Fri 27 Nov 2026 17:00; tags \\#home\n",
  );
  expect(text).toContain("  - \\#12 Buy \\*milk\\*: due none → Tue 1 Dec 2026; priority low → high\n");
  expect(text).toContain("**: failed; No #99.");
  expect(text).toContain("\nAdded **milk**. \\<b>\\![x](https://a.example)\\</b>\n");
});

test("JSON has everything of it: the parts, the record's calls, and its own version", async () => {
  const user = await person();
  const { id, reply } = await talk(user);
  const { text, fileName } = await read(user, id, "json");
  expect(fileName).toBe("Groceries.json");
  expect(JSON.parse(text)).toMatchObject({
    format: "docket-conversation",
    version: 1,
    timeZone: "America/New_York",
    conversation: { id, title: "Groceries", status: "ACTIVE" },
    messages: [
      { seq: 1, role: "USER", content: "buy milk\n# please", calls: [] },
      {
        seq: 2,
        id: reply,
        parts: [{ type: "step-start" }, { toolCallId: "s1c1" }, { type: "text" }],
        calls: [{ callId: "s1c1", changes: [{ number: 12, before: null }] }, { callId: "s1c2" }, { error: "No #99." }],
      },
    ],
  });
});

test("a long conversation comes in pieces, complete and in order, archived messages too", async () => {
  const user = await person();
  const { id } = await makeConversation(user.id, { nextSeq: 451 });
  await db.$executeRaw`
    INSERT INTO "Message" ("userId", "id", "conversationId", "seq", "role", "status", "content", "archivedAt")
    SELECT ${user.id}::uuid, gen_random_uuid(), ${id}::uuid, n, 'USER', 'COMPLETED', 'Thought ' || n, CASE WHEN n < 200 THEN now() END
    FROM generate_series(1, 450) AS n`;
  const json = await read(user, id, "json");
  expect(json.pieces).toBe(5);
  const { messages }: { messages: { seq: number }[] } = JSON.parse(json.text);
  expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 450 }, (_, at) => at + 1));
  const markdown = await read(user, id, "markdown");
  expect(markdown.text.match(/^> Thought \d+$/gm)).toHaveLength(450);
});

test("a title and a message with markup in them stay text", async () => {
  const user = await person();
  const { id } = await talk(user, "`a`\n## You, now\n> <script>");
  const { text, fileName } = await read(user, id, "markdown");
  expect(text.split("\n")[0]).toBe("# \\`a\\` ## You, now \\> \\<script\\>");
  expect(text.match(/^## You/gm)).toHaveLength(1);
  expect(fileName).toBe("`a` ## You, now script.md");
});

test("an empty conversation and one without a title are files too", async () => {
  const user = await person();
  const { id } = await makeConversation(user.id, { title: null });
  expect(JSON.parse((await read(user, id, "json")).text)).toMatchObject({
    conversation: { title: null },
    messages: [],
  });
  expect((await read(user, id, "markdown")).fileName).toBe("Conversation.md");
});

test("nobody else's conversation is exported, nor a deleted one", async () => {
  const user = await person();
  const { id } = await talk(user);
  await expect(exported(await person(), id, "json")).rejects.toMatchObject({ code: "not_found" });
  await conversationsOf(user.id).remove(id);
  await expect(exported(user, id, "markdown")).rejects.toMatchObject({ code: "not_found" });
});
