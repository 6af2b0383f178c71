import { randomInt } from "node:crypto";
import type { UIMessageChunk } from "ai";
import { v7 } from "uuid";
import { type Answer, type Person, read, timeZone } from "@/e2e/people";
import type { StoredMessage } from "@/lib/conversations/schema";
import { serverEvents } from "./events";

/** A chunk of a reply as its reader got it, and when (milliseconds of Date.now). */
export type Seen = { seq: number; chunk: UIMessageChunk; at: number };

export type Message = { conversationId: string; messageId: string; text: string; model?: string };

/** What a sender knows at the end. */
export type Heard = Message & {
  /** ok: the server took it. fail: it refused. unknown: no answer came. */
  outcome: "ok" | "fail" | "unknown";
  /** What it refused with. */
  refusal?: { status: number; code: string; detail: string; reply: string | null };
  /** Every status that an answer had on the way, refusals and retries too. */
  statuses: number[];
  replyId: string | null;
  seen: Seen[];
  text: string;
  /** The text of the reply that was seen. */
  said: string;
  /** The stream came to its own end, or there was nothing to stream any more. */
  isWhole: boolean;
};

export type Patience = {
  /** Milliseconds for all of it, retries and reading. */
  within?: number;
  /** Milliseconds of silence after which a line counts as dead. The browser's is 35 s. */
  silence?: number;
  /** false: one attempt, and no connecting again. */
  retries?: boolean;
  signal?: AbortSignal;
  /** Told the reply's id as soon as the server took the message. */
  onReply?: (replyId: string) => void;
};

const waits = [250, 500, 1_000, 2_000];
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A message with ids of its own; a conversation of its own too unless it is given one. */
export const message = (text: string, conversationId: string = v7(), model?: string): Message => ({
  conversationId,
  messageId: v7(),
  text,
  ...(model && { model }),
});

/** Sends a message as the browser does, and reads its reply to the end. */
export async function say(person: Person, sent: Message, patience: Patience = {}): Promise<Heard> {
  return deliver(person, "/api/chat", sent, { ...sent, timeZone }, patience);
}

/** Asks for a further reply to a question; see POST /api/chat/[id]/again. */
export async function sayAgain(
  person: Person,
  asked: { conversationId: string; repeats: string; how: "continue" | "again"; replyId?: string },
  patience: Patience = {},
): Promise<Heard> {
  const { conversationId, repeats, how, replyId = v7() } = asked;
  const sent = { conversationId, messageId: "", text: "" };
  return deliver(person, `/api/chat/${conversationId}/again`, sent, { replyId, repeats, how }, patience);
}

async function deliver(person: Person, path: string, sent: Message, body: object, patience: Patience): Promise<Heard> {
  const { within = 120_000, retries = true } = patience;
  const signal = AbortSignal.any([AbortSignal.timeout(within), ...(patience.signal ? [patience.signal] : [])]);
  const heard: Heard = { ...sent, outcome: "unknown", statuses: [], replyId: null, seen: [], said: "", isWhole: false };
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const response = await ask(person, "POST", path, { body, signal }).catch(() => null);
    if (response) heard.statuses.push(response.status);
    if (response && response.status < 300) {
      heard.outcome = "ok";
      heard.replyId = response.headers.get("x-docket-reply");
      heard.conversationId = response.headers.get("x-docket-conversation") ?? heard.conversationId;
      if (heard.replyId) patience.onReply?.(heard.replyId);
      if (heard.replyId) await follow(person, heard, response, { ...patience, signal });
      return heard;
    }
    // A refusal is final. 5xx may have had its effect: the same message again gives the same reply.
    if (response && response.status < 500 && response.status !== 429) {
      heard.outcome = heard.outcome === "unknown" && attempt > 0 ? "unknown" : "fail";
      heard.refusal = await refusalIn(response);
      return heard;
    }
    await response?.body?.cancel().catch(() => {});
    if (!retries) return heard;
    await pause(waits[Math.min(attempt, waits.length - 1)] ?? 1_000);
  }
  return heard;
}

