"use client";

import { RotateCcw } from "lucide-react";
import { useId, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { Call } from "@/lib/activity/schema";
import type { ChatMessage } from "@/lib/assistant/schema";
import { Details } from "./details";
import type { MessageActions } from "./message";
import { chatStrings } from "./strings";
import { textOf } from "./to-chat";
import { WhatChanged } from "./what-changed";

type ReplyFootProps = {
  message: ChatMessage;
  calls: readonly Call[];
  canRepeat: boolean;
  actions: MessageActions;
};

/** Below a reply that has ended: how it ended if not well, what can be done about it, and the way back from all that it changed. */
export function ReplyFoot({ message, calls, canRepeat, actions }: ReplyFootProps) {
  const [hasDetails, setDetails] = useState(false);
  const details = useId();
  const { status, error } = message.metadata ?? {};
  const text = textOf(message);
  // Of a reply that broke off before its first word and call, there is nothing to go on from.
  const canGoOn = text !== "" || calls.length > 0;
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
          {canGoOn ? (
            <Button size="small" className="pointer-coarse:h-11" onClick={() => actions.again(message.id, "continue")}>
              {chatStrings.continue}
            </Button>
          ) : null}
          <Button size="small" className="pointer-coarse:h-11" onClick={() => actions.again(message.id, "again")}>
            {chatStrings.again}
          </Button>
        </div>
      ) : null}
      <div className="-mt-1 -ml-1.5 flex min-h-7 pointer-coarse:-ml-4 flex-wrap items-center gap-1 text-faint">
        <WhatChanged message={message} calls={calls} take={actions.take} />
        {text && status !== "AWAITING_APPROVAL" ? (
          <CopyButton text={text} className="size-7! pointer-coarse:size-11! [&_svg]:size-3.5!" />
        ) : null}
        {canRepeat && status === "COMPLETED" ? (
          <IconButton
            label={chatStrings.again}
            className="size-7! pointer-coarse:size-11! [&_svg]:size-3.5!"
            onClick={() => actions.again(message.id, "again")}
          >
            <RotateCcw aria-hidden />
          </IconButton>
        ) : null}
        <button
          type="button"
          aria-expanded={hasDetails}
          aria-controls={hasDetails ? details : undefined}
          onClick={() => setDetails(!hasDetails)}
          className="h-7 rounded-control px-1.5 text-small hover:bg-tint hover:text-ink pointer-coarse:h-11 pointer-coarse:px-4"
        >
          {chatStrings.details}
        </button>
      </div>
      {hasDetails ? <Details id={details} message={message} calls={calls.length} /> : null}
    </>
  );
}
