"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { usePerson } from "@/components/frame/person";
import { Button } from "@/components/ui/button";
import { MarginTime } from "@/components/ui/margin-time";
import type { Call, CallSource } from "@/lib/activity/schema";
import { cn } from "@/lib/cn";
import { dateIn, sayTime, sayWholeDay, wallTimeIn } from "@/lib/dates";
import { Approval } from "./approval";
import { CallSlip } from "./call-slip";
import { cards, isCard, titleOf } from "./cards";
import { ReadLine } from "./read-line";
import { type ActivityPage, useActivity } from "./use-activity";

const sources: { [S in CallSource]: string } = { CHAT: "Chat", UI: "By hand", MCP: "Client", API: "API" };
const filters = [null, "CHAT", "UI", "MCP", "API"] as const;

type TimelineProps = {
  first: ActivityPage;
  firstPending: Call[];
  /** Only what this reply did. */
  reply?: string | undefined;
};

export function Timeline({ first, firstPending, reply }: TimelineProps) {
  const record = useActivity(first, firstPending, reply);
  const { today, timeZone } = usePerson();
  const days = [...new Set(record.calls.map((call) => dateIn(timeZone, call.createdAt)))];
  return (
    <>
      {reply ? (
        <p className="px-4 pb-4 text-soft sm:px-6">
          Only what one reply did.{" "}
          <Link href="/activity" className="font-medium text-accent underline underline-offset-2">
            Show everything
          </Link>
        </p>
      ) : null}
      <fieldset hidden={reply !== undefined} className="flex flex-wrap gap-1.5 px-4 pb-4 sm:px-6">
        <legend className="sr-only">Show only</legend>
        {filters.map((source) => (
          <button
            key={source ?? "all"}
            type="button"
            aria-pressed={record.source === source}
            onClick={() => record.setSource(source)}
            className="h-7 rounded-control border border-rule px-2.5 text-small text-soft hover:bg-tint aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:font-semibold aria-pressed:text-ink pointer-coarse:h-10"
          >
            {source ? sources[source] : "Everything"}
          </button>
        ))}
      </fieldset>
      <div className="ledger pb-10">
        {record.pending.length > 0 ? (
          <div>
            <Day name="Waiting for you" />
            {record.pending.map((call) => (
              <Row key={call.id} call={call}>
                <Approval call={call} decided={record.decided} failed={record.decided} />
              </Row>
            ))}
          </div>
        ) : null}
        {days.map((day) => (
          <div key={day}>
            <Day name={sayWholeDay(day, today)} />
            {record.calls
              .filter((call) => call.status !== "PENDING" && dateIn(timeZone, call.createdAt) === day)
              .map((call) => (
                <Row key={call.id} call={call}>
                  {isReadLine(call) && isCard(call.toolName) ? (
                    <ReadLine name={call.toolName} output={call.result} />
                  ) : (
                    <CallSlip call={call} take={record.take} />
                  )}
                </Row>
              ))}
          </div>
        ))}
        {record.calls.length === 0 ? (
          <div className="ledger-row">
            <p aria-hidden />
            <p className="py-4 text-faint">
              {record.source
                ? "Nothing from here yet."
                : "Nothing is on the record yet. What you or the assistant change will stand here."}
            </p>
          </div>
        ) : null}
        {record.showMore ? (
          <div className="ledger-row pt-3">
            <p aria-hidden />
            <div>
              <Button size="small" onClick={() => void record.showMore?.()}>
                Show earlier
              </Button>
            </div>
          </div>
        ) : null}
      </div>
    </>
  );
}

const isReadLine = ({ toolName, status }: Call) =>
  isCard(toolName) && cards[toolName].isRead === true && status === "SUCCESS";

function Day({ name }: { name: string }) {
  return (
    <div className="ledger-row">
      <p aria-hidden />
      <h2 className="pt-5 pb-2 font-display text-head">{name}</h2>
    </div>
  );
}

function Row({ call, children }: { call: Call; children: ReactNode }) {
  const { timeZone, clock } = usePerson();
  return (
    <div className="ledger-row items-baseline pb-2.5">
      <MarginTime at={call.createdAt} className="">
        {sayTime(wallTimeIn(timeZone, call.createdAt), clock)}
      </MarginTime>
      <div className="grid max-w-160 gap-1">
        {children}
        <p className={cn("flex flex-wrap gap-x-2 text-faint text-micro", !isReadLine(call) && "pl-[2.4375rem]")}>
          <span>{call.actorName ?? sources[call.source]}</span>
          <span aria-hidden>·</span>
          <span>{titleOf(call.toolName)}</span>
          {call.conversationId ? (
            <>
              <span aria-hidden>·</span>
              <Link href={`/chat/${call.conversationId}`} className="text-accent underline underline-offset-2">
                Open the conversation
              </Link>
            </>
          ) : null}
        </p>
      </div>
    </div>
  );
}
