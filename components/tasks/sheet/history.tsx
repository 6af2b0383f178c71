"use client";

import Link from "next/link";
import { useState } from "react";
import { canUndo, stateOf } from "@/components/activity/call-slip";
import { wordsOf } from "@/components/activity/cards";
import { ChangedFields } from "@/components/activity/changes";
import { Slip, SlipButton } from "@/components/activity/slip";
import { usePerson } from "@/components/frame/person";
import { Button } from "@/components/ui/button";
import { Wrong } from "@/components/ui/field";
import type { Call } from "@/lib/activity/schema";
import { sayMoment } from "@/lib/dates";
import { whoDid } from "./record";
import { useHistory } from "./use-history";
import type { Filled } from "./use-sheet";

/** What was done to the task, as the record has it, each with its way back. */
export function History({ sheet }: { sheet: Filled }) {
  const history = useHistory(sheet.number);
  if (history.wrong && !history.calls)
    return (
      <div className="grid justify-items-start gap-2">
        <Wrong className="text-small">{history.wrong}</Wrong>
        <Button size="small" onClick={() => void history.again()}>
          Try again
        </Button>
      </div>
    );
  if (!history.calls) return <p className="text-faint text-small">Reading the record…</p>;
  return (
    <>
      <Wrong className={sheet.wrongs.history ? "mb-2 text-small" : ""}>{sheet.wrongs.history}</Wrong>
      <ol aria-label="History" className="grid gap-3">
        {history.calls.map((call) => (
          <Row key={call.id} call={call} sheet={sheet} take={history.take} />
        ))}
      </ol>
      {history.calls.length === 0 ? <p className="text-faint text-small">Nothing is on the record yet.</p> : null}
      {history.showMore ? (
        <Button size="small" className="mt-3" onClick={() => void history.showMore?.()}>
          Show earlier
        </Button>
      ) : null}
    </>
  );
}

function Row({ call, sheet, take }: { call: Call; sheet: Filled; take: (call: Call) => void }) {
  const { timeZone, clock, today } = usePerson();
  const { number } = sheet;
  const [busy, setBusy] = useState(false);
  const isUndone = call.undoneById !== null;
  const target = call.undoneById ?? (canUndo(call) ? call.id : null);
  const change = call.changes.find((one) => one.number === number);
  const others = call.changes.filter((one) => one.number !== number).length;
  const words = wordsOf(call);

  async function undo(target: string) {
    if (busy) return;
    setBusy(true);
    await sheet.undo(target, "history", take);
    setBusy(false);
  }

  return (
    <li>
      <Slip
        title={`${words}, ${whoDid(call)}, ${sayMoment(call.createdAt, { timeZone, clock, today })}`}
        callId={call.id}
        words={isUndone ? `Undone: ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words}
        state={stateOf(call)}
        action={
          target ? (
            <SlipButton busy={busy} onClick={() => void undo(target)}>
              {isUndone ? "Redo" : "Undo"}
            </SlipButton>
          ) : null
        }
      >
        {call.error && call.status === "ERROR" ? <p className="text-red text-small">{call.error}</p> : null}
        {change ? <ChangedFields change={change} undone={isUndone} /> : null}
      </Slip>
      <p className="figures flex flex-wrap gap-x-1.5 pt-0.5 pl-2.5 text-faint text-micro">
        <span>{whoDid(call)}</span>
        <span aria-hidden>·</span>
        <time dateTime={call.createdAt}>{sayMoment(call.createdAt, { timeZone, clock, today })}</time>
        {others > 0 ? <span>· with {others === 1 ? "another task" : `${others} other tasks`}</span> : null}
        {call.conversationId ? (
          <Link href={`/chat/${call.conversationId}`} className="text-accent underline underline-offset-2">
            Open the conversation
          </Link>
        ) : null}
      </p>
    </li>
  );
}
