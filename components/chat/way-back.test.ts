import { expect, test } from "vitest";
import type { Call } from "@/lib/activity/schema";
import type { ChatMessage } from "@/lib/assistant/schema";
import { wayBack } from "./way-back";

const reply = (...callIds: string[]): ChatMessage => ({
  id: "r",
  role: "assistant",
  parts: callIds.map((toolCallId) => ({
    type: "dynamic-tool",
    toolName: "create_task",
    toolCallId,
    state: "input-available",
    input: {},
  })),
});

// Only what the way back looks at.
const call = (callId: string, changes: number, undoneById: string | null = null) =>
  ({ callId, status: "SUCCESS", changes: Array.from({ length: changes }), undoneById }) as unknown as Call;

test("a single change has its undo on its card, and nowhere else", () => {
  expect(wayBack(reply("a"), [call("a", 1)])).toBeNull();
  expect(wayBack(reply("a"), [call("a", 24)])).toBeNull();
  expect(wayBack(reply("a"), [call("a", 1, "u")])).toBeNull();
  expect(wayBack(reply("a"), [])).toBeNull();
});

test("several changes go back together, and come back together", () => {
  expect(wayBack(reply("a", "b"), [call("a", 1), call("b", 2)])).toEqual({
    words: "3 changes",
    label: "Undo all",
    undone: false,
    undo: { reply: "r" },
  });
  expect(wayBack(reply("a", "b"), [call("a", 1, "u"), call("b", 2, "u")])).toEqual({
    words: "Undone",
    label: "Redo all",
    undone: true,
    undo: { call: "u" },
  });
});

test("what was taken back one by one comes back one by one", () => {
  expect(wayBack(reply("a", "b"), [call("a", 1, "u"), call("b", 2, "v")])).toBeNull();
  expect(wayBack(reply("a", "b"), [call("a", 1, "u"), call("b", 2)])).toBeNull();
});

test("a change without a card has its undo below the reply", () => {
  expect(wayBack(reply(), [call("a", 1)])).toMatchObject({ words: "1 change", label: "Undo" });
  expect(wayBack(reply(), [call("a", 1, "u")])).toMatchObject({ words: "Undone", label: "Redo" });
});
