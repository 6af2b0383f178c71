"use client";

import { useState } from "react";
import { Refused, sentence } from "@/components/ask";
import { runTool } from "@/components/tool";
import { announce } from "@/components/ui/announce";
import { toast } from "@/components/ui/toast";
import type { Call } from "@/lib/activity/schema";
import { clashIn, settle, type UndoTarget } from "./conflict";

type How = { onConflict?: "skip" | "overwrite" };

/**
 * Takes back a call, or all that a reply changed; `take` gets the undo's own row of the record. What was changed again since is laid
 * before the person, field by field.
 */
export async function undoChange(target: UndoTarget, take: (call: Call) => void, how: How = {}): Promise<void> {
  try {
    const { call } = await runTool("undo_change", { ...target, ...how });
    take(call);
    settle(null);
    const many = call.changes.length;
    announce(`Done: ${many} ${many === 1 ? "task was" : "tasks were"} changed.`);
  } catch (error) {
    const conflicts = error instanceof Refused && error.status === 409 ? clashIn(error.details) : null;
    if (conflicts) return settle({ target, take, ...conflicts });
    // All goes back or none. Without an answer nobody knows which, so only a refusal says so.
    const isNone = error instanceof Refused && error.status >= 400 && error.status < 500;
    toast(`${isNone ? "Nothing was undone. " : ""}${sentence(error)}`, { wrong: true });
  }
}

export function useUndo(take: (call: Call) => void) {
  const [busy, setBusy] = useState(false);
  async function undo(target: UndoTarget) {
    if (busy) return;
    setBusy(true);
    await undoChange(target, take);
    setBusy(false);
  }
  return { undo, busy };
}
