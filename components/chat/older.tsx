"use client";

import { useEffect, useRef, useState } from "react";
import { sentence } from "@/components/ask";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { chatStrings } from "./strings";
import type { ConversationHere } from "./use-conversation";

type OlderProps = Pick<ConversationHere, "more" | "archive" | "showOlder">;

/** What stands before the first message that is shown: it comes by itself as one scrolls up to it; what is archived on demand. */
export function Older({ more, archive, showOlder }: OlderProps) {
  const [busy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const row = useRef<HTMLDivElement>(null);

  function show() {
    if (busy) return;
    setBusy(true);
    showOlder(archive)
      .then(
        () => setFailed(false),
        (error) => {
          setFailed(true);
          toast(sentence(error), { wrong: true });
        },
      )
      .finally(() => setBusy(false));
  }

  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  // Looks anew after each page: one that is shorter than the screen is not enough. What failed is left to the button.
  useEffect(() => {
    if (!row.current || !more || busy || hasFailed) return;
    const root = row.current.closest("[data-scroller]");
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      root,
      rootMargin: "800px 0px 0px",
    });
    observer.observe(row.current);
    return () => observer.disconnect();
  }, [more, busy, hasFailed]);

  if (!more && !archive) return null;
  return (
    <div className="ledger-row" ref={row}>
      <p aria-hidden />
      <div>
        {/* Busy, it keeps the focus: who goes up by keyboard presses it again. */}
        <Button
          kind="quiet"
          size="small"
          className="-ml-2.5 aria-disabled:text-faint pointer-coarse:h-11"
          aria-disabled={busy}
          onClick={show}
        >
          {busy ? chatStrings.loading : archive ? chatStrings.showArchived : chatStrings.showOlder}
        </Button>
      </div>
    </div>
  );
}

/** Between what is put away and what the assistant still reads. */
export function ArchiveLine() {
  return (
    <div className="ledger-row">
      <p aria-hidden />
      <p className="my-2 border-margin border-y py-2 text-small text-soft" role="note">
        {chatStrings.archiveEnds}
      </p>
    </div>
  );
}
