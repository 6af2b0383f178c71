import { afterEach, expect, test, vi } from "vitest";
import { type Opened, ReplyTransport } from "./transport";

const conversationId = "0196a000-0000-7000-8000-000000000001";
const replyId = "0196a000-0000-7000-8000-000000000002";
const question = { id: "0196a000-0000-7000-8000-000000000003", text: "hello" };

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Asked = { path: string; init: RequestInit };

/** Answers each fetch with the next response, and keeps what was asked. */
function server(...responses: (Response | Error)[]): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    asked.push({ path, init });
    const next = responses.shift() ?? new Error("no more answers");
    if (next instanceof Error) throw next;
    return next;
  });
  return asked;
}

/** A body that arrives in pieces, and breaks at the end if told to. */
function stream(pieces: string[], breaks = false): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.shift();
      if (piece !== undefined) return controller.enqueue(encoder.encode(piece));
      breaks ? controller.error(new TypeError("network error")) : controller.close();
    },
  });
  return new Response(body, { headers: { "x-docket-reply": replyId } });
}

const delta = (seq: number, text: string) =>
  `id: ${seq}\ndata: ${JSON.stringify({ type: "text-delta", id: "t", delta: text })}\n\n`;

async function read({ chunks }: Opened): Promise<string> {
  let text = "";
  for await (const chunk of chunks) text += chunk.type === "text-delta" ? chunk.delta : "";
  return text;
}

const transport = (onReconnecting?: (now: boolean) => void) =>
  new ReplyTransport({ conversationId, sending: () => ({ timeZone: "Europe/Paris" }), onReconnecting });

const send = (by: ReplyTransport) => by.send(question);

test("sends one message, without history, and reads its reply to the end", async () => {
  const asked = server(stream([": hi\n\n", delta(1, "Hel"), delta(2, "lo"), "data: [DONE]\n\n"]));
  const sent = await send(transport());
  expect(await read(sent)).toBe("Hello");
  expect(JSON.parse(String(asked[0]?.init.body))).toEqual({
    conversationId,
    messageId: question.id,
    text: "hello",
    timeZone: "Europe/Paris",
  });
  expect(sent.replyId).toBe(replyId);
  expect(asked).toHaveLength(1);
});

test("reads events that are cut anywhere, also inside a character", async () => {
  const bytes = new TextEncoder().encode(`${delta(1, "Zoë’s")}data: [DONE]\n\n`);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  server(new Response(body, { headers: { "x-docket-reply": replyId } }));
  expect(await read(await send(transport()))).toBe("Zoë’s");
});

test("connects again after an end without [DONE], from the last event, and takes no event twice", async () => {
  const states: boolean[] = [];
  const asked = server(
    stream([delta(1, "one "), delta(2, "two ")]),
    stream([delta(2, "two "), delta(3, "three"), "data: [DONE]\n\n"]),
  );
  expect(await read(await send(transport((now) => states.push(now))))).toBe("one two three");
  expect(asked[1]?.path).toBe(`/api/chat/${conversationId}/stream?reply=${replyId}`);
  expect(asked[1]?.init.headers).toEqual({ "last-event-id": "2" });
  expect(states).toEqual([false, true, false]);
});

test("connects again after a broken body, a refused connection and a server that can't answer", async () => {
  const asked = server(
    stream([delta(1, "one ")], true),
    new TypeError("fetch failed"),
    new Response("", { status: 503 }),
    stream([delta(2, "two"), "data: [DONE]\n\n"]),
  );
  expect(await read(await send(transport()))).toBe("one two");
  expect(asked).toHaveLength(4);
});

test("ends quietly when the log of the reply is gone", async () => {
  server(stream([delta(1, "one")]), new Response(null, { status: 204 }));
  expect(await read(await send(transport()))).toBe("one");
});

test("a refusal is the server's sentence, with its status", async () => {
  server(Response.json({ detail: "A reply is still being written." }, { status: 409 }));
  await expect(send(transport())).rejects.toMatchObject({ message: "A reply is still being written.", status: 409 });
});

test("no connection at send time is a refusal too, so that the text can be kept", async () => {
  server(new TypeError("fetch failed"));
  await expect(send(transport())).rejects.toMatchObject({ status: 0 });
});

test("an answer that is not the server's own is no answer", async () => {
  server(new Response("<p>Welcome to the network of this hotel.</p>"));
  await expect(send(transport())).rejects.toMatchObject({ status: 0 });
});

