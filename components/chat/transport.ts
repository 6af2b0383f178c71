import type { ChatTransport, UIMessageChunk } from "ai";
import { Refused, refusal, toSignIn } from "@/components/ask";
import type { ChatMessage } from "@/lib/assistant/schema";
import { serverEvents } from "./sse";

type Options = {
  conversationId: string;
  /** Said with each message; read when it is sent. */
  sending: () => { timeZone: string; model?: string };
  /** The server took the message (null), or why it did not. */
  onAnswer?: (refused: Refused | null) => void;
  /** true while the connection is lost and being made anew. */
  onReconnecting?: (now: boolean) => void;
};

/** Longer than two of the server's heartbeats: the line is dead even though nobody hung up. */
const silence = 35_000;
const waits = [250, 500, 1_000, 2_000, 4_000, 8_000];

/**
 * Sends one message and reads its reply; what the reply is stands in the server's log, so the stream may break anywhere.
 * An end without `[DONE]` means "connect again", which happens in here: the hook above never sees it.
 */
export class ReplyTransport implements ChatTransport<ChatMessage> {
  readonly resumeStreamIsReplay = true;
  /** The reply that runs, or ran last: what Stop and a reconnect name. */
  replyId: string | null = null;
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  sendMessages: ChatTransport<ChatMessage>["sendMessages"] = async ({ messages, abortSignal }) => {
    const response = await this.#post(messages.at(-1), abortSignal).catch((error: unknown) => {
      if (error instanceof Refused) this.#options.onAnswer?.(error);
      throw error;
    });
    this.replyId = response.headers.get("x-docket-reply");
    this.#options.onAnswer?.(null);
    return this.#follow(response, abortSignal);
  };

  async #post(last: ChatMessage | undefined, signal: AbortSignal | undefined): Promise<Response> {
    const { conversationId, sending } = this.#options;
    const text = last?.parts.map((part) => (part.type === "text" ? part.text : "")).join("") ?? "";
    const response = await fetch("/api/chat", {
      method: "POST",
      signal,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ conversationId, messageId: last?.id, text, ...sending() }),
    }).catch((error: unknown) => {
      if (signal?.aborted) throw error;
      throw new Refused("The message was not sent: no connection to the server. It is still in the box below.", 0);
    });
    if (!response.ok) throw await refused(response);
    return response;
  }

  reconnectToStream: ChatTransport<ChatMessage>["reconnectToStream"] = async ({ abortSignal }) => {
    if (!this.replyId) return null;
    const response = await this.#connect(this.replyId, 0, abortSignal).catch((error: unknown) => {
      if (abortSignal?.aborted || error instanceof Refused) throw error;
      return null;
    });
    return response?.status === 204 ? null : this.#follow(response, abortSignal);
  };

  async #connect(replyId: string, after: number, signal: AbortSignal | undefined): Promise<Response> {
    const path = `/api/chat/${this.#options.conversationId}/stream?reply=${replyId}`;
    const response = await fetch(path, { signal, headers: after > 0 ? { "last-event-id": String(after) } : {} });
    // What the server refuses today it refuses tomorrow; what it can't do right now is tried again.
    if (response.status >= 400 && response.status < 500 && response.status !== 429) throw await refused(response);
    return response;
  }

  #follow(first: Response | null, signal: AbortSignal | undefined): ReadableStream<UIMessageChunk> {
    const chunks = this.#chunks(first, signal);
    return new ReadableStream<UIMessageChunk>({
      async pull(controller) {
        try {
          const { done, value } = await chunks.next();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          controller.error(error);
        }
      },
      cancel: () => void chunks.return(undefined),
    });
  }

  async *#chunks(first: Response | null, signal: AbortSignal | undefined): AsyncGenerator<UIMessageChunk, undefined> {
    let response = first;
    let after = 0;
    for (let failures = 0; ; failures += 1) {
      try {
        if (!response && this.replyId) response = await this.#connect(this.replyId, after, signal);
        if (response?.status === 204) return undefined;
        if (response?.ok && response.body) {
          this.#options.onReconnecting?.(false);
          for await (const { id, data } of serverEvents(response.body, silence)) {
            if (data === "[DONE]") return undefined;
            const seq = Number(id ?? 0);
            if (seq > 0 && seq <= after) continue;
            if (seq > 0) after = seq;
            failures = 0;
            yield JSON.parse(data);
          }
        }
      } catch (error) {
        if (signal?.aborted || error instanceof Refused || !this.replyId) throw error;
      }
      if (signal?.aborted) return undefined;
      response = null;
      this.#options.onReconnecting?.(true);
      await pause(waits[Math.min(failures, waits.length - 1)] ?? 1_000, signal);
    }
  }
}

/** Waits, but not longer than until the network is back. */
function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.("online", done);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    globalThis.addEventListener?.("online", done);
    signal?.addEventListener("abort", done);
  });
}

async function refused(response: Response): Promise<Refused> {
  const error = await refusal(response);
  if (response.status === 401) toSignIn();
  return error;
}
