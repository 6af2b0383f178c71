"use client";

import { Copy, RotateCcw, Undo2 } from "lucide-react";
import { canUndo } from "@/components/activity/call-slip";
import { useUndo } from "@/components/activity/use-undo";
import { Button, IconButton } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { Call } from "@/lib/activity/schema";
import type { ChatMessage } from "@/lib/assistant/schema";
import type { MessageActions } from "./message";
import { chatStrings } from "./strings";
import { textOf } from "./to-chat";

type ReplyFootProps = {
  message: ChatMessage;
  calls: readonly Call[];
  canRepeat: boolean;
  actions: MessageActions;
};

/** Below a reply that has ended: how it ended if not well, what can be done about it, and the way back from all that it changed. */
export function ReplyFoot({ message, calls, canRepeat, actions }: ReplyFootProps) {
  const { undo, busy } = useUndo(actions.take);
  const { status, error } = message.metadata ?? {};
  const changed = calls.filter(canUndo);
  const text = textOf(message);
  const isBroken = status === "STOPPED" || status === "ERROR";
  return (
    <>
      {error ? (
        <p className="border-red border-l-3 bg-red-wash px-3 py-2 text-base text-red" role="note">
          {error.message}
        </p>
      ) : null}
      {canRepeat && isBroken ? (
        <div className="flex flex-wrap gap-2 pt-0.5 pb-1">
          <Button size="small" className="pointer-coarse:h-10" onClick={() => actions.again(message.id, "continue")}>
            {chatStrings.continue}
          </Button>
          <Button size="small" className="pointer-coarse:h-10" onClick={() => actions.again(message.id, "again")}>
            {chatStrings.again}
          </Button>
        </div>
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
        {canRepeat && status === "COMPLETED" ? (
          <IconButton
            label={chatStrings.again}
            className="size-7! [&_svg]:size-3.5!"
            onClick={() => actions.again(message.id, "again")}
          >
            <RotateCcw aria-hidden />
          </IconButton>
        ) : null}
      </div>
    </>
  );
}