async function refusalIn(response: Response): Promise<NonNullable<Heard["refusal"]>> {
  const { status, body } = await read(response);
  const told = typeof body === "object" && body !== null ? body : {};
  const text = (name: string) => String(Reflect.get(told, name) ?? "");
  return { status, code: text("code"), detail: text("detail"), reply: text("reply") || null };
}

/** The tail of a reply for another reader, who begins after `after`. */
export async function watch(
  person: Person,
  reply: { conversationId: string; replyId: string; after?: number },
  patience: Patience = {},
): Promise<Heard> {
  const { conversationId, replyId, after = 0 } = reply;
  const { within = 120_000 } = patience;
  const signal = AbortSignal.any([AbortSignal.timeout(within), ...(patience.signal ? [patience.signal] : [])]);
  const heard: Heard = {
    ...{ conversationId, messageId: "", text: "", outcome: "ok", statuses: [], replyId },
    ...{ seen: [], said: "", isWhole: false },
  };
  await follow(person, heard, null, { ...patience, signal }, after);
  return heard;
}

/** Reads a reply into `heard`, connecting again where the last line broke. */
async function follow(
  person: Person,
  heard: Heard,
  first: Response | null,
  { silence = 35_000, retries = true, signal }: Patience,
  from = 0,
): Promise<void> {
  const path = `/api/chat/${heard.conversationId}/stream?reply=${heard.replyId}`;
  let response = first;
  let after = from;
  for (let failures = 0; !signal?.aborted; failures += 1) {
    try {
      const headers: Record<string, string> = after > 0 ? { "last-event-id": String(after) } : {};
      if (!response) {
        response = await ask(person, "GET", path, { headers, signal });
        heard.statuses.push(response.status);
      }
      const { status, body } = response;
      if (status === 204 || (status >= 400 && status < 500 && status !== 429)) {
        heard.isWhole = status === 204;
        return;
      }
      for await (const { id: seq, data } of status === 200 && body ? serverEvents(body, silence) : []) {
        if (data === "[DONE]") {
          heard.isWhole = true;
          return;
        }
        if (seq > 0 && seq <= after) continue;
        if (seq > 0) after = seq;
        failures = 0;
        const chunk: UIMessageChunk = JSON.parse(data);
        heard.seen.push({ seq, chunk, at: Date.now() });
        if (chunk.type === "text-delta") heard.said += chunk.delta;
      }
    } catch {
      // The line broke, as lines do.
    }
    response = null;
    if (!retries) return;
    await pause(waits[Math.min(failures, waits.length - 1)] ?? 1_000);
  }
}

/** All messages of a conversation, the oldest first; null when it isn't there for this person. */
export async function storedMessages(person: Person, conversationId: string): Promise<StoredMessage[] | null> {
  const found: StoredMessage[] = [];
  for (let before: number | undefined; ; before = found[0]?.seq) {
    const query = `limit=200${before === undefined ? "" : `&before=${before}`}`;
    const { status, body } = await told(person, "GET", `/api/conversations/${conversationId}/messages?${query}`);
    if (status === 404) return null;
    if (status !== 200) throw new Error(`The messages of a conversation could not be read: ${status}`);
    const page = body as { messages: StoredMessage[]; more: boolean };
    found.unshift(...page.messages);
    if (!page.more) return found;
  }
}

export const requestStop = (person: Person, conversationId: string, replyId: string) =>
  told(person, "POST", `/api/chat/${conversationId}/stop`, { body: { reply: replyId } });

type Request = { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal | undefined };

// One machine stands for many people; none of them is to run into the limits per address.
const address = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;

/** A request as this person's browser would make it, that can be given up. */
export function ask(person: Person, method: string, path: string, request: Request = {}): Promise<Response> {
  const { body, headers = {}, signal = AbortSignal.timeout(30_000) } = request;
  return fetch(new URL(path, person.baseURL), {
    method,
    redirect: "manual",
    signal,
    headers: {
      origin: new URL(person.baseURL).origin,
      "x-forwarded-for": address,
      cookie: person.cookie,
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
}

/** The same, with its answer read to the end. */
export const told = async (person: Person, method: string, path: string, request?: Request): Promise<Answer> =>
  read(await ask(person, method, path, request));
