import { expect, test, vi } from "vitest";
import { conversationsOf } from "@/lib/conversations/store";
import { makeUser } from "@/lib/db/testing";
import { subscribe } from "@/lib/live/bus";
import type { LiveEvent } from "@/lib/live/schema";
import * as exporting from "./[id]/export/route";
import * as messages from "./[id]/messages/route";
import * as restore from "./[id]/restore/route";
import * as one from "./[id]/route";
import * as all from "./route";
import * as search from "./search/route";

const signedIn = vi.hoisted(() => ({ user: { id: "" } }));
vi.mock("@/lib/auth/require-user", () => ({ requireUser: async () => signedIn.user }));

async function owner() {
  const user = await makeUser();
  signedIn.user = user;
  const id = crypto.randomUUID();
  await conversationsOf(user.id).open(id);
  const heard: LiveEvent[] = [];
  subscribe(user.id, (event) => heard.push(event));
  return { user: user.id, id, heard };
}

const at = (id: string) => ({ params: Promise.resolve({ id }) });
const request = (method: string, body?: unknown, query = "") =>
  new Request(`http://localhost/api${query}`, {
    method,
    headers: { "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

test("a change is answered with the conversation and told to the person's other tabs", async () => {
  const { id, heard } = await owner();
  const answer = await one.PATCH(request("PATCH", { title: "  Groceries ", pinned: true }), at(id));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ id, title: "Groceries", pinnedAt: expect.any(String) });
  expect(heard).toContainEqual({ type: "conversation", conversationId: id });
  const list = await (await all.GET(request("GET", undefined, "?limit=5"), undefined)).json();
  expect(list).toMatchObject({ conversations: [{ id }], nextCursor: null, underWay: [] });
  const found = await (await search.GET(request("GET", undefined, "?text=groc"), undefined)).json();
  expect(found).toMatchObject({
    found: [{ conversation: { id }, title: [{ text: "Groc", hit: true }, { text: "eries" }], message: null }],
    nextCursor: null,
    isAlike: false,
  });
});

test.each([
  [{}, "Name what to change: title, pinned or status."],
  [{ title: "   " }, "Write a title, or send null to clear it."],
  [{ title: "x".repeat(201) }, "A title has at most 200 characters."],
  [{ title: 5 }, '"title" must be text.'],
  [{ pinned: "yes" }, '"pinned" must be true or false.'],
  [{ status: "GONE" }, '"status" must be one of ACTIVE, INACTIVE, ARCHIVED.'],
  [{ userId: "x" }, 'The field "userId" is not known here.'],
  [[], "The input must be an object."],
])("a change that makes no sense is refused: %j", async (body, sentence) => {
  const { id } = await owner();
  const answer = await one.PATCH(request("PATCH", body), at(id));
  expect(answer.status).toBe(400);
  expect((await answer.json()).detail).toBe(sentence);
});

test("a foreign id, a missing one and one that is no id are the same answer at every door", async () => {
  const { id } = await owner();
  await owner();
  for (const other of [id, crypto.randomUUID(), "nonsense"]) {
    const answers = await Promise.all([
      one.GET(request("GET"), at(other)),
      one.PATCH(request("PATCH", { title: "Mine" }), at(other)),
      one.DELETE(request("DELETE"), at(other)),
      restore.POST(request("POST"), at(other)),
      messages.GET(request("GET"), at(other)),
      exporting.GET(request("GET"), at(other)),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(404));
  }
});

test("a deleted conversation can be brought back with its messages", async () => {
  const { user, id, heard } = await owner();
  await conversationsOf(user).addQuestion({ id: crypto.randomUUID(), conversationId: id, content: "Buy milk" });
  expect((await one.DELETE(request("DELETE"), at(id))).status).toBe(204);
  expect((await messages.GET(request("GET"), at(id))).status).toBe(404);
  expect((await restore.POST(request("POST"), at(id))).status).toBe(200);
  const page = await (await messages.GET(request("GET", undefined, "?limit=10"), at(id))).json();
  expect(page).toMatchObject({ messages: [{ content: "Buy milk", seq: 1 }], calls: [], more: false });
  expect(heard.filter(({ type }) => type === "conversation")).toHaveLength(2);
});

test("an export is a file of its own name, which no browser takes for anything else", async () => {
  const { user, id } = await owner();
  await conversationsOf(user).rename(id, 'Zoë "and"\r\nSet-Cookie: x');
  const answer = await exporting.GET(request("GET", undefined, "?format=json"), at(id));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toBe(
    `attachment; filename="Zoe and Set-Cookie x.json"; filename*=UTF-8''Zo%C3%AB%20and%20Set-Cookie%20x.json`,
  );
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await answer.json()).toMatchObject({ format: "docket-conversation", messages: [] });
  expect((await exporting.GET(request("GET", undefined, "?format=pdf"), at(id))).status).toBe(400);
});

test("some are read by their ids; what is missing, deleted or somebody else's is left out", async () => {
  const foreign = (await owner()).id;
  const { user, id } = await owner();
  const gone = crypto.randomUUID();
  await conversationsOf(user).open(gone);
  await conversationsOf(user).remove(gone);
  const query = `?ids=${[foreign, id, gone, crypto.randomUUID()].join()}`;
  const answer = await (await all.GET(request("GET", undefined, query), undefined)).json();
  expect(answer).toMatchObject({ conversations: [{ id }], nextCursor: null });
  expect(answer.conversations).toHaveLength(1);
});

test("deleted ones are a list of their own", async () => {
  const { id } = await owner();
  await one.DELETE(request("DELETE"), at(id));
  expect(await (await all.GET(request("GET"), undefined)).json()).toMatchObject({ conversations: [] });
  const deleted = await (await all.GET(request("GET", undefined, "?deleted=true"), undefined)).json();
  expect(deleted).toMatchObject({ conversations: [{ id, deletedAt: expect.any(String) }], nextCursor: null });
});

test.each([
  "",
  "?text=",
  "?text=%20",
  `?text=${"x".repeat(201)}`,
  "?text=a&cursor=x",
  "?text=a&limit=0",
  "?text=a&archived=true",
])("a search that makes no sense is refused: %s", async (query) => {
  await owner();
  expect((await search.GET(request("GET", undefined, query), undefined)).status).toBe(400);
});

test.each([
  "?cursor=x",
  "?limit=0",
  "?limit=101",
  "?limit=1&limit=2",
  "?archived=maybe",
  "?user=1",
  "?text=x",
  "?archived=true&deleted=true",
  "?ids=",
  "?ids=x",
  `?ids=${Array(21).fill(crypto.randomUUID())}`,
  `?limit=5&ids=${crypto.randomUUID()}`,
])("a list asked for wrongly is refused: %s", async (query) => {
  await owner();
  expect((await all.GET(request("GET", undefined, query), undefined)).status).toBe(400);
});

test.each(["?before=0", "?before=99999999999", "?before=1.5", "?limit=201", "?archived=1"])(
  "messages asked for wrongly are refused: %s",
  async (query) => {
    const { id } = await owner();
    expect((await messages.GET(request("GET", undefined, query), at(id))).status).toBe(400);
  },
);
