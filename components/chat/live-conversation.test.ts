import { afterEach, expect, test, vi } from "vitest";
import { LiveConversation } from "./live-conversation";
import { conversationId, nothing, problem, replying, server, stoppedPage, stored, textsOf } from "./testing";

afterEach(() => vi.unstubAllGlobals());

test("a message stands there at once, its reply grows, and then the conversation is free again", async () => {
  const reply = replying("r");
  server(() => reply.response);
  const live = new LiveConversation(conversationId, nothing, () => {});
  const sent = live.send({ id: "m", text: "add milk" });
  expect(textsOf(live)).toEqual(["add milk"]);
  expect(live.state().busy).toBe(true);
  expect(await sent).toBeNull();
  reply.write("Added");
  await vi.waitFor(() => expect(textsOf(live)).toEqual(["add milk", "Added"]));
  reply.write(" milk.");
  reply.end("COMPLETED");
  await vi.waitFor(() => expect(live.state().busy).toBe(false));
  expect(textsOf(live)).toEqual(["add milk", "Added milk."]);
});

test("a long reply is drawn once in a frame, and the messages above it stay the same objects", async () => {
  const reply = replying("r2");
  server(() => reply.response);
  const live = new LiveConversation(conversationId, stoppedPage, () => {});
  const [question, first] = live.state().messages;
  let draws = 0;
  live.watch(() => {
    draws += 1;
  });
  const began = performance.now();
  await live.send({ id: "m", text: "and bread" });
  for (let word = 1; word <= 2_400; word++) reply.write(`word${word} `);
  reply.end("COMPLETED");
  await vi.waitFor(() => expect(live.state().busy).toBe(false));
  expect(textsOf(live).at(-1)).toContain("word2400");
  expect(draws).toBeLessThan(12 + (performance.now() - began) / 50);
  expect(live.state().messages[0]).toBe(question);
  expect(live.state().messages[1]).toBe(first);
});

test("a refused message is taken away again, with the sentence why", async () => {
  server(() => problem(503, "This server is about to stop. Try again in a moment."));
  const live = new LiveConversation(conversationId, nothing, () => {});
  const why = "This server is about to stop. Try again in a moment.";
  expect(await live.send({ id: "m", text: "add milk" })).toEqual({ is: "refused", why });
  expect(live.state()).toMatchObject({ messages: [], busy: false });
});

test("while a reply is read, a second message stays with the person", async () => {
  const asked = server(() => replying("r").response);
  const live = new LiveConversation(conversationId, nothing, () => {});
  await live.send({ id: "m", text: "add milk" });
  expect(await live.send({ id: "n", text: "and bread" })).toMatchObject({ is: "busy" });
  expect(asked).toHaveLength(1);
});

test("a double click asks for one further reply, which stands below the broken one at once", async () => {
  const reply = replying("next");
  const asked = server(() => reply.response);
  const live = new LiveConversation(conversationId, stoppedPage, () => {});
  const clicks = [live.again("r", "continue"), live.again("r", "continue")];
  expect(live.state().messages.map(({ role }) => role)).toEqual(["user", "assistant", "assistant"]);
  expect(await Promise.all(clicks)).toEqual([true, false]);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({
    path: `/api/chat/${conversationId}/again`,
    body: { repeats: "r", how: "continue" },
  });
});

test("after a lost connection the same click means the same reply; another wish is another one", async () => {
  const asked = server(() => Promise.reject(new TypeError("fetch failed")));
  const live = new LiveConversation(conversationId, stoppedPage, () => {});
  await live.again("r", "continue");
  expect(live.state().wrong).toMatch(/No answer from the server/);
  expect(live.state().messages).toHaveLength(2);
  await live.again("r", "continue");
  await live.again("r", "again");
  const [first, second, other] = asked.map(({ body }) => body.replyId);
  expect(first).toBe(second);
  expect(other).not.toBe(first);
});

test("a reply that is tried again says whose place it takes", async () => {
  server(() => replying("next").response);
  const live = new LiveConversation(conversationId, stoppedPage, () => {});
  await live.again("r", "again");
  expect(live.state().messages.at(-1)).toMatchObject({ replacesId: "r" });
});

