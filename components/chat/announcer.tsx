"use client";

import { useEffect, useState } from "react";
import { onAnnounced } from "@/components/ui/announce";
import type { Call } from "@/lib/activity/schema";
import type { ChatMessage } from "@/lib/assistant/schema";
import { announcementOf } from "./announcement";

type AnnouncerProps = { busy: boolean; last: ChatMessage | undefined; calls: readonly Call[] };

/** The chat's one voice for a screen reader: says how a reply has ended, not each word of it, and what else was announced. */
export function Announcer({ busy, last, calls }: AnnouncerProps) {
  const [said, setSaid] = useState("");
  const [wasBusy, setWasBusy] = useState(busy);
  if (busy !== wasBusy) {
    setWasBusy(busy);
    // Said once, when it happens: what becomes of the calls later is announced by who does it.
    setSaid(busy ? "" : announcementOf(last, calls));
  }
  useEffect(() => onAnnounced(setSaid), []);
  return (
    <div aria-live="polite" className="sr-only">
      {said}
    </div>
  );
}
