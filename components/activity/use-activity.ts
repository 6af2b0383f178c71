"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { ask, sentence } from "@/components/ask";
import { useLive } from "@/components/live/use-live";
import { toast } from "@/components/ui/toast";
import type { Call, CallSource } from "@/lib/activity/schema";
import { withUndone } from "./undone";

export type ActivityPage = { calls: Call[]; nextCursor: string | null };

/** The record, or what one reply put on it, newest first; new rows come in on top while it is open. */
export function useActivity(first: ActivityPage, firstPending: Call[], reply: string | undefined) {
  const [page, setPage] = useState(first);
  const [pending, setPending] = useState(firstPending);
  const [source, setSource] = useState<CallSource | null>(null);
  const turn = useRef(0);

  const read = useCallback(
    async (from: CallSource | null, cursor?: string | null) => {
      turn.current += 1;
      const mine = turn.current;
      const query = new URLSearchParams({
        ...(from ? { source: from } : {}),
        ...(cursor ? { cursor } : {}),
        ...(reply ? { reply } : {}),
      });
      const answer = await ask<ActivityPage>(`/api/activity?${query}`).catch(() => null);
      if (!answer || mine !== turn.current) return;
      setPage((now) => ({
        calls: cursor ? [...now.calls, ...answer.calls] : joined(answer.calls, now.calls, from),
        nextCursor: cursor || now.calls.length <= answer.calls.length ? answer.nextCursor : now.nextCursor,
      }));
    },
    [reply],
  );

  const readPending = useCallback(async () => {
    const answer = await ask<ActivityPage>("/api/activity?status=PENDING").catch(() => null);
    if (answer) setPending(answer.calls.filter(({ messageId }) => !reply || messageId === reply));
  }, [reply]);

  const soon = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive((event) => {
    if (event.type !== "activity" && event.type !== "reconnected") return;
    clearTimeout(soon.current);
    soon.current = setTimeout(() => {
      void read(source);
      void readPending();
    }, 120);
  });

  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else void read(source);
  }, [source, read]);

  const take = useCallback((call: Call) => {
    setPage((now) => ({ ...now, calls: [call, ...withUndone(now.calls, call).filter(({ id }) => id !== call.id)] }));
  }, []);

  const decided = () => {
    void readPending();
    void read(source);
  };
  const showMore = page.nextCursor
    ? () => read(source, page.nextCursor).catch((error) => toast(sentence(error), { wrong: true }))
    : null;
  return { calls: page.calls, pending, source, setSource, take, decided, showMore };
}

/** The fresh first page, with the older rows that were unrolled before. */
function joined(fresh: Call[], shown: Call[], from: CallSource | null): Call[] {
  const last = fresh.at(-1);
  const known = new Set(fresh.map(({ id }) => id));
  const older = shown.filter(
    (call) =>
      !known.has(call.id) && last !== undefined && call.createdAt <= last.createdAt && (!from || call.source === from),
  );
  return [...fresh, ...older];
}
