"use client";

import { createContext, type RefObject, use, useEffect, useState } from "react";

/** What is told apart in code, each by a colour of app/globals.css. */
export type Sort = "keyword" | "string" | "number" | "comment" | "name" | "type";
export type Piece = { text: string; sort: Sort | null };

/** The block is still being written: its colours would change with every letter. */
export const GrowingHere = createContext(false);

/** The colours of a block that is finished and can be seen, as soon as the browser has nothing better to do. */
export function useColours(place: RefObject<HTMLElement | null>, language: string, text: string): Piece[] | null {
  const isGrowing = use(GrowingHere);
  const [coloured, setColoured] = useState<{ text: string; pieces: Piece[] } | null>(null);
  useEffect(() => {
    const element = place.current;
    if (!element || isGrowing || !language) return;
    const control = new AbortController();
    const colour = async () => {
      // Without a connection it stays plain.
      const { piecesOf } = await import("./code-colours");
      whenIdle(() => {
        const pieces = piecesOf(language, text);
        if (pieces) setColoured({ text, pieces });
      }, control.signal);
    };
    const sight = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        sight.disconnect();
        whenIdle(() => void colour().catch(() => {}), control.signal);
      },
      { rootMargin: "300px 0px" },
    );
    sight.observe(element);
    return () => {
      sight.disconnect();
      control.abort();
    };
  }, [place, isGrowing, language, text]);
  return coloured?.text === text && !isGrowing ? coloured.pieces : null;
}

/** Safari has no such call; a moment later is then the next best. */
function whenIdle(run: () => void, signal: AbortSignal) {
  const now = () => {
    if (!signal.aborted) run();
  };
  if ("requestIdleCallback" in window) requestIdleCallback(now, { timeout: 2_000 });
  else setTimeout(now, 200);
}
