import { expect, test } from "vitest";
import { entriesOf, merged, olderThan, withMessage, wordingsOf } from "./merge";
import { stored } from "./testing";
import type { Shown } from "./to-chat";

const message = (id: string, text = id, more: Partial<Shown> = {}): Shown => ({
  id,
  role: "assistant",
  parts: [{ type: "text", text }],
  ...more,
});
const ids = (messages: readonly Shown[]) => messages.map(({ id }) => id).join("");

test("the server's page is the truth, what is older stays, and what is equal stays the same object", () => {
  const now = [message("a"), message("b"), message("c", "ran ahead of what was sto")];
  const page = [message("b"), message("c", "ran ahead"), message("d")];
  const { messages, isWhole } = merged(now, page);
  expect(ids(messages)).toBe("abcd");
  expect(messages[1]).toBe(now[1]);
  expect(messages[2]).toBe(page[1]);
  expect(isWhole).toBe(true);
});

test("a page that knows nothing of what is shown takes its place", () => {
  const { messages, isWhole } = merged([message("a"), message("x")], [message("b"), message("c")]);
  expect([ids(messages), isWhole]).toEqual(["bc", false]);
});

test("a message takes its own place, or the last one", () => {
  const now = [message("a"), message("b")];
  expect(withMessage(now, message("a", "new"))[0]?.parts).toEqual([{ type: "text", text: "new" }]);
  expect(ids(withMessage(now, message("c")))).toBe("abc");
});

test("a replaced reply stands at the one that took its place, and so does the one before it", () => {
  const messages = [message("a"), message("b", "b", { replacesId: "a" }), message("c", "c", { replacesId: "b" })];
  const entries = entriesOf([message("q", "q", { role: "user" }), ...messages]);
  expect(ids(entries.map((entry) => entry.message))).toBe("qc");
  expect(ids(entries[1]?.earlier ?? [])).toBe("ba");
});

test("a reply whose predecessor is on an older page stands alone until that is read", () => {
  const late = message("b", "b", { replacesId: "a" });
  expect(entriesOf([late])).toEqual([{ message: late, earlier: [], before: "" }]);
});

test("a reply knows the replies to the same question before it, the replaced ones too", () => {
  const question = (id: string) => message(id, id, { role: "user" });
  const messages = [question("p"), message("o"), question("q"), message("a"), message("b", "b", { replacesId: "a" })];
  const entries = entriesOf([...messages, message("c")]);
  expect(entries.map((entry) => [entry.message.id, entry.before])).toEqual([
    ["p", ""],
    ["o", ""],
    ["q", ""],
    ["b", "a"],
    ["c", "a b"],
  ]);
});

test("what stands before a page: more of the same, what is archived, or nothing", () => {
  const page = (seq: number, more: boolean) => ({
    messages: [{ ...stored("m", "USER", "COMPLETED", "hello"), seq }],
    more,
  });
  expect(olderThan(page(51, true))).toEqual({ more: true, archive: false });
  expect(olderThan(page(51, false))).toEqual({ more: false, archive: true });
  expect(olderThan(page(1, false))).toEqual({ more: false, archive: false });
  expect(olderThan(page(51, true), { archived: true })).toEqual({ more: false, archive: true });
  expect(olderThan(page(1, false), { archived: true })).toEqual({ more: false, archive: false });
  // Archived by another message, between the asking and the answer.
  expect(olderThan({ messages: [], more: false }, { before: 51 })).toEqual({ more: false, archive: true });
});

const asked = (id: string, replacesId?: string) => message(id, id, { role: "user", ...(replacesId && { replacesId }) });

test("an edited question stands in the place of its earlier wordings, whose replies its own one still knows", () => {
  const first = [asked("p"), message("o"), asked("q"), message("a"), message("b", "b", { replacesId: "a" })];
  const all = [...first, asked("r", "q"), message("c"), asked("s", "r"), message("d")];
  expect(entriesOf(all).map((entry) => [entry.message.id, entry.before])).toEqual([
    ["p", ""],
    ["o", ""],
    ["s", "a b c"],
    ["d", "a b c"],
  ]);
  expect(entriesOf(all).flatMap(({ earlier }) => earlier)).toEqual([]);
  expect(wordingsOf(all).map(({ of, question, turn }) => [of, question?.id, ids(turn)])).toEqual([
    ["s", "r", "rc"],
    ["s", "q", "qab"],
  ]);
});

test("replies whose question stands on an older page belong to the question that took its place", () => {
  const page = [message("a"), asked("r", "q"), message("c")];
  expect(ids(entriesOf(page).map((entry) => entry.message))).toBe("rc");
  expect(wordingsOf(page)).toEqual([{ of: "r", question: null, turn: [page[0]] }]);
  expect(ids(entriesOf(page.slice(1)).map((entry) => entry.message))).toBe("rc");
});
