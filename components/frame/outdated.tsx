"use client";

import { useSyncExternalStore } from "react";
import { beforeConnecting, liveState, watchState } from "@/components/live/connection";
import { Button } from "@/components/ui/button";

/** The server has been updated since this page was loaded. Nothing is urgent: drafts are kept, and reloading is the person's choice. */
export function Outdated() {
  const { outdated } = useSyncExternalStore(watchState, liveState, () => beforeConnecting);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-3 z-40 grid justify-items-center px-4">
      {outdated ? (
        <div
          data-top-notice
          className="slip pointer-events-auto flex items-center gap-3 py-1.5 pr-2 pl-4 text-slip-ink shadow-pop"
        >
          <p>Docket has been updated. Your draft is kept.</p>
          <Button size="small" onClick={() => location.reload()}>
            Reload
          </Button>
        </div>
      ) : null}
    </div>
  );
}
