import { afterEach, expect, test, vi } from "vitest";
import { forgetSending, keepDraft, keepSending, readDraft, readSending } from "./drafts";
import { storage } from "./testing";

afterEach(() => vi.unstubAllGlobals());

const sending = { text: "add milk", messageId: "m", conversationId: "c" };

test("what was sent without an answer is remembered beside the draft, and both go when it has arrived", () => {
  const kept = storage();
  keepDraft("me", "c", "add milk ");
  keepSending("me", "c", sending);
  expect(readSending("me", "c")).toEqual(sending);
  expect(readSending("you", "c")).toBeNull();
  expect(forgetSending("me", "c")).toBe(true);
  expect([readDraft("me", "c"), readSending("me", "c"), kept.size]).toEqual(["", null, 0]);
});

test("what was typed since then stays", () => {
  storage();
  keepSending("me", "c", sending);
  keepDraft("me", "c", "and something else");
  expect(forgetSending("me", "c")).toBe(false);
  expect(readDraft("me", "c")).toBe("and something else");
});

test("a browser that stores nothing remembers until the page is left", () => {
  vi.stubGlobal("localStorage", undefined);
  keepDraft("me", "c", "half a thought");
  keepSending("me", "c", sending);
  expect([readDraft("me", "c"), readSending("me", "c")]).toEqual(["half a thought", sending]);
  forgetSending("me", "c");
  expect(readSending("me", "c")).toBeNull();
});

test("what another version wrote is no reason to fail", () => {
  storage().set("docket:sending:me:c", "{broken");
  expect(readSending("me", "c")).toBeNull();
});
