"use client";

import { useCallback, useMemo, useState } from "react";

/** A call of a tool names so many tasks at most. */
export const atOnce = 200;

export type Picking = "toggle" | "range";

/** Which tasks are chosen, to do something with all of them. `order`: as they stand in the list. */
export function useSelection(order: () => readonly number[]) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [isOn, setOn] = useState(false);
  const [from, setFrom] = useState<number | null>(null);

  const pick = useCallback(
    (number: number, how: Picking) => {
      setOn(true);
      if (how === "range" && from !== null) {
        const all = order();
        const [a, b] = [all.indexOf(from), all.indexOf(number)].sort((one, other) => one - other);
        if (a !== undefined && b !== undefined && a >= 0) {
          setChosen((now) => new Set([...now, ...all.slice(a, b + 1)].slice(0, atOnce)));
          return;
        }
      }
      setFrom(number);
      setChosen((now) => {
        const next = new Set(now);
        if (!next.delete(number) && next.size < atOnce) next.add(number);
        return next;
      });
    },
    [from, order],
  );

  const all = useCallback(() => {
    setOn(true);
    setChosen(new Set(order().slice(0, atOnce)));
  }, [order]);

  const clear = useCallback(() => {
    setOn(false);
    setChosen(new Set());
    setFrom(null);
  }, []);

  return useMemo(
    () => ({ chosen, isOn, from, pick, all, clear, start: () => setOn(true) }),
    [chosen, isOn, from, pick, all, clear],
  );
}

export type Selection = ReturnType<typeof useSelection>;
