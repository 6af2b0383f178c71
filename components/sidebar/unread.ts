"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { useLive } from "@/components/live/use-live";

// Of this device alone: a reply that ended, or asks, in a conversation that no tab here was showing.

const mostKept = 200;
const keyOf = (user: string) => `docket:unread:${user}`;

export function readUnread(user: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(user)) ?? "[]");
    return new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : []);
  } catch {
    return new Set();
  }
}

export function keepUnread(user: string, id: string, isUnread: boolean): ReadonlySet<string> {
  const now = new Set(readUnread(user));
  now.delete(id);
  if (isUnread) now.add(id);
  try {
    localStorage.setItem(keyOf(user), JSON.stringify([...now].slice(-mostKept)));
  } catch {
    // A browser that stores nothing forgets the mark with the page.
  }
  return now;
}

/** Long enough for the tab that doesn't show the conversation to have marked it. */
const looking = 400;

/** The conversations with a reply that wasn't seen on this device; `open` is the one that this tab shows. */
export function useUnread(user: string, open: string | null): ReadonlySet<string> {
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set());

  const look = useEffectEvent(() => {
    setUnread(readUnread(user));
    if (open && !document.hidden && readUnread(user).has(open)) setUnread(keepUnread(user, open, false));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is open is looked at when it is opened
  useEffect(() => look(), [open]);
  useEffect(() => {
    const hear = () => look();
    addEventListener("storage", hear);
    document.addEventListener("visibilitychange", hear);
    return () => {
      removeEventListener("storage", hear);
      document.removeEventListener("visibilitychange", hear);
    };
  }, []);

  useLive((event) => {
    if (event.type !== "reply" || (event.state !== "ended" && event.state !== "waiting")) return;
    if (event.conversationId === open && !document.hidden) setTimeout(() => look(), looking);
    else setUnread(keepUnread(user, event.conversationId, true));
  });
  return unread;
}
