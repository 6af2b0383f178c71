"use client";

import { ArrowDown } from "lucide-react";
import { useState } from "react";
import type { ChatMessage } from "@/lib/assistant/schema";
import { chatStrings } from "./strings";

type ToNewestProps = { last: ChatMessage | undefined; busy: boolean; isAtEnd: boolean; go: () => void };

/** The way back to the end, for who has scrolled up; it says when something came in below meanwhile. */
export function ToNewest({ last, busy, isAtEnd, go }: ToNewestProps) {
  const newest = `${last?.id} ${last?.parts.length} ${last?.metadata?.status}`;
  const [seen, setSeen] = useState(newest);
  if (isAtEnd && seen !== newest) setSeen(newest);
  if (isAtEnd) return null;
  const news = busy ? chatStrings.writingBelow : seen === newest ? null : chatStrings.newBelow;
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-full z-10 grid justify-items-end pr-3 pb-3 sm:justify-items-center sm:pr-0">
      <button
        type="button"
        onClick={go}
        title={chatStrings.toNewest}
        className="pointer-events-auto inline-flex h-8 min-w-8 animate-write items-center justify-center gap-1.5 rounded-full border border-edge bg-sheet px-2 font-medium text-small shadow-pop hover:bg-tint pointer-coarse:h-11 pointer-coarse:min-w-11"
      >
        <ArrowDown aria-hidden className="size-4 text-accent" />
        {news ? <span className="pr-1.5">{news}</span> : null}
        <span className="sr-only">{news ? `. ${chatStrings.toNewest}` : chatStrings.toNewest}</span>
      </button>
    </div>
  );
}
