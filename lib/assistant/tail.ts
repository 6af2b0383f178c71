import "server-only";
import { UI_MESSAGE_STREAM_HEADERS } from "ai";
import type { UserId } from "@/lib/auth/schema";
import { type Running, running } from "./running";
import type { Started } from "./start";
import { epochSize, type Logged, type ReplyName, replyLog, textOf } from "./store";

/** Milliseconds between looks at the log of a reply that another instance writes, and between heartbeats on a silent stream. */
const pollEvery = 300;
const heartbeatEvery = 15_000;

/**
 * The server-sent events of one reply, from after `after` (a seq; 0 for the start) to its end: from memory when this process writes it,
 * from the log otherwise. Ends with `[DONE]` when the reply has ended or waits for approval; an end without it means "connect again".
 * Null when the user has no such reply, or its log is gone: the stored message holds everything.
 */
export async function tail(
  user: UserId,
  reply: ReplyName,
  after: number,
  signal: AbortSignal,
): Promise<Response | null> {
  const local = running.get(reply.messageId);
  const isTheirs = local?.lease.user === user && local.lease.conversationId === reply.conversationId;
  const owned = isTheirs ? local : undefined;
  // A reply of the first epoch is in memory from its first chunk on: no need to ask the database.
  const known =
    owned && owned.lease.epoch === 1
      ? { status: "PROCESSING" as const, events: [] }
      : await replyLog(user, reply, after);
  if (!known) return null;
  if (isOver(known.status) && known.events.length === 0) return null;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => void feed(controller, { user, reply, after, signal }, owned, known.events),
  });
  return new Response(stream, { headers: { ...UI_MESSAGE_STREAM_HEADERS, "cache-control": "no-store, no-transform" } });
}

/** The tail of a reply from its start, with the headers that name it. */
export async function answer(user: UserId, { conversationId, replyId }: Started, signal: AbortSignal) {
  const response =
    (await tail(user, { conversationId, messageId: replyId }, 0, signal)) ?? new Response(null, { status: 204 });
  response.headers.set("x-docket-conversation", conversationId);
  response.headers.set("x-docket-reply", replyId);
  return response;
}

const isOver = (status: string) => status !== "PENDING" && status !== "PROCESSING";
const encoder = new TextEncoder();

type Tail = { user: UserId; reply: ReplyName; after: number; signal: AbortSignal };

async function feed(
  controller: ReadableStreamDefaultController<Uint8Array>,
  tail: Tail,
  local: Running | undefined,
  first: Logged[],
): Promise<void> {
  let sent = tail.after;
  const send = (events: Logged[]) => {
    let text = "";
    for (const event of events) {
      if (event.seq <= sent) continue;
      sent = event.seq;
      text += `id: ${sent}\ndata: ${textOf(event)}\n\n`;
    }
    if (text) controller.enqueue(encoder.encode(text));
  };
  const heartbeat = setInterval(() => controller.enqueue(encoder.encode(": still here\n\n")), heartbeatEvery);
  try {
    // The headers go out with the first byte: whoever connects hears at once that it worked.
    controller.enqueue(encoder.encode(": here\n\n"));
    if (local) {
      // What the log holds of earlier epochs; of the present one memory holds all.
      send(first.filter(({ seq }) => seq < local.lease.epoch * epochSize));
      await followMemory(local, send, tail.signal);
    } else {
      send(first);
    }
    const over = local?.state === "ended" || (await followLog(tail, () => sent, send));
    if (over) controller.enqueue(encoder.encode("data: [DONE]\n\n"));
    controller.close();
  } catch {
    // The reader has gone, or the database has: an end without [DONE] tells the client to connect again.
    try {
      controller.close();
    } catch {}
  } finally {
    clearInterval(heartbeat);
  }
}

/** Sends chunks as the producer in this process makes them, until it ends, loses its lease, or the reader goes. */
function followMemory(reply: Running, send: (events: Logged[]) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let at = 0;
    const done = (error?: unknown) => {
      reply.listeners.delete(step);
      signal.removeEventListener("abort", gone);
      error === undefined ? resolve() : reject(error);
    };
    const gone = () => done(new Error("the reader has gone"));
    const step = () => {
      try {
        send(reply.chunks.slice(at));
        at = reply.chunks.length;
      } catch (error) {
        return done(error);
      }
      if (reply.state !== "running") done();
    };
    reply.listeners.add(step);
    signal.addEventListener("abort", gone);
    if (signal.aborted) gone();
    else step();
  });
}

/** Sends what another instance logs, until the reply is over (true) or the reader goes (false). */
async function followLog(tail: Tail, sent: () => number, send: (events: Logged[]) => void): Promise<boolean> {
  while (!tail.signal.aborted) {
    const log = await replyLog(tail.user, tail.reply, sent());
    if (!log) return true;
    send(log.events);
    if (isOver(log.status)) return true;
    await new Promise((resolve) => setTimeout(resolve, pollEvery));
  }
  return false;
}
