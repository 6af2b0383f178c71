import { Refused, refusal, toSignIn } from "@/components/ask";
import type { Chunk } from "./fold";
import { onSign } from "./signs";
import { serverEvents, silence } from "./sse";
import { chatStrings } from "./strings";

type Options = {
  conversationId: string;
  /** Said with each message; read when it is sent. */
  sending: () => { timeZone: string; model?: string };
  /** true while the connection is lost and being made anew. */
  onReconnecting?: (now: boolean) => void;
};

/** A further reply to a question that has one. `replyId` names it from here on, so that asking twice makes one. */
export type Again = { replyId: string; repeats: string; how: "continue" | "again" };
/** A message as it is sent; `replacesId` names the one whose place it takes. */
export type Outgoing = { id: string; text: string; replacesId?: string };
export type Opened = { replyId: string; chunks: AsyncGenerator<Chunk, undefined> };

const waits = [250, 500, 1_000, 2_000, 4_000, 8_000];
/** Milliseconds for the first word of an answer. A message has more to do than the tail of a reply. */
const patience = { post: silence, tail: 15_000 };

/**
 * Sends one message and reads its reply; what the reply is stands in the server's log, so the stream may break anywhere.
 * An end without `[DONE]` means "connect again", which happens in here: the reader of the chunks never sees it.
 * `signal` ends the reading; a message that is on its way is not called back.
 */
export class ReplyTransport {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  send({ id, ...message }: Outgoing, signal?: AbortSignal): Promise<Opened> {
    const { conversationId, sending } = this.#options;
    const body = { conversationId, messageId: id, ...message, ...sending() };
    return this.#post("/api/chat", body, chatStrings.notSent, signal);
  }

  again(request: Again, signal?: AbortSignal): Promise<Opened> {
    const { conversationId, sending } = this.#options;
    const { model } = sending();
    const body = { ...request, ...(model && { model }) };
    return this.#post(`/api/chat/${conversationId}/again`, body, chatStrings.notAsked, signal);
  }

  /** A reply from its first chunk on. */
  follow(replyId: string, signal?: AbortSignal): Opened {
    return { replyId, chunks: this.#chunks(null, replyId, signal) };
  }

  async #post(path: string, body: object, unsent: string, signal: AbortSignal | undefined): Promise<Opened> {
    const headers = { "content-type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(body) };
    const response = await answered(path, init, patience.post).catch(() => {
      throw new Refused(unsent, 0);
    });
    if (!response.ok) throw await refused(response);
    const replyId = response.headers.get("x-docket-reply");
    // Something that stands between us and the server said yes in its name.
    if (!replyId) throw new Refused(unsent, 0);
    return { replyId, chunks: this.#chunks(response, replyId, signal) };
  }

  async #connect(replyId: string, after: number, signal: AbortSignal | undefined): Promise<Response> {
    const path = `/api/chat/${this.#options.conversationId}/stream?reply=${replyId}`;
    const init: RequestInit = { headers: after > 0 ? { "last-event-id": String(after) } : {} };
    const response = await answered(path, init, patience.tail, signal);
    // What the server refuses today it refuses tomorrow; what it can't do right now is tried again.
    if (response.status >= 400 && response.status < 500 && response.status !== 429) throw await refused(response);
    return response;
  }

  async *#chunks(
    first: Response | null,
    replyId: string,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Chunk, undefined> {
    let response = first;
    let after = 0;
    for (let failures = 0; ; failures += 1) {
      try {
        response ??= await this.#connect(replyId, after, signal);
        if (response.status === 204) return;
        if (response.ok && response.body) {
          this.#options.onReconnecting?.(false);
          for await (const { id, data } of serverEvents(response.body, signal)) {
            if (data === "[DONE]") return;
            const seq = Number(id ?? 0);
            if (seq > 0 && seq <= after) continue;
            if (seq > 0) after = seq;
            failures = 0;
            yield JSON.parse(data);
          }
        }
      } catch (error) {
        if (error instanceof Refused) throw error;
      }
      if (signal?.aborted) return;
      response = null;
      this.#options.onReconnecting?.(true);
      await pause(waits[Math.min(failures, waits.length - 1)] ?? 1_000, signal);
    }
  }
}

/** The head of an answer, or an error when none comes in time; from then on the body has all the time it needs. */
async function answered(path: string, init: RequestInit, milliseconds: number, signal?: AbortSignal) {
  const control = new AbortController();
  const end = () => control.abort();
  const timer = setTimeout(end, milliseconds);
  signal?.addEventListener("abort", end);
  if (signal?.aborted) end();
  try {
    return await fetch(path, { ...init, signal: control.signal });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
  }
}

/** Waits, but not longer than until the network is back or the page is looked at. */
function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      deaf();
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    const deaf = onSign((sign) => {
      if (sign !== "offline") done();
    });
    signal?.addEventListener("abort", done);
  });
}

async function refused(response: Response): Promise<Refused> {
  const error = await refusal(response);
  if (response.status === 401) toSignIn();
  return error;
}
