import type { LiveEvent } from "@/lib/live/schema";

/** The server sends something every 15 seconds; after two beats missed the connection is taken for dead. */
export const silenceLimit = 35_000;
const crowdedWait = 60_000;
/** EventSource.CLOSED: the server answered, but not with events. */
const closed = 2;

export type Hello = { build: string; person: string };

export type Ears = {
  hello: (hello: Hello) => void;
  change: (event: LiveEvent) => void;
  lost: () => void;
  signedOut: () => void;
  /** The server said no: the session may have ended while this tab was away. */
  refused: () => void;
};

/** One connection to the server for live updates, which is opened again whenever it is lost, ever more slowly. */
export function openWire(ears: Ears) {
  let source: EventSource | null = null;
  let failures = 0;
  let heardAt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function connect(): void {
    disconnect();
    const mine = new EventSource("/api/events");
    source = mine;
    const on = (name: string, heard: (data: string) => void) =>
      mine.addEventListener(name, ({ data }: MessageEvent<string>) => {
        listenForSilence();
        heard(data);
      });
    on("hello", (data) => {
      failures = 0;
      ears.hello(JSON.parse(data));
    });
    on("change", (data) => ears.change(JSON.parse(data)));
    on("beat", () => {});
    on("bye", (data) => {
      if (JSON.parse(data) !== "signed_out") return tryAgain(JSON.parse(data) === "too_many" ? crowdedWait : undefined);
      disconnect();
      ears.signedOut();
    });
    mine.onerror = () => {
      if (mine.readyState === closed) ears.refused();
      tryAgain();
    };
    listenForSilence();
  }

  function disconnect(): void {
    clearTimeout(retry);
    clearTimeout(silence);
    source?.close();
    source = null;
    ears.lost();
  }

  function tryAgain(wait = Math.min(1_000 * 2 ** failures, 30_000) * (0.75 + Math.random() / 2)): void {
    disconnect();
    failures += 1;
    retry = setTimeout(connect, wait);
  }

  function listenForSilence(): void {
    heardAt = Date.now();
    clearTimeout(silence);
    silence = setTimeout(connect, silenceLimit);
  }

  window.addEventListener("online", connect);
  connect();
  return {
    /** Looked at again after a while: a connection that may be dead is not waited for. */
    check(): void {
      if (!source || Date.now() - heardAt > silenceLimit / 2) connect();
    },
    close(): void {
      window.removeEventListener("online", connect);
      disconnect();
    },
  };
}
