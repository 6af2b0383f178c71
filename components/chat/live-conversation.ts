import { v7 as uuid } from "uuid";
import { ask, Refused, sentence } from "@/components/ask";
import type { Call } from "@/lib/activity/schema";
import type { StoredMessage } from "@/lib/conversations/schema";
import type { LiveEvent } from "@/lib/live/schema";
import { type Chunk, withChunk } from "./fold";
import { merged, olderThan, withMessage } from "./merge";
import { paced } from "./pace";
import { chatStrings } from "./strings";
import { isRunning, type Shown, toChat } from "./to-chat";
import { type Again, type Opened, type Outgoing, ReplyTransport } from "./transport";

export type Page = { messages: StoredMessage[]; calls: Call[]; more: boolean };

export type ConversationState = {
  readonly messages: readonly Shown[];
  /** There are older ones. */
  readonly more: boolean;
  /** All older ones have been put away: they are shown on demand. */
  readonly archive: boolean;
  /** A message is on its way, or its reply is being written. */
  readonly busy: boolean;
  readonly reconnecting: boolean;
  readonly wrong: string | null;
};

/** Why a message was not taken. Without an answer it may have been. */
export type Refusal = { is: "busy" | "unanswered" | "refused"; why: string };

type Sending = { timeZone: string; model?: string };

/** Milliseconds between two drawings of a reply that grows. */
const frame = 50;

/** One conversation as this page sees it: what is shown, and the one reply that is being read. Knows nothing of React. */
export class LiveConversation {
  readonly #id: string;
  readonly #take: (...calls: Call[]) => void;
  readonly #transport: ReplyTransport;
  readonly #watchers = new Set<() => void>();
  #state: ConversationState;
  #oldest: number | undefined;
  /** Said with each message. */
  #sending: Sending = { timeZone: "UTC" };
  #reading = new AbortController();
  /** What is read from the server counts only if nothing else has begun meanwhile. */
  #turn = 0;
  /** The reply that is read; known once the server has taken the message. Null: it was refused. */
  #reply: Promise<string | null> = Promise.resolve(null);
  /** What `wrong` says holds only while a reply is written. */
  #isBusyNotice = false;
  /** Replies of which something was heard while another one was being read. */
  #heard = new Set<string>();
  /** The ids of replies that were asked for without an answer: asking again means the same ones. */
  readonly #unanswered = new Map<string, string>();

