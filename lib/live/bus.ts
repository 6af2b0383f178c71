import "server-only";
import type { UserId } from "@/lib/auth/schema";
import { log } from "@/lib/log";
import { remember } from "@/lib/remember";
import { type Letter, pack, unpack } from "./letters";
import type { LiveEvent } from "./schema";
import { listen, notify } from "./store";

export type Listener = (event: LiveEvent) => void;

/** One per process; tests make two, to be two instances on one database. */
export function makeBus(instance: string = crypto.randomUUID()) {
  const listeners = new Map<string, Set<Listener>>();
  let outbox: Letter[] = [];
  let isSending = false;
  let hangUp: (() => Promise<void>) | null = null;

  function tell(user: string, event: LiveEvent): void {
    for (const listener of [...(listeners.get(user) ?? [])]) {
      try {
        listener(event);
      } catch (error) {
        log.error({ error }, "A live listener failed.");
      }
    }
  }

  // What piles up while one statement is under way goes with the next: order stays, and a burst costs one statement.
  async function send(): Promise<void> {
    while (outbox.length > 0) {
      const letters = outbox;
      outbox = [];
      try {
        await notify(pack(instance, letters));
      } catch (error) {
        log.warn({ error }, "Other instances could not be told of a change.");
      }
    }
    isSending = false;
  }

  function hear(payload: string): void {
    const parcel = unpack(payload);
    if (!parcel || parcel.instance === instance) return;
    for (const { user, event } of parcel.letters) tell(user, event);
  }

  function catchUp(): void {
    for (const user of [...listeners.keys()]) tell(user, { type: "reconnected" });
  }

  return {
    /** Tells this process at once and the others soon. Call it after the commit; it never throws and there is nothing to wait for. */
    publish(user: UserId, event: LiveEvent): void {
      tell(user, event);
      outbox.push({ user, event });
      if (isSending) return;
      isSending = true;
      setImmediate(() => void send());
    },

    /** Hears what happens to one person's things, here and on other instances, until the returned function is called. */
    subscribe(user: UserId, listener: Listener): () => void {
      hangUp ??= listen({ heard: hear, connected: catchUp });
      const mine = listeners.get(user) ?? new Set();
      listeners.set(user, mine.add(listener));
      return () => {
        mine.delete(listener);
        if (mine.size === 0 && listeners.get(user) === mine) listeners.delete(user);
      };
    },

    async close(): Promise<void> {
      listeners.clear();
      await hangUp?.();
      hangUp = null;
    },
  };
}

const bus = () => remember("live bus", makeBus);

export const publish = (user: UserId, event: LiveEvent): void => bus().publish(user, event);
export const subscribe = (user: UserId, listener: Listener): (() => void) => bus().subscribe(user, listener);
