"use client";

import { Redo2, Undo2 } from "lucide-react";
import { useState } from "react";
import { useUndo } from "@/components/activity/use-undo";
import type { Call } from "@/lib/activity/schema";
import type { ChatMessage } from "@/lib/assistant/schema";
import { wayBack } from "./way-back";

type WhatChangedProps = { message: ChatMessage; calls: readonly Call[]; take: (call: Call) => void };

/** All that a reply changed, and the way back from it, and forth again; a single change has both on its card. */
export function WhatChanged({ message, calls, take }: WhatChangedProps) {
  const { undo, busy } = useUndo(take);
  const now = wayBack(message, calls);
  const [before, setBefore] = useState(now);
  if (!busy && JSON.stringify(before) !== JSON.stringify(now)) setBefore(now);
  // The rows of the record turn one after the other; the button stays until all have.
  const way = busy ? before : now;
  if (!way) return null;
  const Mark = way.undone ? Redo2 : Undo2;
  return (
    <p className="flex items-center pl-1.5 text-small pointer-coarse:pl-4">
      <span className="figures">{way.words} ·</span>
      {/* One and the same button, so that it keeps the focus when it turns. */}
      <button
        type="button"
        aria-disabled={busy}
        onClick={() => undo(way.undo)}
        className="inline-flex items-center gap-1 rounded-control px-1.5 py-1 font-semibold text-accent hover:bg-tint aria-disabled:text-soft pointer-coarse:h-11"
      >
        <Mark aria-hidden className="size-3.5" />
        {way.label}
      </button>
    </p>
  );
}
