"use client";
"use no memo";

import { Clock3, LoaderCircle, Pencil, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { Queued } from "./queue";
import { chatStrings } from "./strings";
import type { QueueHere } from "./use-queue";

type QueueListProps = {
  queue: QueueHere;
  busy: boolean;
  /** null: nothing may be written here. */
  edit: ((item: Queued) => void) | null;
};

/** What waits to be sent, the first on top; why it waits, and what can be done about it. */
export function QueueList({ queue, busy, edit }: QueueListProps) {
  const { items, going, held, refusal, line, sendNow, remove } = queue;
  const [head] = items;
  const waiting = useRef(0);
  useEffect(() => {
    waiting.current = items.length;
  });
  useEffect(
    () => () => {
      if (waiting.current > 0) toast(chatStrings.leftWaiting);
    },
    [],
  );
  if (!head) return null;
  const isHeld = held !== null && !busy && line === null && edit !== null;
  const why = edit === null ? chatStrings.archived : isHeld ? chatStrings.held[held] : busy ? chatStrings.queued : "";
  return (
    <section aria-label="Waiting messages" className="mb-2 rounded-panel border border-edge border-dashed px-3 py-2">
      {why || isHeld ? (
        <div className="flex items-center justify-between gap-3 pb-1">
          <p className="text-small text-soft">{isHeld && held === "refused" ? refusal : why}</p>
          {isHeld ? (
            <Button
              size="small"
              className="pointer-coarse:h-11"
              disabled={going !== null}
              onClick={() => sendNow(head)}
            >
              {chatStrings.sendNow}
            </Button>
          ) : null}
        </div>
      ) : null}
      <ul className="grid max-h-[25dvh] gap-1 overflow-y-auto">
        {items.map((item) => (
          <li key={item.id} className="flex items-center gap-2">
            {going === item.id ? (
              <LoaderCircle aria-label="Being sent" role="img" className="size-4 shrink-0 animate-spin text-soft" />
            ) : (
              <Clock3 aria-hidden className="size-4 shrink-0 text-ochre" />
            )}
            <p className="line-clamp-2 min-w-0 flex-1 whitespace-pre-wrap wrap-anywhere">{item.text}</p>
            {edit ? (
              <IconButton
                label="Edit this message"
                className="pointer-coarse:size-11!"
                disabled={going === item.id}
                onClick={() => edit(item)}
              >
                <Pencil aria-hidden />
              </IconButton>
            ) : null}
            <IconButton
              label="Remove this message"
              className="pointer-coarse:size-11!"
              disabled={going === item.id}
              onClick={() => remove(item)}
            >
              <X aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
