"use client";

import { Ban, Check, Clock3, LoaderCircle, TriangleAlert, Undo2 } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { cn } from "@/lib/cn";
import { takeFocus } from "./keep-focus";

export type SlipState = "running" | "done" | "undone" | "failed" | "refused" | "waiting";

const marks: { [S in SlipState]: ReactNode } = {
  running: <LoaderCircle aria-hidden className="animate-spin text-slip-ink" />,
  done: <Check aria-hidden className="text-accent" />,
  undone: <Undo2 aria-hidden className="text-slip-ink" />,
  failed: <TriangleAlert aria-hidden className="text-red" />,
  refused: <Ban aria-hidden className="text-soft" />,
  waiting: <Clock3 aria-hidden className="text-ochre" />,
};

const inks: { [S in SlipState]?: string } = { failed: "text-red", refused: "text-soft" };

/** Nothing was changed, so there is no copy to tear off: plain paper. */
const notRecorded = "rounded-slip border border-edge border-dashed bg-none bg-paper";

type SlipProps = {
  title: string;
  /** The row of the record, once there is one. */
  callId?: string | undefined;
  words: string;
  state: SlipState;
  /** Beside the words: the task, when it is only one. */
  about?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
};

/** One recorded call: what came of it, on which tasks, and the way back. */
export function Slip({ title, callId, words, state, about, action, children }: SlipProps) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    const isSettled = state !== "waiting" && state !== "running";
    if (callId && card.current) takeFocus(callId, card.current, isSettled);
  }, [callId, state]);
  return (
    <article
      ref={card}
      tabIndex={-1}
      data-call={callId}
      aria-label={title}
      className={cn("slip max-w-150 text-base", state === "refused" && notRecorded)}
    >
      <div className="flex gap-2 py-1.5 pr-1.5 pl-2.5">
        <span className="grid h-6 shrink-0 place-items-center [&>svg]:size-4">{marks[state]}</span>
        <div className="min-w-0 flex-1 self-baseline">
          <div className="flex flex-wrap items-baseline gap-x-2 leading-6">
            <p className={cn("text-small leading-6", inks[state] ?? "text-slip-ink")}>{words}</p>
            {about}
          </div>
          {children}
        </div>
        {action}
      </div>
    </article>
  );
}

/** The small button of a slip. Busy, it keeps the focus, which a disabled one would lose. */
export function SlipButton({ onClick, busy, children }: { onClick: () => void; busy?: boolean; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onClick}
      aria-disabled={busy}
      className="h-6 shrink-0 self-start rounded-control px-2 font-semibold text-accent text-small hover:bg-slip-rule/50 aria-disabled:text-soft pointer-coarse:h-11"
    >
      {children}
    </button>
  );
}
