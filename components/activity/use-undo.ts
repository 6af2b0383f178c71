"use client";

import { useState } from "react";
import { Refused, sentence } from "@/components/ask";
import { runTool } from "@/components/tool";
import { announce } from "@/components/ui/announce";
import { toast } from "@/components/ui/toast";
import type { Call } from "@/lib/activity/schema";

/** Takes back a call, or all that a reply changed; `take` gets the undo's own row of the record. */
export function useUndo(take: (call: Call) => void) {
  const [busy, setBusy] = useState(false);
  async function undo(what: { call: string } | { reply: string }) {
    if (busy) return;
    setBusy(true);
    try {
      const { call } = await runTool("undo_change", what);
      take(call);
      const many = call.changes.length;
      announce(`Done: ${many} ${many === 1 ? "task was" : "tasks were"} changed.`);
    } catch (error) {
      // All goes back or none. Without an answer nobody knows which, so only a refusal says so.
      const isNone = error instanceof Refused && error.status >= 400 && error.status < 500;
      toast(`${isNone ? "Nothing was undone. " : ""}${sentence(error)}`, { wrong: true });
    } finally {
      setBusy(false);
    }
  }
  return { undo, busy };
}
