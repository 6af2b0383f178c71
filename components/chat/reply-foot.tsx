"use client";

import { Copy, Undo2 } from "lucide-react";
import { canUndo } from "@/components/activity/call-slip";
import { useUndo } from "@/components/activity/use-undo";
import { IconButton } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { Call } from "@/lib/activity/schema";
import type { ChatMessage } from "@/lib/assistant/schema";
import { textOf } from "./to-chat";

type ReplyFootProps = { message: ChatMessage; calls: readonly Call[]; take: (call: Call) => void };

/** Below a reply that has ended: how it ended if not well, and the way back from all that it changed. */
export function ReplyFoot({ message, calls, take }: ReplyFootProps) {
  const { undo, busy } = useUndo(take);
  const { status, error } = message.metadata ?? {};
  const changed = calls.filter(canUndo);
  const text = textOf(message);
  return (
    <>
      {status === "STOPPED" ? <p className="text-faint text-small">Stopped. What was done before stays done.</p> : null}
      {error ? (
        <p className="border-red border-l-3 bg-red-wash px-3 py-2 text-base text-red" role="note">
          {error.message}
        </p>
      ) : null}
      <div className="-mt-1 -ml-1.5 flex min-h-7 flex-wrap items-center gap-1 text-faint">
        {changed.length > 1 ? (
          <p className="flex items-center pl-1.5 text-small">
            <span className="figures">{changed.length} changes ·</span>
            <button
              type="button"
              disabled={busy}
              onClick={() => undo({ reply: message.id })}
              className="inline-flex items-center gap-1 rounded-control px-1.5 py-1 font-semibold text-accent hover:bg-tint disabled:text-faint pointer-coarse:py-2.5"
            >
              <Undo2 aria-hidden className="size-3.5" />
              Undo all
            </button>
          </p>
        ) : null}
        {text && status !== "AWAITING_APPROVAL" ? (
          <IconButton
            label="Copy"
            className="size-7! [&_svg]:size-3.5!"
            onClick={() =>
              navigator.clipboard.writeText(text).then(
                () => toast("Copied."),
                () => toast("The browser did not allow copying. Select the text instead.", { wrong: true }),
              )
            }
          >
            <Copy aria-hidden />
          </IconButton>
        ) : null}
      </div>
    </>
  );
}
