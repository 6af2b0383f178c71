"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { withUndone } from "@/components/activity/undone";
import { ask, sentence } from "@/components/ask";
import { useLive } from "@/components/live/use-live";
import type { ActivityPage, Call } from "@/lib/activity/schema";

/** What was done to one task, newest first; new rows come in on top while it is open. */
export function useHistory(number: number) {
  const [rows, setRows] = useState<ActivityPage | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const turn = useRef(0);

  const read = useCallback(
    async (cursor?: string) => {
      turn.current += 1;
      const mine = turn.current;
      const query = new URLSearchParams({ task: String(number), limit: "20", ...(cursor && { cursor }) });
      try {
        const fresh = await ask<ActivityPage>(`/api/activity?${query}`);
        setWrong(null);
        if (cursor) setRows((now) => ({ ...fresh, calls: [...(now?.calls ?? []), ...fresh.calls] }));
        else if (mine === turn.current) setRows((now) => joined(fresh, now));
      } catch (error) {
        setWrong(sentence(error));
      }
    },
    [number],
  );

  useEffect(() => void read(), [read]);

  const soon = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive((event) => {
    if (event.type !== "activity" && event.type !== "reconnected") return;
    clearTimeout(soon.current);
    soon.current = setTimeout(() => void read(), 120);
  });

  const take = useCallback((call: Call) => {
    setRows((now) => {
      if (!now) return now;
      return { ...now, calls: [call, ...withUndone(now.calls, call).filter(({ id }) => id !== call.id)] };
    });
  }, []);

  const more = rows?.nextCursor;
  return { calls: rows?.calls, wrong, take, again: () => read(), showMore: more ? () => read(more) : null };
}

/** The fresh first page, with the older rows that were unrolled before. */
function joined(fresh: ActivityPage, now: ActivityPage | null): ActivityPage {
  const last = fresh.calls.at(-1);
  if (!now || !last || now.calls.length <= fresh.calls.length) return fresh;
  const known = new Set(fresh.calls.map(({ id }) => id));
  const older = now.calls.filter(({ id, createdAt }) => !known.has(id) && createdAt <= last.createdAt);
  return { calls: [...fresh.calls, ...older], nextCursor: now.nextCursor };
}
