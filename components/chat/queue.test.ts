import { afterEach, expect, test, vi } from "vitest";
import { holdAfter, isFree } from "./hold";
import { dequeue, enqueue, queueFrom, queueText } from "./queue";
import { storage } from "./testing";
import type { Shown } from "./to-chat";

afterEach(() => vi.unstubAllGlobals());

const at = "2026-11-23T10:00:00.000Z";
const waiting = (user: string, conversation: string) =>
  queueFrom(queueText(user, conversation)).map(({ id, text }) => `${id} ${text}`);

test("messages wait in the order in which they were written, each person's and conversation's by themselves", () => {
  const kept = storage();
  enqueue("me", "c", { id: "2", text: "bread", at });
  enqueue("me", "c", { id: "1", text: "milk", at });
  enqueue("me", "d", { id: "3", text: "eggs", at });
  enqueue("you", "c", { id: "4", text: "tea", at });
  expect(waiting("me", "c")).toEqual(["1 milk", "2 bread"]);
  expect(queueFrom(queueText("me", "c"))[0]).toEqual({ id: "1", text: "milk", at });
  dequeue("me", "c", "1");
  expect(waiting("me", "c")).toEqual(["2 bread"]);
  kept.set("docket:queue:me:c:0", "{broken").set("docket:queue:me:c:9", "null");
  expect(waiting("me", "c")).toEqual(["2 bread"]);
});

test("a browser that stores nothing remembers until the page is left", () => {
  vi.stubGlobal("localStorage", undefined);
  enqueue("me", "c", { id: "1", text: "milk", at });
  expect(waiting("me", "c")).toEqual(["1 milk"]);
  dequeue("me", "c", "1");
  expect(waiting("me", "c")).toEqual([]);
});

const reply = (
  status: "COMPLETED" | "STOPPED" | "ERROR" | "AWAITING_APPROVAL" | "PROCESSING",
  text = "Done.",
): Shown => ({
  id: "r",
  role: "assistant",
  parts: [{ type: "text", text }],
  metadata: { status },
});

test("what waits goes out by itself only after a reply that ended well and asked nothing", () => {
  expect(holdAfter(undefined)).toBeNull();
  expect(holdAfter(reply("COMPLETED"))).toBeNull();
  expect(holdAfter(reply("STOPPED"))).toBe("stopped");
  expect(holdAfter(reply("ERROR"))).toBe("broken");
  expect(holdAfter(reply("AWAITING_APPROVAL", "Delete four?"))).toBe("approval");
  expect(holdAfter(reply("COMPLETED", "Which one do you mean?"))).toBe("question");
  expect(holdAfter(reply("COMPLETED", "You asked “when?” I moved it."))).toBeNull();
  const choices: Shown["parts"][number] = { type: "data-choices", data: { options: [] } };
  expect(holdAfter({ ...reply("COMPLETED"), parts: [choices] })).toBe("question");
  expect([reply("PROCESSING"), reply("COMPLETED"), undefined].map(isFree)).toEqual([false, true, true]);
});
