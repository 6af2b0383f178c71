"use client";

import { useEffect, useRef, useState } from "react";
import { useLive } from "@/components/live/use-live";
import { onTool } from "@/components/tool";
import type { Call } from "@/lib/activity/schema";
import { gathering } from "./gathering";

/** `seq`: up to which change this list knows. */
type Ears = { seq: () => number; done: (call: Call) => void; catchUp: () => Promise<void> };

/** Long enough for the changes of one reply, or of one script, to be asked for together; a steady stream is shown all the same. */
const gathered = { quiet: 60, most: 250 };

/**
 * Hears what changed. What a tool of this tab did is in its answer, so that a click costs one request: what the server then says
 * about it is news only if something else happened in between.
 */
export function useNews({ seq, done, catchUp }: Ears) {
  const running = useRef(0);
  const wanted = useRef<{ seq: number | null } | null>(null);
  const ears = useRef({ seq, done, catchUp });
  useEffect(() => {
    ears.current = { seq, done, catchUp };
  });

  const [settle] = useState(() =>
    gathering(() => {
      const want = wanted.current;
      if (!want || running.current > 0) return;
      wanted.current = null;
      const known = ears.current.seq();
      if (want.seq !== null && known >= want.seq) return;
      void ears.current.catchUp();
    }, gathered),
  );

  useEffect(
    () =>
      onTool({
        asked: () => {
          running.current += 1;
        },
        answered: (call) => {
          running.current -= 1;
          if (call) ears.current.done(call);
          settle.soon();
        },
      }),
    [settle],
  );
  useEffect(() => settle.stop, [settle]);

  useLive((event) => {
    if (event.type !== "tasks" && event.type !== "reconnected") return;
    const told = event.type === "tasks" && event.seq > 0 ? event.seq : null;
    const before = wanted.current;
    const isUnknown = told === null || before?.seq === null;
    wanted.current = { seq: isUnknown ? null : Math.max(told, before?.seq ?? 0) };
    settle.soon();
  });
}
