import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ConversationList } from "./conversation-list";
import { conversation, slowServer } from "./testing";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const [a, b, c] = [conversation("a"), conversation("b"), conversation("c")];
const page = (...conversations: ReturnType<typeof conversation>[]) => ({ conversations, nextCursor: null });
const titlesOf = (list: ConversationList) => list.state().conversations.map(({ title }) => title);
const gathered = () => vi.advanceTimersByTimeAsync(150);
const settled = () => vi.advanceTimersByTimeAsync(0);

test("a refresh that waited reads the view that is shown by then", async () => {
  const asked = slowServer();
  const list = new ConversationList(page(a));
  list.hear({ type: "reconnected" });
  list.show("archived");
  asked[0]?.answer(page(b));
  await gathered();
  expect(asked.map(({ path }) => path)).toEqual(Array(2).fill("/api/conversations?limit=30&archived=true"));
  asked[1]?.answer(page(b));
  await settled();
  expect(titlesOf(list)).toEqual(["b"]);
});

test("a slow answer to a view that was left doesn't come back", async () => {
  const asked = slowServer();
  const list = new ConversationList(page(a));
  list.show("archived");
  list.show("current");
  asked[1]?.answer(page(a, c));
  await settled();
  asked[0]?.answer(page(b));
  await settled();
  expect([list.state().view, titlesOf(list)]).toEqual(["current", ["c", "a"].toSorted()]);
});

test("what was changed, deleted or read after a page was asked for is not overwritten by the page", async () => {
  const asked = slowServer();
  const list = new ConversationList(page(c, b, a));
  list.hear({ type: "reconnected" });
  await gathered();
  list.foresee(a, { title: "renamed" });
  list.drop("b");
  asked[0]?.answer(page(c, b, a));
  await settled();
  expect(titlesOf(list)).toEqual(["c", "renamed"]);
  list.hear({ type: "reconnected" });
  await gathered();
  asked[1]?.answer(page(c, b, a));
  await settled();
  expect(titlesOf(list)).toEqual(["c", "b", "a"]);
});

test("two tabs rename: of two readings of one conversation the later one counts, in whatever order they come", async () => {
  const asked = slowServer();
  const list = new ConversationList(page(a));
  list.hear({ type: "conversation", conversationId: "a" });
  await gathered();
  list.hear({ type: "conversation", conversationId: "a" });
  await gathered();
  asked[1]?.answer(page(conversation("a", { title: "second" })));
  await settled();
  asked[0]?.answer(page(conversation("a", { title: "first" })));
  await settled();
  expect(titlesOf(list)).toEqual(["second"]);
  expect(list.state().titles.get("a")).toBe("second");
});

test("what changed is read once, however often it is told; very many at once read the list", async () => {
  const asked = slowServer();
  const list = new ConversationList(page(a));
  for (const state of ["started", "log", "ended"] as const)
    list.hear({ type: "reply", conversationId: "a", messageId: "m", state });
  await gathered();
  for (const id of ["a", "b"]) list.hear({ type: "conversation", conversationId: id });
  await gathered();
  expect(asked.map(({ path }) => path)).toEqual(["/api/conversations?ids=a", "/api/conversations?ids=a,b"]);
  for (let n = 0; n <= 20; n++) list.hear({ type: "conversation", conversationId: String(n) });
  await gathered();
  expect(asked.slice(2).map(({ path }) => path)).toEqual(["/api/conversations?limit=30"]);
});

test("one that is gone leaves the list and is told of; one that can't be read now stays", async () => {
  const asked = slowServer();
  const list = new ConversationList(page(b, a));
  const gone = vi.fn();
  list.tell({ changed: () => {}, gone });
  void list.reread("a");
  void list.reread("b");
  asked[0]?.answer(page());
  asked[1]?.answer({}, 503);
  await settled();
  expect(titlesOf(list)).toEqual(["b"]);
  expect(gone).toHaveBeenCalledExactlyOnceWith("a");
});

test("a conversation leaves the view when it is archived, and comes back", () => {
  const list = new ConversationList(page(a));
  list.foresee(a, { status: "ARCHIVED" });
  expect(titlesOf(list)).toEqual([]);
  list.accept(a);
  expect(titlesOf(list)).toEqual(["a"]);
});

test("a reply that runs further down than was unrolled is under way until it ends", async () => {
  slowServer();
  const list = new ConversationList({ conversations: [b], nextCursor: "more" });
  const deep = conversation("deep", { updatedAt: "2026-01-02T00:00:00.000Z" });
  list.accept({ ...deep, activity: "PROCESSING" });
  expect([titlesOf(list), list.state().underWay.map(({ id }) => id)]).toEqual([["b"], ["deep"]]);
  list.accept(deep);
  expect(list.state().underWay).toEqual([]);
});

test("the next page is asked for once, and not added to another view", async () => {
  const asked = slowServer();
  const list = new ConversationList({ conversations: [c], nextCursor: "x" });
  void list.showMore();
  void list.showMore();
  expect(asked.map(({ path }) => path)).toEqual(["/api/conversations?limit=100&cursor=x"]);
  list.show("deleted");
  asked[0]?.answer(page(b));
  asked[1]?.answer(page());
  await settled();
  expect(titlesOf(list)).toEqual([]);
  expect(asked[1]?.path).toBe("/api/conversations?limit=30&deleted=true");
});
