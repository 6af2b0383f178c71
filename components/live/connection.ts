import { ask, toSignIn } from "@/components/ask";
import type { LiveEvent } from "@/lib/live/schema";
import { canShare, shareWire } from "./shared-wire";
import { type Hello, openWire } from "./wire";

type Listener = (event: LiveEvent) => void;
export type LiveState = {
  connected: boolean;
  /** The server has been updated since this page was loaded. */
  outdated: boolean;
};

export const beforeConnecting: LiveState = { connected: false, outdated: false };

/** A hidden tab gives its place back, and with it the connection if it has it: over HTTP/1.1 a browser has only six. */
const hiddenLimit = 10_000;

const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
let state = beforeConnecting;
let line: { check: () => void; close: () => void } | null = null;
let hiding: ReturnType<typeof setTimeout> | undefined;
let leaving: ReturnType<typeof setTimeout> | undefined;

/** Hears what changed until the returned function is called. All listeners of a tab share one connection, and all tabs do. */
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
  if (!document.hidden) join();
}

function stop(): void {
  document.removeEventListener("visibilitychange", onVisibility);
  clearTimeout(hiding);
  clearTimeout(leaving);
  leave();
}

function onVisibility(): void {
  clearTimeout(hiding);
  if (document.hidden) hiding = setTimeout(leave, hiddenLimit);
  else if (line) line.check();
  else join();
}

function join(): void {
  const { person = "" } = document.documentElement.dataset;
  line = canShare() ? shareWire(person, ears) : openWire(ears);
}

function leave(): void {
  line?.close();
  line = null;
}

const ears = {
  hello({ build, person }: Hello) {
    const loaded = document.documentElement.dataset;
    // Somebody else has signed in meanwhile, in another tab: what this page shows isn't theirs.
    if (loaded.person !== person) return location.reload();
    show({ connected: true, outdated: loaded.build !== build });
    // Also the first time: between the page and this connection something may have changed.
    tell({ type: "reconnected" });
  },
  change: tell,
  lost: () => show({ ...state, connected: false }),
  signedOut() {
    leave();
    // The tab in which the person signed out is on its way already; any other follows.
    leaving = setTimeout(toSignIn, 1_000);
  },
  // Whoever is no longer signed in is taken to sign in by the answer.
  refused: () => void ask("/api/me").catch(() => {}),
};

function tell(event: LiveEvent): void {
  for (const listener of [...listeners]) listener(event);
}

function show(next: LiveState): void {
  if (next.connected === state.connected && next.outdated === state.outdated) return;
  state = next;
  for (const watcher of [...watchers]) watcher();
}
