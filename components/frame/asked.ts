"use client";

import { useEffect, useEffectEvent } from "react";

/** What a command asks of a part of the page that it doesn't hold. */
export type Wish = "archived";

const hearers = new Set<(wish: Wish) => void>();

export function askFor(wish: Wish) {
  for (const hear of [...hearers]) hear(wish);
}

export function useAsked(wish: Wish, fulfil: () => void) {
  const asked = useEffectEvent((now: Wish) => {
    if (now === wish) fulfil();
  });
  useEffect(() => {
    const hear = (now: Wish) => asked(now);
    hearers.add(hear);
    return () => void hearers.delete(hear);
  }, []);
}
