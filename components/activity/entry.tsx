"use client";

import { Redo2, Undo2 } from "lucide-react";
import Link from "next/link";
import { usePerson } from "@/components/frame/person";
import { MarginTime } from "@/components/ui/margin-time";
import type { Call } from "@/lib/activity/schema";
import { cn } from "@/lib/cn";
import { sayTime, wallTimeIn } from "@/lib/dates";
import { CallSlip } from "./call-slip";
import { cards, isCard } from "./cards";
import { whoNames } from "./filters";
import { type Group, wayBackOf } from "./groups";
import { ReadLine } from "./read-line";
import { useUndo } from "./use-undo";
import { When } from "./when";

type EntryProps = { group: Group; now: number; take: (call: Call) => void };

/** What was done at one time: a call, or all calls of a reply with the way back from all of them. */
export function Entry({ group: { calls, reply }, now, take }: EntryProps) {
  const { timeZone, clock } = usePerson();
  const [newest] = calls;
  if (!newest) return null;
  const isReply = reply !== null && calls.length > 1;
  return (
    <li className="ledger-row items-baseline pb-3 [contain-intrinsic-size:auto_5rem] [content-visibility:auto]">
      <MarginTime at={newest.createdAt} className="">
        {sayTime(wallTimeIn(timeZone, newest.createdAt), clock)}
      </MarginTime>
      <div className="grid max-w-160 gap-1">
        {isReply ? <WayBack calls={calls} take={take} /> : null}
        {calls.map((call) => (
          <Row key={call.id} call={call} take={take} />
        ))}
        <Said call={newest} now={now} isIndented={!isReply && !isRead(newest)} />
      </div>
    </li>
  );
}

const isRead = ({ toolName, status }: Call) =>
  isCard(toolName) && cards[toolName].isRead === true && status === "SUCCESS";

export function Row({ call, take }: { call: Call; take: (call: Call) => void }) {
  if (isRead(call) && isCard(call.toolName)) return <ReadLine name={call.toolName} output={call.result} />;
  return <CallSlip call={call} take={take} />;
}

export const whoIn = ({ actorName, source }: Call) => actorName ?? whoNames[source];

/** Who did it, how long ago, and the way to the message that it was done for. */
function Said({ call, now, isIndented }: { call: Call; now: number; isIndented: boolean }) {
  return (
    <p className={cn("flex flex-wrap items-center gap-x-2 text-faint text-micro", isIndented && "pl-[2.4375rem]")}>
      <span className="font-semibold text-soft">{whoIn(call)}</span>
      <span aria-hidden>·</span>
      <When at={call.createdAt} now={now} />
      {call.conversationId ? (
        <>
          <span aria-hidden>·</span>
          <Link
            href={`/chat/${call.conversationId}${call.messageId ? `?at=${call.messageId}` : ""}`}
            prefetch={false}
            className="inline-flex min-h-6 items-center text-accent underline underline-offset-2 pointer-coarse:min-h-11"
          >
            Open the message
          </Link>
        </>
      ) : null}
    </p>
  );
}

function WayBack({ calls, take }: { calls: readonly Call[]; take: (call: Call) => void }) {
  const { undo, busy } = useUndo(take);
  const way = wayBackOf(calls);
  if (!way) return null;
  const Mark = way.undone ? Redo2 : Undo2;
  return (
    <p className="flex flex-wrap items-center gap-x-1 text-small">
      <span className="figures text-soft">
        {way.undone ? "One reply, undone ·" : `One reply, ${way.many} changes ·`}
      </span>
      <button
        type="button"
        aria-disabled={busy}
        onClick={() => undo(way.target)}
        className="inline-flex min-h-6 items-center gap-1 rounded-control px-1.5 font-semibold text-accent hover:bg-tint aria-disabled:text-soft pointer-coarse:h-11"
      >
        <Mark aria-hidden className="size-3.5" />
        {way.undone ? "Redo all" : "Undo all"}
      </button>
    </p>
  );
}
