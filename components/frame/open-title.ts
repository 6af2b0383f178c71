"use client";

import { useSyncExternalStore } from "react";

type Named = { id: string; title: string };

let named: Named | null = null;
const watchers = new Set<() => void>();

/** Said by who hears of titles as they are made. */
export function nameOpen(now: Named) {
  named = now;
  for (const tell of watchers) tell();
}

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
};

/** What the open conversation is called by now; null where only the page that the server sent knows. */
export const useOpenTitle = (id: string): string | null =>
  useSyncExternalStore(
    watch,
    () => (named?.id === id ? named.title : null),
    () => null,
  );
