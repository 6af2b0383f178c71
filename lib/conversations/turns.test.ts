import { expect, test } from "vitest";
import type { StoredMessage } from "./schema";
import { sizeOf, wholeTurns } from "./turns";

const message = (seq: number, overrides: Partial<StoredMessage> = {}): StoredMessage => ({
  id: `m${seq}`,
  conversationId: "c",
  seq,
  role: "USER",
  content: "x".repeat(10),
  parts: [],
  replyToId: null,
  replacesId: null,
  status: "COMPLETED",
  metadata: {},
  archivedAt: null,
  createdAt: "2026-11-27T16:00:00.000Z",
  ...overrides,
});
const reply = (seq: number, to: number, overrides: Partial<StoredMessage> = {}) =>
  message(seq, { role: "ASSISTANT", replyToId: `m${to}`, ...overrides });
const seqs = (messages: StoredMessage[]) => messages.map(({ seq }) => seq);

const talk = [message(1), reply(2, 1), message(3), reply(4, 3), message(5), reply(6, 5)];

test("the newest whole turns that fit are kept, oldest first", () => {
  expect(seqs(wholeTurns(talk.toReversed(), 60))).toEqual([1, 2, 3, 4, 5, 6]);
  expect(seqs(wholeTurns(talk, 59))).toEqual([3, 4, 5, 6]);
  expect(seqs(wholeTurns(talk, 40))).toEqual([3, 4, 5, 6]);
  expect(seqs(wholeTurns(talk, 19))).toEqual([]);
});

test("a turn that doesn't fit ends the history, though an older one would fit", () => {
  const long = [
    message(1),
    reply(2, 1),
    message(3, { content: "x".repeat(100) }),
    reply(4, 3),
    message(5),
    reply(6, 5),
  ];
  expect(seqs(wholeTurns(long, 60))).toEqual([5, 6]);
});

test("a reply without its question stays out", () => {
  expect(seqs(wholeTurns(talk.slice(1), 100))).toEqual([3, 4, 5, 6]);
});

test("a later reply to an earlier question stands with it", () => {
  expect(seqs(wholeTurns([message(1), message(3), reply(4, 3), reply(7, 1)], 100))).toEqual([1, 7, 3, 4]);
});

test("a reply counts with what its tools read and wrote", () => {
  expect(sizeOf(reply(2, 1, { content: "Done." }))).toBe(5);
  expect(sizeOf(reply(2, 1, { content: "Done.", parts: [{ type: "text" }] }))).toBe('[{"type":"text"}]'.length);
});
