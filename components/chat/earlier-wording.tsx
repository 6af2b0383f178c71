"use client";

import { ChevronRight, Undo2 } from "lucide-react";
import { useState } from "react";
import { canUndo } from "@/components/activity/call-slip";
import { useUndo } from "@/components/activity/use-undo";
import type { Call } from "@/lib/activity/schema";
import type { Wording } from "./merge";
import { Reply } from "./message";
import { isOverwritten, sayStale } from "./stale";
import { chatStrings } from "./strings";
import { textOf } from "./to-chat";
import type { CardActions } from "./tool-part";
import { type CallsByReply, callsOf } from "./use-calls";

type EarlierWordingProps = {
  wordings: readonly Wording[];
  calls: CallsByReply;
  /** Changes that were made for an earlier wording, and that nothing of the new one asks for. */
  stale: readonly Call[];
  actions: CardActions;
};

/** What a question said before it was edited, with the answers to that, and the way back from what they changed. */
export function EarlierWording({ wordings, calls, stale, actions }: EarlierWordingProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="pt-1 text-small">
      {stale.length > 0 ? <Stale stale={stale} calls={calls} take={actions.take} /> : null}
      <details className="group/wording text-soft" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="-ml-1.5 inline-flex list-none items-center gap-1 rounded-control px-1.5 py-1 text-faint hover:bg-tint hover:text-ink pointer-coarse:py-2.5 [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="size-3.5 transition-transform group-open/wording:rotate-90" />
          {chatStrings.wordings(wordings.length)}
        </summary>
        {isOpen
          ? wordings.map(({ question, turn }) => (
              <div
                key={turn[0]?.id}
                className="mt-1 mb-2 grid grid-cols-[minmax(0,1fr)] gap-2 border-rule border-l-3 py-1 pl-3 text-read [&>article+article]:-mt-1"
              >
                {question ? (
                  <p className="w-fit max-w-full whitespace-pre-wrap wrap-anywhere rounded-slip rounded-r-panel bg-accent-wash px-3 py-1.5">
                    {textOf(question)}
                  </p>
                ) : null}
                {turn.map((reply) =>
                  reply === question ? null : (
                    <Reply
                      key={reply.id}
                      message={reply}
                      calls={callsOf(calls, reply.id)}
                      actions={cardsOnly(actions)}
                    />
                  ),
                )}
              </div>
            ))
          : null}
      </details>
    </div>
  );
}

/** An answer that has been replaced offers its cards, and no choices. */
const cardsOnly = (actions: CardActions) => ({ ...actions, choose: () => {}, again: () => {} });

type StaleProps = Pick<EarlierWordingProps, "stale" | "calls"> & { take: (call: Call) => void };

function Stale({ stale, calls, take }: StaleProps) {
  const { undo, busy } = useUndo(take);
  async function undoAll() {
    // The newest first: what was changed last goes back first; what one reply changed goes back at once, unless some of it is to stay.
    const replies = new Set(stale.toReversed().flatMap(({ messageId }) => messageId ?? []));
    for (const reply of replies) {
      const made = stale.filter(({ messageId }) => messageId === reply);
      if (callsOf(calls, reply).filter(canUndo).length === made.length) await undo({ reply });
      else for (const { id } of made.toReversed()) await undo({ call: id });
    }
  }
  return (
    <p className="wrap-anywhere text-soft">
      {sayStale(stale)}{" "}
      <button
        type="button"
        disabled={busy}
        onClick={undoAll}
        className="inline-flex items-center gap-1 rounded-control px-1.5 py-1 font-semibold text-accent hover:bg-tint disabled:text-faint pointer-coarse:py-2.5"
      >
        <Undo2 aria-hidden className="size-3.5" />
        Undo
      </button>
    </p>
  );
}

/** Of the calls that were made for earlier wordings, those whose changes stand and that no reply to the new one has asked for again or overwritten. */
export function staleCalls(wordings: readonly Wording[], now: readonly Call[], calls: CallsByReply): Call[] {
  const wanted = now.filter(({ status, changes }) => status === "SUCCESS" && changes.length === 0);
  const isWanted = (call: Call) =>
    wanted.some((one) => one.toolName === call.toolName && JSON.stringify(one.result) === JSON.stringify(call.result));
  const made = wordings.toReversed().flatMap(({ turn }) => turn.flatMap(({ id }) => callsOf(calls, id)));
  return made.filter((call) => canUndo(call) && !isWanted(call) && !isOverwritten(call, now.filter(canUndo)));
}
