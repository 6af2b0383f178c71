import { expect, test } from "vitest";
import { appended, type ConversationPage, placed, renewed } from "./pages";
import { conversation } from "./testing";

const at = (hour: number) => ({ updatedAt: `2026-11-20T${String(hour).padStart(2, "0")}:00:00.000Z` });
const idsOf = ({ conversations }: ConversationPage) => conversations.map(({ id }) => id).join("");
const page = (nextCursor: string | null, ...hours: [string, number][]): ConversationPage => ({
  conversations: hours.map(([id, hour]) => conversation(id, at(hour))),
  nextCursor,
});

test("a conversation goes where it belongs: pinned ones on top, then by last activity", () => {
  const list = page(null, ["c", 12], ["b", 11], ["a", 10]);
  expect(idsOf(placed(list, conversation("a", at(13))))).toBe("acb");
  expect(idsOf(placed(list, conversation("b", { ...at(11), pinnedAt: "2026-11-20T00:00:00.000Z" })))).toBe("bca");
  expect(idsOf(placed(list, conversation("z", at(1))))).toBe("cbaz");
  const pinned = placed(list, conversation("a", { ...at(10), pinnedAt: "2026-11-20T00:00:00.000Z" }));
  expect(idsOf(placed(pinned, conversation("a", at(10))))).toBe("cba");
});

test("what belongs below what was unrolled is left to the pages to come", () => {
  const list = page("more", ["c", 12], ["b", 11]);
  expect(idsOf(placed(list, conversation("a", at(10))))).toBe("cb");
  expect(idsOf(placed(list, conversation("c", at(9))))).toBe("b");
});

test("deleted ones stand by when they were deleted", () => {
  const gone = (id: string, hour: number) =>
    conversation(id, { deletedAt: `2026-11-20T${hour}:00:00.000Z`, pinnedAt: null });
  const list = { conversations: [gone("b", 12), gone("a", 10)], nextCursor: null };
  expect(idsOf(placed(list, gone("c", 11)))).toBe("bca");
});

test("a further page brings nothing twice that has moved up meanwhile", () => {
  const all = appended(page("x", ["d", 14], ["c", 12]), page(null, ["d", 9], ["a", 8]));
  expect([idsOf(all), all.nextCursor]).toEqual(["dca", null]);
});

test("the first page anew keeps what was unrolled below it, and drops what it no longer has", () => {
  const shown = page("deep", ["e", 15], ["d", 14], ["c", 13], ["b", 12], ["a", 11]);
  const fresh = renewed(shown, page("shallow", ["b", 16], ["e", 15], ["c", 13]));
  expect([idsOf(fresh), fresh.nextCursor]).toEqual(["beca", "deep"]);
  expect(renewed(shown, page(null, ["a", 11]))).toEqual(page(null, ["a", 11]));
  expect(renewed(page("x", ["e", 15]), page("y", ["e", 15], ["d", 14])).nextCursor).toBe("y");
});
