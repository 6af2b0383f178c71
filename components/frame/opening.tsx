"use client";

import { type MouseEvent, useEffect, useState } from "react";

/** Milliseconds after which an opening page is no longer waited for: the browser says then what is the matter. */
const patience = 15_000;

/** The conversation that was asked for by a click and isn't here yet. */
export function useOpening(path: string) {
  const [asked, setAsked] = useState<{ to: string; from: string } | null>(null);
  useEffect(() => {
    if (!asked) return;
    const timer = setTimeout(() => setAsked(null), patience);
    return () => clearTimeout(timer);
  }, [asked]);

  function hear(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href^='/']") : null;
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const to = link.target ? path : link.pathname;
    setAsked(to.startsWith("/chat/") && to !== path ? { to, from: path } : null);
  }

  return { hear, isOpening: asked !== null && asked.from === path };
}

/** Where its words will stand, so that nothing jumps when they come. A fast answer is faster than this appears. */
export function Opening() {
  return (
    <div
      role="status"
      className="pointer-events-none z-10 col-start-1 row-start-2 flex min-h-0 animate-[write_220ms_250ms_both] flex-col overflow-hidden bg-sheet"
    >
      <p className="sr-only">Opening the conversation…</p>
      <div
        aria-hidden
        className="ledger mx-auto grid min-h-0 w-full max-w-200 flex-1 content-end gap-5 overflow-hidden pb-6"
      >
        {["w-2/5", "w-1/2", "w-1/3"].map((width) => (
          <div key={width} className="ledger-row animate-wait">
            <p />
            <div className="grid gap-4">
              <p className={`h-9 rounded-slip rounded-r-panel bg-accent-wash ${width}`} />
              <p className="grid gap-2.5">
                <span className="h-3 w-11/12 rounded-slip bg-tint" />
                <span className="h-3 w-4/5 rounded-slip bg-tint" />
                <span className="h-3 w-3/5 rounded-slip bg-tint" />
              </p>
            </div>
          </div>
        ))}
      </div>
      <div aria-hidden className="mx-auto w-full max-w-200 px-3 pb-3 sm:px-4 sm:pb-4">
        <div className="h-23 rounded-panel border border-edge bg-well shadow-pop" />
      </div>
    </div>
  );
}
