"use client";

import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { ask, sentence } from "@/components/ask";
import { liveState } from "@/components/live/connection";
import { useLive } from "@/components/live/use-live";
import type { ActivityPage, Call } from "@/lib/activity/schema";
import { type Filters, queryOf } from "./filters";
import { extended, merged, revealed, type Shown, taken } from "./merge";

type First = ActivityPage & { pending: Call[] };

/** A storm of events is read in so many steps a second, however many they are. */
const restMs = 150;
const nearTop = 80;

/**
 * The record, newest first, as the filters narrow it. New rows come in by themselves while the reader is at its head, and wait
 * otherwise; `scroller` holds what is scrolled.
 */
export function useActivity(first: First, filters: Filters, scroller: RefObject<HTMLElement | null>) {
  const query = queryOf(filters);
  const [shown, setShown] = useState<Shown & { of: string }>({
    calls: first.calls,
    nextCursor: first.nextCursor,
    held: [],
    of: query,
  });
  const [pending, setPending] = useState(first.pending);
  const [wrong, setWrong] = useState<string | null>(null);
  const [isLoading, setLoading] = useState(false);
  const turn = useRef(0);

  const read = useCallback(
    async (more: { cursor?: string }) => {
      turn.current += 1;
      const mine = turn.current;
      const page = new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(query)), ...more });
      try {
        const answer = await ask<ActivityPage>(`/api/activity?${page}`);
        if (mine !== turn.current) return;
        const hold = (scroller.current?.closest("main")?.scrollTop ?? 0) > nearTop;
        setWrong(null);
        setShown((now) => {
          if (now.of !== query) return { ...answer, held: [], of: query };
          return { ...(more.cursor ? extended(now, answer) : merged(now, answer, hold)), of: query };
        });
      } catch (error) {
        if (mine === turn.current) setWrong(sentence(error));
      } finally {
        if (mine === turn.current) setLoading(false);
      }
    },
    [query, scroller],
  );

  const { reply } = filters;
  const readPending = useCallback(async () => {
    const answer = await ask<ActivityPage>("/api/activity?waiting=true&limit=100").catch(() => null);
    if (answer) setPending(answer.calls.filter(({ messageId }) => !reply || messageId === reply));
  }, [reply]);

  const soon = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turned = useRef(new Set<string>());
  useLive((event) => {
    if (event.type !== "activity" && event.type !== "reconnected") return;
    if (event.type === "activity") turned.current.add(event.callId);
    soon.current ??= setTimeout(() => {
      soon.current = undefined;
      const ids = turned.current;
      turned.current = new Set();
      void read({});
      void readPending();
      // What the newest page doesn't show any more, such as an old call that was undone, is read by itself.
      const older = shown.calls.slice(40).filter(({ id }) => ids.has(id));
      for (const { id } of older.slice(0, 20))
        ask<{ call: Call }>(`/api/activity/${id}`).then(
          ({ call }) => setShown((now) => ({ ...now, ...taken(now, call, false) })),
          () => {},
        );
    }, restMs);
  });

  // The page may have woken up after the connection: what it missed is read.
  const catchUp = useEffectEvent(() => {
    if (liveState().connected) void read({});
  });
  useEffect(() => catchUp(), []);

  const isStale = shown.of !== query;
  useEffect(() => {
    if (isStale) void read({});
  }, [isStale, read]);

  const take = useCallback((call: Call) => setShown((now) => ({ ...now, ...taken(now, call, query === "") })), [query]);
  const reveal = () => {
    setShown((now) => ({ ...now, ...revealed(now) }));
    scroller.current?.closest("main")?.scrollTo({ top: 0 });
  };
  const decided = () => {
    void readPending();
    void read({});
  };
  const cursor = shown.nextCursor;
  const showMore = cursor
    ? () => {
        if (isLoading) return;
        setLoading(true);
        void read({ cursor });
      }
    : null;
  return { ...shown, isStale, pending, wrong, take, reveal, decided, showMore, again: () => void read({}) };
}
