"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Reply } from "./message";
import { chatStrings } from "./strings";
import type { Shown } from "./to-chat";

/** The replies whose place another one took: kept, out of the way, to be read only. */
export function Earlier({ replies }: { replies: readonly Shown[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="ledger-row">
      <p aria-hidden />
      <details className="group/earlier text-soft" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="-ml-1.5 inline-flex list-none items-center gap-1 rounded-control px-1.5 py-1 text-faint text-small hover:bg-tint hover:text-ink pointer-coarse:py-2.5 [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="size-3.5 transition-transform group-open/earlier:rotate-90" />
          {chatStrings.earlier(replies.length)}
        </summary>
        {isOpen
          ? replies.map((reply) => (
              <div
                key={reply.id}
                className="mt-1 mb-2 grid grid-cols-[minmax(0,1fr)] gap-2 border-rule border-l-3 py-1 pl-3 text-read [&>article+article]:-mt-1"
              >
                <Reply message={reply} />
                {reply.metadata?.error ? <p className="text-red text-small">{reply.metadata.error.message}</p> : null}
              </div>
            ))
          : null}
      </details>
    </div>
  );
}
