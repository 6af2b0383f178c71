"use client";

import { useEffect, useState } from "react";
import { ask, sentence } from "@/components/ask";
import { Button } from "@/components/ui/button";
import { Wrong } from "@/components/ui/field";
import type { Call } from "@/lib/activity/schema";
import { cn } from "@/lib/cn";
import { Mentions } from "./call-slip";
import { proposalOf, titleOf } from "./cards";
import { Changes } from "./changes";
import { focusFollows } from "./keep-focus";
import { rememberPreview, type Told } from "./proposed";
import { Slip } from "./slip";

export type Decided = { conversationId: string; replyId: string };
type ApprovalProps = { call: Call; decided: (by: Decided) => void; failed: () => void };

/** A call that waits for the person's yes, with exactly the tasks that it would change, as the server knows them. */
export function Approval({ call, decided, failed }: ApprovalProps) {
  const [told, setTold] = useState<Told | null>(null);
  const [busy, setBusy] = useState(false);
  const [decision, setDecision] = useState<"yes" | "no" | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row may be read again; the call stays the same one
  useEffect(() => {
    const controller = new AbortController();
    ask<Told>(`/api/activity/${call.id}`, { signal: controller.signal }).then(
      (told) => {
        setTold(told);
        if (told.preview?.length) rememberPreview(call, told.preview);
      },
      // Without an answer the sentence above says what it is about.
      () => controller.signal.aborted || setTold({}),
    );
    return () => controller.abort();
  }, [call.id]);

  async function decide(decision: "yes" | "no") {
    if (busy || (decision === "yes" && !told)) return;
    setBusy(true);
    setWrong(null);
    focusFollows(call.id);
    try {
      const by = await ask<Decided>(`/api/approvals/${call.id}`, { method: "POST", body: { decision } });
      setDecision(decision);
      decided(by);
    } catch (error) {
      setWrong(sentence(error));
      setBusy(false);
      failed();
    }
  }

  const title = titleOf(call.toolName);
  const isDeletion = call.toolName === "delete_task";
  const proposal = proposalOf(call, told?.preview?.length);
  const tasks = told ? (
    <Exactly told={told} toolName={call.toolName} />
  ) : (
    <p className="animate-wait text-slip-ink">…</p>
  );
  if (decision) {
    const words = decision === "yes" ? `Approved · ${proposal}…` : "Refused; nothing was changed";
    return (
      <Slip title={title} words={words} state={decision === "yes" ? "running" : "refused"} callId={call.id}>
        {tasks}
      </Slip>
    );
  }
  // Busy buttons stay enabled for the browser: a disabled one would drop the focus.
  return (
    <Slip title={title} words={`Needs your yes · ${proposal}`} state="waiting" callId={call.id}>
      {tasks}
      <Wrong className="mt-2">{wrong}</Wrong>
      <div className="flex gap-2 pt-2.5 pb-1">
        <Button
          kind={isDeletion ? "danger" : "primary"}
          size="small"
          aria-disabled={busy || !told}
          className={cn("aria-disabled:opacity-60 pointer-coarse:h-11", isDeletion && "bg-sheet")}
          onClick={() => decide("yes")}
        >
          Approve
        </Button>
        <Button
          size="small"
          aria-disabled={busy}
          className="aria-disabled:opacity-60 pointer-coarse:h-11"
          onClick={() => decide("no")}
        >
          Refuse
        </Button>
      </div>
    </Slip>
  );
}

/** Each task with what would change; a deletion changes nothing but that it goes. */
function Exactly({ told: { preview = [], changes = [] }, toolName }: { told: Told; toolName: string }) {
  if (changes.length === 0 || toolName === "delete_task") return <Mentions tasks={preview} />;
  return <Changes changes={changes} />;
}
