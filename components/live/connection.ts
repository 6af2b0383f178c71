import { toSignIn } from "@/components/ask";
import type { LiveEvent } from "@/lib/live/schema";

type Listener = (event: LiveEvent) => void;
export type LiveState = {
  connected: boolean;
  /** The server has been updated since this page was loaded. */
  outdated: boolean;
};

export const beforeConnecting: LiveState = { connected: false, outdated: false };

/** The server sends something every 15 seconds; after two beats missed the connection is taken for dead. */
const silenceLimit = 35_000;
/** A hidden tab gives its connection back: over HTTP/1.1 a browser has only six for all tabs together. */
const hiddenLimit = 10_000;
const crowdedWait = 60_000;

const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
let state = beforeConnecting;
let source: EventSource | null = null;
let build: string | null = null;
let failures = 0;
let heardAt = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let silence: ReturnType<typeof setTimeout> | undefined;
let hiding: ReturnType<typeof setTimeout> | undefined;

/** Hears what changed until the returned function is called. All listeners of a tab share one connection. */
export function listen(listener: Listener): () => void {
  listeners.add(listener);
  if (listeners.size === 1) start();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
}

export function watchState(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const liveState = () => state;

function start(): void {
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("online", connect);
  if (!document.hidden) connect();
}

function stop(): void {
  document.removeEventListener("visibilitychange", onVisibility);
  window.removeEventListener("online", connect);
  clearTimeout(hiding);
  disconnect();
}

function onVisibility(): void {
  clearTimeout(hiding);
  if (document.hidden) hiding = setTimeout(disconnect, hiddenLimit);
  else if (!source || Date.now() - heardAt > silenceLimit / 2) connect();
}

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
    const { build: current }: { build: string } = JSON.parse(data);
    build ??= current;
    failures = 0;
    show({ connected: true, outdated: current !== build });
    // Also the first time: between the page and this connection something may have changed.
    tell({ type: "reconnected" });
  });
  on("change", (data) => tell(JSON.parse(data)));
  on("beat", () => {});
  on("bye", (data) => {
    if (JSON.parse(data) !== "signed_out") return tryAgain(JSON.parse(data) === "too_many" ? crowdedWait : undefined);
    disconnect();
    // The tab in which the person signed out is on its way already; any other follows.
    retry = setTimeout(toSignIn, 1_000);
  });
  mine.onerror = () => tryAgain();
  listenForSilence();
}

function disconnect(): void {
  clearTimeout(retry);
  clearTimeout(silence);
  source?.close();
  source = null;
  show({ ...state, connected: false });
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

function tell(event: LiveEvent): void {
  for (const listener of [...listeners]) listener(event);
}

function show(next: LiveState): void {
  if (next.connected === state.connected && next.outdated === state.outdated) return;
  state = next;
  for (const watcher of [...watchers]) watcher();
}