test("after an interruption the stored reply is shown, also when it was taken up again", async () => {
  const running = [stored("q", "USER", "COMPLETED", "add milk"), stored("r", "ASSISTANT", "PROCESSING", "")];
  const kept = { ...stored("r", "ASSISTANT", "ERROR", "one two"), metadata: { error: { code: "interrupted" } } };
  const reply = replying("r");
  server(({ path }) =>
    path.includes("/stream") ? reply.response : Response.json({ ...nothing, messages: [running[0], kept] }),
  );
  const live = new LiveConversation(conversationId, { ...nothing, messages: running }, () => {});
  live.enter();
  reply.write("one two thr");
  await vi.waitFor(() => expect(textsOf(live)).toEqual(["add milk", "one two thr"]));
  reply.end("ERROR", { error: { code: "interrupted", message: "The reply was interrupted." } });
  await vi.waitFor(() => expect(textsOf(live)).toEqual(["add milk", "one two"]));
});

test("a reply whose log is gone is read from the store", async () => {
  const running = [stored("q", "USER", "COMPLETED", "add milk"), stored("r", "ASSISTANT", "PROCESSING", "")];
  const done = [running[0], stored("r", "ASSISTANT", "COMPLETED", "Added.")];
  server(({ path }) =>
    path.includes("/stream") ? new Response(null, { status: 204 }) : Response.json({ ...nothing, messages: done }),
  );
  const live = new LiveConversation(conversationId, { ...nothing, messages: running }, () => {});
  live.enter();
  await vi.waitFor(() => expect(textsOf(live)).toEqual(["add milk", "Added."]));
  expect(live.state().busy).toBe(false);
});

test("what another device began is read and followed", async () => {
  const reply = replying("r2");
  const messages = [...stoppedPage.messages, stored("q2", "USER", "COMPLETED", "and bread")];
  const running = stored("r2", "ASSISTANT", "PROCESSING", "");
  server(({ path }) =>
    path.includes("/stream") ? reply.response : Response.json({ ...nothing, messages: [...messages, running] }),
  );
  const live = new LiveConversation(conversationId, stoppedPage, () => {});
  live.hear({ type: "reply", conversationId, messageId: "r2", state: "started" });
  reply.write("Bread too.");
  await vi.waitFor(() => expect(textsOf(live).slice(2)).toEqual(["and bread", "Bread too."]));
  reply.end("COMPLETED");
  await vi.waitFor(() => expect(live.state().busy).toBe(false));
});

test("what another device began while a reply was read here is looked for at its end", async () => {
  const reply = replying("r2");
  const asked = server(({ path }) => (path === "/api/chat" ? reply.response : Response.json(stoppedPage)));
  const live = new LiveConversation(conversationId, stoppedPage, () => {});
  await live.send({ id: "m", text: "and bread" });
  live.hear({ type: "reply", conversationId, messageId: "r2", state: "started" });
  live.hear({ type: "reply", conversationId, messageId: "r3", state: "started" });
  reply.end("COMPLETED");
  await vi.waitFor(() => expect(asked.at(-1)?.path).toBe(`/api/conversations/${conversationId}/messages`));
});

test("a page of the server that comes too late changes nothing", async () => {
  const late = Promise.withResolvers<Response>();
  const reply = replying("r2");
  server(({ path }) => (path === "/api/chat" ? reply.response : late.promise));
  const live = new LiveConversation(conversationId, stoppedPage, () => {});
  const looking = live.refresh();
  await live.send({ id: "m", text: "and bread" });
  reply.write("Bread.");
  reply.end("COMPLETED");
  await vi.waitFor(() => expect(live.state().busy).toBe(false));
  late.resolve(Response.json(stoppedPage));
  await looking;
  expect(textsOf(live)).toEqual(["add milk", "I have", "and bread", "Bread."]);
});