  constructor(id: string, first: Page, take: (...calls: Call[]) => void) {
    this.#id = id;
    this.#take = take;
    this.#oldest = first.messages[0]?.seq;
    const messages = first.messages.map(toChat);
    this.#state = { messages, ...olderThan(first), busy: false, reconnecting: false, wrong: null };
    this.#transport = new ReplyTransport({
      conversationId: id,
      sending: () => this.#sending,
      onReconnecting: (reconnecting) => this.#show({ reconnecting }),
    });
  }

  readonly state = () => this.#state;

  readonly watch = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  };

  /** The page is there: goes on with the reply that runs. The returned function ends the reading, not the reply. */
  readonly enter = () => {
    const running = this.#state.messages.findLast(({ metadata }) => isRunning(metadata?.status));
    if (running) this.follow(running.id);
    return () => {
      this.#reading.abort();
      this.#show({ busy: false, reconnecting: false });
    };
  };

  readonly willSay = (sending: Sending) => {
    this.#sending = sending;
  };

  readonly setWrong = (wrong: string | null) => this.#show({ wrong });

  /** Null once the server has the message; otherwise the text stays with the person. A quiet one is shown only when it has arrived. */
  readonly send = ({ isQuiet = false, ...message }: Outgoing & { isQuiet?: boolean }): Promise<Refusal | null> => {
    const { id, text, replacesId } = message;
    const question: Shown = { id, role: "user", parts: [{ type: "text", text }], ...(replacesId && { replacesId }) };
    return this.#begin(question, (signal) => this.#transport.send(message, signal), isQuiet);
  };

  /** A further reply in place of the newest one, or to go on with it. */
  readonly again = async (repeats: string, how: Again["how"]): Promise<boolean> => {
    if (this.#state.busy) return false;
    const intent = `${how} ${repeats}`;
    const replyId = this.#unanswered.get(intent) ?? uuid();
    this.#unanswered.set(intent, replyId);
    const replaces = how === "again" ? { replacesId: repeats } : {};
    const reply: Shown = { id: replyId, role: "assistant", parts: [], metadata: { status: "PENDING" }, ...replaces };
    const refusal = await this.#begin(reply, (signal) => this.#transport.again({ replyId, repeats, how }, signal));
    if (refusal) this.#show({ wrong: refusal.why });
    return refusal === null;
  };

  /** Reads a reply that runs somewhere. */
  readonly follow = (replyId: string) => {
    if (this.#state.busy) return;
    const signal = this.#start({});
    this.#reply = Promise.resolve(replyId);
    void this.#read(replyId, this.#transport.follow(replyId, signal).chunks, signal);
  };

  /** Reads the newest page from the server and, if a reply runs there, goes on with it. */
  readonly refresh = async (): Promise<void> => {
    if (this.#state.busy) return;
    this.#turn += 1;
    const turn = this.#turn;
    const page = await ask<Page>(`/api/conversations/${this.#id}/messages`).catch((error) => {
      const isGone = error instanceof Refused && error.status === 404 && turn === this.#turn;
      if (isGone) this.#show({ wrong: chatStrings.gone });
      return null;
    });
    if (!page || turn !== this.#turn) return;
    if (this.#state.wrong === chatStrings.gone) this.#show({ wrong: null });
    this.#take(...page.calls);
    const { messages, isWhole } = merged(this.#state.messages, page.messages.map(toChat));
    if (!isWhole) this.#oldest = page.messages[0]?.seq;
    this.#show({ messages, ...(!isWhole && olderThan(page)) });
    const last = messages.at(-1);
    if (last && isRunning(last.metadata?.status)) this.follow(last.id);
  };

  /** The page before; those that a long conversation has put away come only on demand. */
  readonly showOlder = async (archived = false): Promise<void> => {
    const before = this.#oldest;
    const page = await ask<Page>(`/api/conversations/${this.#id}/messages?before=${before}&archived=${archived}`);
    // Asked for twice, or the newest page has been read anew: it belongs to nothing that is shown.
    if (before !== this.#oldest) return;
    this.#oldest = page.messages[0]?.seq ?? this.#oldest;
    this.#take(...page.calls);
    const messages = [...page.messages.map(toChat), ...this.#state.messages];
    this.#show({ messages, ...olderThan(page, { before, archived }) });
  };

  readonly stop = async (): Promise<void> => {
    const reply = await this.#reply;
    if (reply) await ask(`/api/chat/${this.#id}/stop`, { method: "POST", body: { reply } });
  };

  /** What other tabs and devices did. */
  readonly hear = (event: LiveEvent): void => {
    const { messages, busy, wrong } = this.#state;
    if (event.type === "reconnected" && messages.length > 0 && !busy) void this.refresh();
    const isMine = event.type === "conversation" && event.conversationId === this.#id;
    if (isMine && wrong === chatStrings.gone) void this.refresh();
    if (event.type !== "reply" || event.conversationId !== this.#id) return;
    if (event.state === "log" || event.state === "stop") return;
    if (busy) return void this.#heard.add(event.messageId);
    const shown = messages.find(({ id }) => id === event.messageId);
    if (event.state === "started" || !shown || isRunning(shown.metadata?.status)) void this.refresh();
  };

  #show(change: Partial<ConversationState>): void {
    this.#state = { ...this.#state, ...change };
    for (const watcher of [...this.#watchers]) watcher();
  }

  #start(change: Partial<ConversationState>): AbortSignal {
    this.#turn += 1;
    this.#heard.clear();
    this.#reading = new AbortController();
    this.#show({ busy: true, ...change });
    return this.#reading.signal;
  }

  /** Shows a message at once and asks the server to take it; a refusal takes it away again. */
  async #begin(
    message: Shown,
    post: (signal: AbortSignal) => Promise<Opened>,
    isQuiet = false,
  ): Promise<Refusal | null> {
    this.#isBusyNotice = this.#state.busy;
    if (this.#state.busy) return { is: "busy", why: chatStrings.busy };
    const withIt = () => ({ messages: withMessage(this.#state.messages, message), wrong: null });
    const signal = this.#start(isQuiet ? {} : withIt());
    const opened = post(signal);
    this.#reply = opened.then(({ replyId }) => replyId).catch(() => null);
    try {
      const { replyId, chunks } = await opened;
      this.#unanswered.clear();
      if (isQuiet) this.#show(withIt());
      void this.#read(replyId, chunks, signal);
      return null;
    } catch (error) {
      const messages = this.#state.messages.filter(({ id }) => id !== message.id);
      this.#show({ messages, busy: false, reconnecting: false });
      const { status, details } = error instanceof Refused ? error : new Refused("", 500);
      const isOutdated = status === 409 || status === 404;
      this.#isBusyNotice = status === 409;
      if ((isOutdated || this.#heard.size > 0) && messages.length > 0) void this.refresh();
      const isBusy = status === 409 && typeof details.reply === "string";
      return { is: isBusy ? "busy" : status === 0 ? "unanswered" : "refused", why: sentence(error) };
    }
  }

  async #read(replyId: string, chunks: AsyncIterable<Chunk>, signal: AbortSignal): Promise<void> {
    const shown = this.#state.messages.find(({ id }) => id === replyId);
    const held = shown?.parts.length ?? 0;
    let reply: Shown = { ...shown, id: replyId, role: "assistant", parts: [] };
    let hasText = false;
    let refused: Refused | null = null;
    // A reply that is read from its start once more stays as it is shown until as much has come again.
    const draw = () => {
      if (reply.parts.length >= held) this.#show({ messages: withMessage(this.#state.messages, reply) });
    };
    const pace = paced(draw, frame);
    try {
      for await (const chunk of chunks) {
        if (chunk.type === "data-call") this.#take(chunk.data);
        reply = withChunk(reply, chunk);
        if (chunk.type !== "text-delta" || hasText) pace.soon();
        else pace.now();
        hasText ||= chunk.type === "text-delta";
      }
    } catch (error) {
      if (error instanceof Refused) refused = error;
    }
    pace.end();
    if (signal.aborted) return;
    if (reply.parts.length > 0) draw();
    // That something was being written is no news any more.
    const wrong = refused?.message ?? (this.#isBusyNotice ? null : this.#state.wrong);
    this.#show({ busy: false, reconnecting: false, wrong });
    this.#heard.delete(replyId);
    // A reply that broke off is read again: what the stream said may have run ahead of what was stored.
    const { status, error } = reply.metadata ?? {};
    if (!refused && (!status || isRunning(status) || error || this.#heard.size > 0)) void this.refresh();
  }
}
