import { vi } from "vitest";
import type { StoredMessage } from "@/lib/conversations/schema";
import type { LiveConversation, Page } from "./live-conversation";

export const conversationId = "0196a000-0000-7000-8000-000000000001";
export const nothing: Page = { messages: [], calls: [], more: false };

export const stored = (
  id: string,
  role: "USER" | "ASSISTANT",
  status: StoredMessage["status"],
  text: string,
): StoredMessage => ({
  id,
  conversationId,
  seq: 1,
  role,
  content: text,
  parts: [{ type: "text", text }],
  replyToId: null,
  replacesId: null,
  status,
  metadata: {},
  archivedAt: null,
  createdAt: "2026-11-22T10:00:00.000Z",
});

export const stoppedPage: Page = {
  ...nothing,
  messages: [stored("q", "USER", "COMPLETED", "add milk"), stored("r", "ASSISTANT", "STOPPED", "I have")],
};

type Asked = { path: string; body: Record<string, unknown> };

/** A server that does with each request what the test says, and keeps what was asked. */
export function server(answer: (asked: Asked) => Response | Promise<Response>): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit = {}) => {
    const one = { path, body: init.body ? JSON.parse(String(init.body)) : {} };
    asked.push(one);
    return await answer(one);
  });
  return asked;
}

/** The stream of a reply, whose chunks come as the test sends them. */
export function replying(replyId: string) {
  const encoder = new TextEncoder();
  let control: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      control = controller;
    },
  });
  let seq = 0;
  const say = (...chunks: object[]) => {
    for (const chunk of chunks) {
      seq += 1;
      control.enqueue(encoder.encode(`id: ${seq}\ndata: ${JSON.stringify(chunk)}\n\n`));
    }
  };
  const end = (status: string, more = {}) => {
    say({ type: "finish", messageMetadata: { status, ...more } });
    control.enqueue(encoder.encode("data: [DONE]\n\n"));
    control.close();
  };
  say(
    { type: "start", messageId: replyId, messageMetadata: { status: "PROCESSING" } },
    { type: "text-start", id: "t" },
  );
  const write = (delta: string) => say({ type: "text-delta", id: "t", delta });
  return { response: new Response(body, { headers: { "x-docket-reply": replyId } }), write, end };
}

export const textsOf = (live: LiveConversation) =>
  live.state().messages.map(({ parts }) => parts.map((part) => (part.type === "text" ? part.text : "")).join(""));

export const problem = (status: number, detail: string) => Response.json({ detail }, { status });

/** A browser's storage, empty; what is put there, as it is kept. */
export function storage(): Map<string, string> {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (place: number) => [...kept.keys()][place] ?? null,
    get length() {
      return kept.size;
    },
  });
  return kept;
}