test("who leaves the page ends the reading and says nothing to the server", async () => {
  const reply = replying("r");
  const asked = server(() => reply.response);
  const live = new LiveConversation(conversationId, nothing, () => {});
  const leave = live.enter();
  await live.send({ id: "m", text: "add milk" });
  leave();
  await vi.waitFor(() => expect(live.state().busy).toBe(false));
  expect(asked).toHaveLength(1);
});

const numbered = (seq: number, archivedAt: string | null = null) => ({
  ...stored(`m${seq}`, "USER", "COMPLETED", `number ${seq}`),
  seq,
  archivedAt,
});

test("older messages come above what is shown; those that were put away only when they are asked for", async () => {
  const pages = [[numbered(2)], [numbered(1, "2026-11-22T09:00:00.000Z")]];
  const asked = server(() => Response.json({ ...nothing, messages: pages.shift() }));
  const live = new LiveConversation(conversationId, { ...nothing, messages: [numbered(3)], more: true }, () => {});
  await live.showOlder();
  expect(live.state()).toMatchObject({ more: false, archive: true });
  await live.showOlder(true);
  expect(live.state()).toMatchObject({ more: false, archive: false });
  expect(textsOf(live)).toEqual(["number 1", "number 2", "number 3"]);
  expect(live.state().messages.map(({ isArchived }) => isArchived)).toEqual([true, undefined, undefined]);
  const path = `/api/conversations/${conversationId}/messages`;
  expect(asked.map((one) => one.path)).toEqual([`${path}?before=3&archived=false`, `${path}?before=2&archived=true`]);
});

test("older messages that are asked for twice at once come once", async () => {
  server(() => Response.json({ ...nothing, messages: [numbered(1)] }));
  const live = new LiveConversation(conversationId, { ...nothing, messages: [numbered(2)], more: true }, () => {});
  await Promise.all([live.showOlder(), live.showOlder()]);
  expect(textsOf(live)).toEqual(["number 1", "number 2"]);
});

test("a message that waited is shown when it has arrived, and what stood in its way is said", async () => {
  const answers = [
    () => Promise.reject(new TypeError("fetch failed")),
    () => Response.json({ detail: "The assistant is still answering.", reply: "r" }, { status: 409 }),
    () => replying("r2").response,
  ];
  server(({ path }) => (path === "/api/chat" ? (answers.shift()?.() ?? problem(500, "")) : Response.json(stoppedPage)));
  const live = new LiveConversation(conversationId, stoppedPage, () => {});
  const send = () => live.send({ id: "m", text: "and bread", isQuiet: true });
  const first = send();
  expect(live.state()).toMatchObject({ busy: true, messages: [{ id: "q" }, { id: "r" }] });
  expect(await first).toMatchObject({ is: "unanswered" });
  expect(await send()).toMatchObject({ is: "busy" });
  expect(await send()).toBeNull();
  expect(textsOf(live)).toEqual(["add milk", "I have", "and bread"]);
});

test("an edited message says whose place it takes, and leaves it when it is refused", async () => {
  const asked = server(() => problem(409, "The conversation has gone on since then."));
  const live = new LiveConversation(conversationId, stoppedPage, () => {});
  const sent = live.send({ id: "m", text: "add bread", replacesId: "q" });
  expect(live.state().messages.at(-1)).toMatchObject({ id: "m", replacesId: "q" });
  expect(await sent).toMatchObject({ is: "refused", why: "The conversation has gone on since then." });
  expect(asked[0]?.body).toMatchObject({ messageId: "m", text: "add bread", replacesId: "q" });
  expect(textsOf(live)).toEqual(["add milk", "I have"]);
});

test("a conversation that was deleted elsewhere says so, until it is back", async () => {
  let isGone = true;
  server(() => (isGone ? problem(404, "There is no such conversation.") : Response.json(stoppedPage)));
  const live = new LiveConversation(conversationId, stoppedPage, () => {});
  live.hear({ type: "reconnected" });
  await vi.waitFor(() => expect(live.state().wrong).toMatch(/was deleted/));
  expect(textsOf(live)).toEqual(["add milk", "I have"]);
  isGone = false;
  live.hear({ type: "conversation", conversationId });
  await vi.waitFor(() => expect(live.state().wrong).toBeNull());
});
