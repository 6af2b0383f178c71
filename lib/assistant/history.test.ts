import type { ModelMessage } from "ai";
import { expect, test } from "vitest";
import type { StoredMessage } from "@/lib/conversations/schema";
import { modelMessages } from "./history";
import type { Parts } from "./parts";

let seq = 0;
const message = (overrides: Partial<StoredMessage>): StoredMessage => ({
  id: crypto.randomUUID(),
  conversationId: "c",
  seq: ++seq,
  role: "USER",
  content: "delete it",
  parts: [],
  replyToId: null,
  replacesId: null,
  status: "COMPLETED",
  metadata: {},
  archivedAt: null,
  createdAt: new Date(0).toISOString(),
  ...overrides,
});

const call = (state: string, more: object = {}) => ({
  type: "tool-delete_task",
  toolCallId: "s1c0",
  input: { numbers: [1] },
  state,
  ...more,
});

const reply = (parts: unknown[]) => message({ role: "ASSISTANT", parts });

/** A provider answers 400 unless each call has exactly one result, right after it, and ids aren't used twice. */
function expectSound(messages: ModelMessage[]) {
  const called: string[] = [];
  const answered: string[] = [];
  for (const { role, content } of messages) {
    if (typeof content === "string") continue;
    for (const part of content) {
      if (role === "assistant" && part.type === "tool-call") called.push(part.toolCallId);
      if (role === "tool" && part.type === "tool-result") answered.push(part.toolCallId);
    }
  }
  expect(answered).toEqual(called);
  expect(new Set(called).size).toBe(called.length);
}

const states = [
  call("input-streaming", { input: undefined }),
  call("input-available"),
  call("approval-requested", { approval: { id: "a" } }),
  call("output-denied", { approval: { id: "a", approved: false } }),
  call("output-available", { output: { tasks: [] } }),
  call("output-error", { errorText: "There is no task #1." }),
  call("output-error", { errorText: "Bad arguments", input: "not an object" }),
];

test("a reply that broke off in any state of a call can be continued", async () => {
  for (const part of states) {
    const messages = await modelMessages([message({}), reply([{ type: "step-start" }, part]), message({})]);
    expectSound(messages);
    expect(messages.at(-1)?.role).toBe("user");
  }
});

test("two replies whose calls have the same ids don't get in each other's way", async () => {
  const done = [{ type: "step-start" }, call("output-available", { output: {} }), { type: "text", text: "Done." }];
  expectSound(await modelMessages([message({}), reply(done), message({}), reply(done), message({})]));
});

test("a refusal is told to the model as the person's no", async () => {
  const denied = call("output-denied", { approval: { id: "a", approved: false } });
  const messages = await modelMessages([message({}), reply([{ type: "step-start" }, denied]), message({})]);
  expect(JSON.stringify(messages)).toContain("The person said no");
});

test("an empty reply is left out, and a reply that goes on stands last", async () => {
  const current = [{ type: "step-start" }, call("output-available", { output: { tasks: [] } })] as Parts;
  const messages = await modelMessages([message({}), reply([]), message({})], current);
  expect(messages.map(({ role }) => role)).toEqual(["user", "user", "assistant", "tool"]);
});
