import type { UIMessageChunk } from "ai";
import { afterEach, expect, test, vi } from "vitest";
import type { ChatMessage } from "@/lib/assistant/schema";
import { ReplyTransport } from "./transport";

const conversationId = "0196a000-0000-7000-8000-000000000001";
const replyId = "0196a000-0000-7000-8000-000000000002";
const question: ChatMessage = {
  id: "0196a000-0000-7000-8000-000000000003",
  role: "user",
  parts: [{ type: "text", text: "hello" }],
};

afterEach(() => vi.unstubAllGlobals());

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

async function read(chunks: ReadableStream<UIMessageChunk> | null): Promise<string> {
  let text = "";
  for await (const chunk of chunks ?? []) text += chunk.type === "text-delta" ? chunk.delta : "";
  return text;
}

const transport = (onReconnecting?: (now: boolean) => void) =>
  new ReplyTransport({ conversationId, sending: () => ({ timeZone: "Europe/Paris" }), onReconnecting });

const send = (by: ReplyTransport) =>
  by.sendMessages({
    trigger: "submit-message",
    chatId: conversationId,
    messageId: undefined,
    messages: [question],
    abortSignal: undefined,
  });

test("sends one message, without history, and reads its reply to the end", async () => {
  const asked = server(stream([": hi\n\n", delta(1, "Hel"), delta(2, "lo"), "data: [DONE]\n\n"]));
  const by = transport();
  expect(await read(await send(by))).toBe("Hello");
  expect(JSON.parse(String(asked[0]?.init.body))).toEqual({
    conversationId,
    messageId: question.id,
    text: "hello",
    timeZone: "Europe/Paris",
  });
  expect(by.replyId).toBe(replyId);
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

test("a resume names its reply and replays from the start; without one there is nothing to resume", async () => {
  const asked = server(stream([delta(1, "all"), "data: [DONE]\n\n"]));
  const by = transport();
  expect(await by.reconnectToStream({ chatId: conversationId })).toBeNull();
  by.replyId = replyId;
  expect(await read(await by.reconnectToStream({ chatId: conversationId }))).toBe("all");
  expect(asked[0]?.init.headers).toEqual({});
});
