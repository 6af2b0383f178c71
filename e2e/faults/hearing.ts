import { randomUUID } from "node:crypto";
import type { UIMessageChunk } from "ai";
import { serverEvents } from "@/e2e/chaos/events";
import { type Person, timeZone } from "@/e2e/people";

/** A reply as somebody hears it: it can be looked at while it is written, and the line is cut when the server cuts it. */
export class Hearing {
  text = "";
  lastEventId = 0;
  /** The server said that the reply is over, or waits; an end without it means "connect again". */
  isDone = false;
  readonly chunks: UIMessageChunk[] = [];
  /** Resolves when nothing more will come, for whatever reason. */
  readonly end: Promise<void>;
  readonly status: number;
  #marks: { at: number; length: number }[] = [];

  constructor(
    response: Response,
    readonly conversationId = response.headers.get("x-docket-conversation") ?? "",
    readonly replyId = response.headers.get("x-docket-reply") ?? "",
  ) {
    this.status = response.status;
    // A connection that breaks is an end like any other.
    this.end = this.#read(response).catch(() => {});
  }

  /** What had arrived by then. */
  textBy(moment: number): string {
    return this.text.slice(0, this.#marks.findLast(({ at }) => at <= moment)?.length ?? 0);
  }

  async #read({ body }: Response): Promise<void> {
    for await (const { id, data } of body ? serverEvents(body, 100_000) : []) {
      if (id > 0) this.lastEventId = id;
      if (data === "[DONE]") this.isDone = true;
      else this.#take(JSON.parse(data));
    }
  }

  #take(chunk: UIMessageChunk): void {
    this.chunks.push(chunk);
    if (chunk.type === "text-delta") this.text += chunk.delta;
    this.#marks.push({ at: Date.now(), length: this.text.length });
  }
}

export type Question = { text: string; conversationId?: string; messageId?: string };

/** Sends a message and listens. */
export async function send(person: Person, { text, conversationId, messageId }: Question): Promise<Hearing> {
  const ids = { conversationId: conversationId ?? randomUUID(), messageId: messageId ?? randomUUID() };
  return new Hearing(await person.open("POST", "/api/chat", { ...ids, text, timeZone }));
}

/** Listens to a reply that somebody writes already, from where the last line broke. */
export async function rejoin(person: Person, { conversationId, replyId, lastEventId }: Hearing): Promise<Hearing> {
  const headers: Record<string, string> = lastEventId > 0 ? { "last-event-id": String(lastEventId) } : {};
  const path = `/api/chat/${conversationId}/stream?reply=${replyId}`;
  return new Hearing(await person.open("GET", path, undefined, headers), conversationId, replyId);
}
