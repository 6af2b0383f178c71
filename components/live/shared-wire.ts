import type { LiveEvent } from "@/lib/live/schema";
import { type Ears, type Hello, openWire, silenceLimit } from "./wire";

/** What tabs tell each other. `to` names the tab that asked; without it, all are meant. */
type Word =
  | { type: "who"; from: string }
  | { type: "hello"; hello: Hello; to?: string }
  | { type: "change"; event: LiveEvent }
  | { type: "lost" }
  | { type: "signed_out" }
  | { type: "alive" };

const aliveEvery = 10_000;

/**
 * One connection for all tabs of a browser: over HTTP/1.1 it has only six for all of them together. The tab that holds the
 * lock has the connection and tells the others what it hears. When that tab goes away the browser gives the lock to another,
 * whose connection greets everybody anew, so that nothing is missed in between. A tab that is frozen with the lock in its
 * hand is noticed by its silence, and the lock is taken from it.
 */
export function shareWire(person: string, ears: Ears) {
  const name = `docket:live:${person}`;
  const me = crypto.randomUUID();
  const channel = new BroadcastChannel(name);
  let line = new AbortController();
  let isLeading = false;
  let wire: ReturnType<typeof openWire> | null = null;
  let greeting: Hello | null = null;
  let release = () => {};
  let silence: ReturnType<typeof setTimeout> | undefined;
  let back: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  const say = (word: Word) => channel.postMessage(word);

  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if (isOver) return;
    if (wire) {
      if (data.type === "who" && greeting) say({ type: "hello", hello: greeting, to: data.from });
      return;
    }
    if (data.type === "who") return;
    listenForSilence();
    if (data.type === "hello" && (!data.to || data.to === me)) ears.hello(data.hello);
    if (data.type === "change") ears.change(data.event);
    if (data.type === "lost") ears.lost();
    if (data.type === "signed_out") ears.signedOut();
  };

  function lead(): Promise<void> {
    if (isOver) return Promise.resolve();
    isLeading = true;
    clearTimeout(silence);
    const alive = setInterval(() => say({ type: "alive" }), aliveEvery);
    wire = openWire({
      hello(hello) {
        greeting = hello;
        say({ type: "hello", hello });
        ears.hello(hello);
      },
      change(event) {
        say({ type: "change", event });
        ears.change(event);
      },
      lost() {
        greeting = null;
        // Whoever lost the lock as well has nothing more to say: another tab speaks now.
        if (isLeading) say({ type: "lost" });
        ears.lost();
      },
      signedOut() {
        say({ type: "signed_out" });
        ears.signedOut();
      },
      refused: ears.refused,
    });
    return new Promise((resolve) => {
      release = () => {
        clearInterval(alive);
        wire?.close();
        wire = null;
        greeting = null;
        release = () => {};
        resolve();
      };
    });
  }

  function wait(): void {
    const mine = new AbortController();
    line = mine;
    navigator.locks.request(name, { signal: mine.signal }, lead).catch(() => !mine.signal.aborted && stepBack());
  }

  function take(): void {
    line.abort();
    navigator.locks.request(name, { steal: true }, lead).catch(stepBack);
  }

  /** The lock was taken from this tab, while it slept most likely, or the browser was told to forget: it waits in line again. */
  function stepBack(): void {
    isLeading = false;
    release();
    if (isOver) return;
    listenForSilence();
    back = setTimeout(wait, 1_000);
  }

  function listenForSilence(): void {
    clearTimeout(silence);
    silence = setTimeout(take, silenceLimit * (1 + Math.random() / 4));
  }

  listenForSilence();
  wait();
  say({ type: "who", from: me });

  return {
    check: () => wire?.check(),
    close(): void {
      isOver = true;
      clearTimeout(silence);
      clearTimeout(back);
      line.abort();
      release();
      channel.close();
      ears.lost();
    },
  };
}

/** Over plain http, other than on this machine, browsers have no locks: there each tab has its own connection. */
export const canShare = () =>
  typeof navigator !== "undefined" && "locks" in navigator && "BroadcastChannel" in globalThis;
