"use client";

import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { usePerson } from "@/components/frame/person";
import { wallTimeIn } from "@/lib/dates";
import { heard, stateOf } from "./list-state";
import { type Listed, readAgain, readChanges, readPage, type TaskPage } from "./page";
import { isSame, type Query } from "./query";
import { useDeeds } from "./use-deeds";
import { useHold } from "./use-hold";
import { useNews } from "./use-news";

export type { TaskPage } from "./page";

/**
 * One list of tasks. What this tab does is patched in from the answer of the tool, what others do from what the server says has
 * changed since; the list is read whole only when it becomes another one.
 */
export function useTasks(first: TaskPage, query: Query) {
  const { today, timeZone } = usePerson();
  const [state, tell] = useReducer(heard, null, () => stateOf(first, query));
  const [isLost, setLost] = useState(false);
  const here = useRef({ state, query, today });
  here.current = { state, query, today };
  const turn = useRef(0);
  const isStale = useRef(false);
  const now = useCallback(() => ({ today: here.current.today, time: wallTimeIn(timeZone) }), [timeZone]);

  const hold = useHold(() => {
    tell({ type: "freed", now: now() });
    if (isStale.current) void readAll();
  });
  const { isHeld, look } = hold;

  const readAll = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const { state, query, today } = here.current;
    const isAnother = !isSame(state.of, query);
    const page = await readAgain(query, today, isAnother ? 0 : state.tasks.length).catch(() => null);
    if (mine !== turn.current) return;
    setLost(page === null && isAnother);
    if (!page) return;
    isStale.current = !isAnother && isHeld();
    if (isStale.current) {
      tell({ type: "told", page: { ...page, nextCursor: here.current.state.nextCursor }, held: true, now: now() });
      look();
    } else tell({ type: "read", page, of: query });
  }, [isHeld, look, now]);

  const catchUp = useCallback(async () => {
    const { seq } = here.current.state;
    if (!isSame(here.current.state.of, here.current.query)) return readAll();
    const changes = await readChanges(seq).catch(() => null);
    if (!changes) return;
    if (changes.reset) return readAll();
    const held = isHeld();
    const { tasks, counts, tags } = changes;
    tell({ type: "told", page: { tasks, counts, tags, seq: changes.seq }, held, now: now() });
    if (held) look();
  }, [isHeld, look, now, readAll]);

  useNews({
    seq: () => here.current.state.seq,
    done: (call) => tell({ type: "done", changes: call.changes, now: now() }),
    catchUp,
  });

  const isFirst = useRef(true);
  // A new day is another list too: what was tomorrow's is today's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when one of these changes
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else void readAll();
  }, [query.view, query.tag, query.sort, query.text, today]);

  const reading = useRef<Promise<boolean> | null>(null);
  /** False when the next tasks could not be read. */
  const more = useCallback(() => {
    const { state, today } = here.current;
    if (reading.current || !state.nextCursor) return reading.current ?? Promise.resolve(true);
    reading.current = readPage(state.of, today, state.nextCursor)
      .then(
        (page) => {
          tell({ type: "more", page, of: state.of });
          return true;
        },
        () => false,
      )
      .finally(() => {
        reading.current = null;
      });
    return reading.current;
  }, []);

  const deeds = useDeeds({ state, tell, readAll });
  // The tasks of the list before don't stand under the new one's name.
  const isThere = isSame(state.of, query);
  const tasks = useMemo(
    () => (isThere ? deeds.looking(state.tasks, query) : []),
    [isThere, deeds.looking, state.tasks, query],
  );
  const find = (number: number): Listed | undefined =>
    tasks.find((task) => task.number === number) ??
    [...state.parts.values()].flat().find((task) => task.number === number);
  return {
    query,
    tasks,
    find,
    isThere,
    isLost,
    readAll,
    counts: state.counts,
    tags: state.tags,
    parts: state.parts,
    total: state.total,
    hasMore: isThere && Boolean(state.nextCursor),
    more,
    hold,
    ...deeds,
  };
}

export type TasksState = ReturnType<typeof useTasks>;
