"use client";

import { useEffect, useState } from "react";
import { ask, sentence } from "@/components/ask";
import { Button } from "@/components/ui/button";
import { Wrong } from "@/components/ui/field";
import type { Call } from "@/lib/activity/schema";
import { Mentions } from "./call-slip";
import { titleOf } from "./cards";
import { Slip } from "./slip";

type Preview = { number: number; title: string }[];
export type Decided = { conversationId: string; replyId: string };
type ApprovalProps = { call: Call; decided: (by: Decided) => void; failed: () => void };

/** A call that waits for the person's yes, with exactly the tasks that it would change, as the server knows them. */
export function Approval({ call, decided, failed }: ApprovalProps) {
  const [preview, setPreview] = useState<Preview | null>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);

  useEffect(() => {
    const controller = new AbortController();
    ask<{ preview?: Preview }>(`/api/activity/${call.id}`, { signal: controller.signal }).then(
      (answer) => setPreview(answer.preview ?? []),
      () => {},
    );
    return () => controller.abort();
  }, [call.id]);

  async function decide(decision: "yes" | "no") {
    setBusy(true);
    setWrong(null);
    try {
      decided(await ask<Decided>(`/api/approvals/${call.id}`, { method: "POST", body: { decision } }));
    } catch (error) {
      setWrong(sentence(error));
      setBusy(false);
      failed();
    }
  }

  const many = preview ? `: ${preview.length} task${preview.length === 1 ? "" : "s"}` : "";
  return (
    <Slip title={titleOf(call.toolName)} words={`Needs your yes · ${titleOf(call.toolName)}${many}`} state="waiting">
      {preview ? <Mentions tasks={preview} /> : <p className="animate-wait text-slip-ink">…</p>}
      <div className="flex gap-2 pt-2.5 pb-1">
        <Button kind="primary" size="small" disabled={busy} onClick={() => decide("yes")}>
          Approve
        </Button>
        <Button size="small" disabled={busy} onClick={() => decide("no")}>
          Refuse
        </Button>
      </div>
      <Wrong className="mt-2">{wrong}</Wrong>
    </Slip>
  );
}
