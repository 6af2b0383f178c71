import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Found } from "@/lib/conversations/schema";
import { ConversationSearch } from "./conversation-search";
import { conversation, slowServer } from "./testing";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const found = (id: string): Found => ({ conversation: conversation(id), title: [], message: null });
const page = (nextCursor: string | null, ...ids: string[]) => ({ found: ids.map(found), nextCursor, isAlike: false });
const idsOf = (search: ConversationSearch) => search.state().result?.found.map((one) => one.conversation.id);
const typed = () => vi.advanceTimersByTimeAsync(200);
const settled = () => vi.advanceTimersByTimeAsync(0);

test("it asks when typing rests, and only for the last text", async () => {
  const asked = slowServer();
  const search = new ConversationSearch();
  for (const text of ["d", "de", "dent "]) search.look(text);
  await typed();
  expect(asked.map(({ path }) => path)).toEqual(["/api/conversations/search?text=dent"]);
});

test("a slower answer to an older question is no answer, nor is one to a search that was left", async () => {
  const asked = slowServer();
  const search = new ConversationSearch();
  search.look("milk");
  await typed();
  search.look("eggs");
  await typed();
  asked[1]?.answer(page(null, "eggs"));
  await settled();
  asked[0]?.answer(page(null, "milk"));
  await settled();
  expect(idsOf(search)).toEqual(["eggs"]);
  search.look("bread");
  await typed();
  search.look("");
  asked[2]?.answer(page(null, "bread"));
  await settled();
  expect(search.state()).toEqual({ text: "", result: null, isLoading: false });
});

test("further pages come below; what is found is read again when something changed", async () => {
  const asked = slowServer();
  const search = new ConversationSearch();
  search.look("milk");
  await typed();
  asked[0]?.answer(page("next", "a"));
  await settled();
  void search.showMore();
  void search.showMore();
  expect(asked[1]?.path).toBe("/api/conversations/search?text=milk&cursor=next");
  asked[1]?.answer(page(null, "b"));
  await settled();
  expect(idsOf(search)).toEqual(["a", "b"]);
  search.hear({ type: "conversation", conversationId: "a" });
  await vi.advanceTimersByTimeAsync(500);
  asked[2]?.answer(page(null, "b"));
  await settled();
  expect([asked.length, idsOf(search)]).toEqual([3, ["b"]]);
});
