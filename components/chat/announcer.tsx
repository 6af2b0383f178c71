"use client";

import { useState } from "react";

type AnnouncerProps = { busy: boolean; changes: number; waits: boolean };

/** Tells a screen reader when a reply has ended, not each word of it; the reply itself is there to be read. */
export function Announcer({ busy, changes, waits }: AnnouncerProps) {
  const [hasWritten, setHasWritten] = useState(false);
  if (busy && !hasWritten) setHasWritten(true);
  const end = waits ? "Docket needs your yes." : "Docket has replied.";
  const record = changes > 0 ? ` ${changes} ${changes === 1 ? "change is" : "changes are"} on the record.` : "";
  return (
    <div aria-live="polite" className="sr-only">
      {hasWritten && !busy ? end + record : ""}
    </div>
  );
}
