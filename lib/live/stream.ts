import "server-only";
import type { UserId } from "@/lib/auth/schema";
import { log } from "@/lib/log";
import { remember } from "@/lib/remember";
import { subscribe } from "./bus";
import type { LiveEvent } from "./schema";

const beatEvery = 15_000;
const mostStreams = 20;
/** Events that a browser may leave unread before it is let go; it comes back and reads everything anew. */
const mostUnread = 256;

export type Farewell = "signed_out" | "renewed" | "too_many" | "too_slow";
type Options = { build: string; signal: AbortSignal; sessionId: string; isSignedIn: () => Promise<boolean> };

/** Per person those that are open here, oldest first. */
const openStreams = remember("live streams", () => new Map<string, Set<(why: Farewell) => void>>());

// What only a producer or a tail needs would wake every tab four times a second.
const isForBrowsers = (event: LiveEvent) =>
  event.type === "reply" ? event.state !== "log" && event.state !== "stop" : !isOfSession(event);

type OfSession = Extract<LiveEvent, { sessionId: string }>;
const isOfSession = (event: LiveEvent): event is OfSession => "sessionId" in event;

/**
 * The live updates of one person as server-sent events: `hello` with the build and whose they are, `change` with a LiveEvent, `beat` every
 * 15 seconds, by which a browser notices a dead connection, and `bye` with the reason when the server ends it.
 */
export function eventStream(user: UserId, options: Options): ReadableStream<Uint8Array> {
  const { build, signal, sessionId, isSignedIn } = options;
  const encoder = new TextEncoder();
  let finish = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const say = (name: string, data: unknown) => {
          controller.enqueue(encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`));
          if ((controller.desiredSize ?? 0) < 0) part("too_slow");
        };
        const part = (why: Farewell) => {
          if (isOver) return;
          finish();
          controller.enqueue(encoder.encode(`event: bye\ndata: ${JSON.stringify(why)}\n\n`));
          controller.close();
        };
        let isOver = false;
        let beats = 0;
        const beat = async () => {
          say("beat", ++beats);
          if (beats % 2 === 1) return;
          // A database that doesn't answer now is no reason to send anybody away.
          const isStillSignedIn = await isSignedIn().catch(() => true);
          if (!isStillSignedIn) part("signed_out");
        };
        const timer = setInterval(
          () => void beat().catch((error: unknown) => log.error({ error }, "a live beat failed")),
          beatEvery,
        );
        const unsubscribe = subscribe(user, (event) => {
          if (isOfSession(event) && event.sessionId === sessionId) part(event.type);
          else if (isForBrowsers(event)) say("change", event);
        });
        const leave = enter(user, part);
        finish = () => {
          isOver = true;
          clearInterval(timer);
          unsubscribe();
          leave();
          signal.removeEventListener("abort", finish);
        };
        controller.enqueue(encoder.encode("retry: 1000\n\n"));
        say("hello", { build, person: user });
        if (signal.aborted) finish();
        else signal.addEventListener("abort", finish);
      },
      cancel: () => finish(),
    },
    { highWaterMark: mostUnread },
  );
}

function enter(user: UserId, part: (why: Farewell) => void): () => void {
  const mine = openStreams.get(user) ?? new Set();
  openStreams.set(user, mine.add(part));
  const [oldest] = mine;
  if (mine.size > mostStreams) oldest?.("too_many");
  return () => {
    mine.delete(part);
    if (mine.size === 0 && openStreams.get(user) === mine) openStreams.delete(user);
  };
}