test("a resume names its reply and replays from the start", async () => {
  const asked = server(stream([delta(1, "all"), "data: [DONE]\n\n"]));
  expect(await read(transport().follow(replyId))).toBe("all");
  expect(asked[0]?.path).toBe(`/api/chat/${conversationId}/stream?reply=${replyId}`);
  expect(asked[0]?.init.headers).toEqual({});
});

test("a further reply is asked for under the id that the browser gave it", async () => {
  const asked = server(stream([delta(1, "more"), "data: [DONE]\n\n"]));
  const request = { replyId, repeats: question.id, how: "continue" } as const;
  expect(await read(await transport().again(request))).toBe("more");
  expect(asked[0]?.path).toBe(`/api/chat/${conversationId}/again`);
  expect(JSON.parse(String(asked[0]?.init.body))).toEqual(request);
});

test("a message that nobody answers is given up in time, and a refusal says that it may have arrived", async () => {
  vi.useFakeTimers();
  vi.stubGlobal(
    "fetch",
    (_: string, { signal }: RequestInit) =>
      new Promise((_, reject) => signal?.addEventListener("abort", () => reject(new Error("aborted")))),
  );
  const sent = expect(send(transport())).rejects.toMatchObject({
    status: 0,
    message: expect.stringContaining("may not have arrived"),
  });
  await vi.advanceTimersByTimeAsync(35_000);
  await sent;
});

test("a line that is silent for longer than two heartbeats is taken for dead, and the reply goes on from the last event", async () => {
  vi.useFakeTimers();
  const states: boolean[] = [];
  const asked = server(silent(delta(1, "one ")), stream([delta(2, "two"), "data: [DONE]\n\n"]));
  const text = send(transport((now) => states.push(now))).then(read);
  await vi.advanceTimersByTimeAsync(34_000);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await text).toBe("one two");
  expect(asked[1]?.init.headers).toEqual({ "last-event-id": "1" });
  expect(states).toEqual([false, true, false]);
});

test("looked at again, the page takes a line for dead that was silent for two heartbeats, and leaves a younger one alone", async () => {
  vi.useFakeTimers();
  const { look } = page();
  const asked = server(silent(delta(1, "one ")), stream([delta(2, "two"), "data: [DONE]\n\n"]));
  const text = send(transport()).then(read);
  await vi.advanceTimersByTimeAsync(20_000);
  look();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10_000);
  look();
  await vi.advanceTimersByTimeAsync(250);
  expect(await text).toBe("one two");
});

test("the network's return replaces a line of before, and so does each wait that it cuts short", async () => {
  vi.useFakeTimers();
  const { window } = page();
  const asked = server(
    silent(delta(1, "one ")),
    new TypeError("offline"),
    new TypeError("offline"),
    new TypeError("offline"),
    stream([delta(2, "two"), "data: [DONE]\n\n"]),
  );
  const text = send(transport()).then(read);
  await vi.advanceTimersByTimeAsync(1_000);
  window.dispatchEvent(new Event("online"));
  await vi.advanceTimersByTimeAsync(250 + 500 + 1_000);
  expect(asked).toHaveLength(4);
  window.dispatchEvent(new Event("online"));
  expect(await text).toBe("one two");
});

test("the network's loss ends a line at once, before it has been silent", async () => {
  const { window } = page();
  const states: boolean[] = [];
  server(silent(delta(1, "one ")), stream([delta(2, "two"), "data: [DONE]\n\n"]));
  const text = send(transport((now) => states.push(now))).then(read);
  await vi.waitFor(() => expect(states).toEqual([false]));
  window.dispatchEvent(new Event("offline"));
  await vi.waitFor(() => expect(states).toEqual([false, true]));
  expect(await text).toBe("one two");
});

test("who leaves the page ends the reading, in the middle of a silence too", async () => {
  const control = new AbortController();
  const asked = server(silent(delta(1, "one")));
  const text = transport().send(question, control.signal).then(read);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  control.abort();
  expect(await text).toMatch(/^(one)?$/);
  expect(asked).toHaveLength(1);
});

/** A body that says this and then nothing more. */
const silent = (text: string) =>
  new Response(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(text)) }), {
    headers: { "x-docket-reply": replyId },
  });

/** Stands for the browser's page. */
function page() {
  const window = new EventTarget();
  const document = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal("document", document);
  vi.stubGlobal("addEventListener", window.addEventListener.bind(window));
  vi.stubGlobal("removeEventListener", window.removeEventListener.bind(window));
  return { window, look: () => document.dispatchEvent(new Event("visibilitychange")) };
}
