"use client";

import { ArrowUp } from "lucide-react";
import Link from "next/link";
import { useEffect, useEffectEvent, useRef } from "react";
import { usePerson } from "@/components/frame/person";
import { Button } from "@/components/ui/button";
import { Wrong } from "@/components/ui/field";
import { MarginTime } from "@/components/ui/margin-time";
import type { ActivityPage, Call } from "@/lib/activity/schema";
import { dateIn, sayTime, sayWholeDay, wallTimeIn } from "@/lib/dates";
import { Approval } from "./approval";
import { LinkedTasks } from "./changes";
import { Entry } from "./entry";
import { FilterBar } from "./filter-bar";
import { daysOf } from "./groups";
import { useActivity } from "./use-activity";
import { useFilters } from "./use-filters";
import { useNow } from "./when";

type TimelineProps = { first: ActivityPage & { pending: Call[] }; moment: string };

export function Timeline({ first, moment }: TimelineProps) {
  const { filters, set, clear } = useFilters();
  const list = useRef<HTMLDivElement>(null);
  const record = useActivity(first, filters, list);
  const { today, timeZone, clock } = usePerson();
  const now = useNow(moment);
  const over = record.calls.filter(({ status }) => status !== "PENDING");
  const days = daysOf(over, (call) => dateIn(timeZone, call.createdAt));
  const isNarrowed = Object.keys(filters).length > 0;
  return (
    <LinkedTasks value={true}>
      <FilterBar filters={filters} set={set} clear={clear} />
      {filters.reply ? (
        <p className="px-4 pb-4 text-soft sm:px-6">
          Only what one reply did.{" "}
          <Link href="/activity" className="font-medium text-accent underline underline-offset-2">
            Show everything
          </Link>
        </p>
      ) : null}
      <Wrong className="mx-4 mb-4 sm:mx-6">{record.wrong}</Wrong>
      <News many={record.held.length} reveal={record.reveal} />
      <div ref={list} aria-busy={record.isStale} className="ledger pb-10">
        {record.pending.length > 0 ? (
          <section aria-label="Waiting for you">
            <DayHead name="Waiting for you" />
            {record.pending.map((call) => (
              <div key={call.id} className="ledger-row items-baseline pb-2.5">
                <MarginTime at={call.createdAt} className="">
                  {sayTime(wallTimeIn(timeZone, call.createdAt), clock)}
                </MarginTime>
                <div className="max-w-160">
                  <Approval call={call} decided={record.decided} failed={record.decided} />
                </div>
              </div>
            ))}
          </section>
        ) : null}
        {days.map(({ day, groups }) => (
          <section key={day} aria-label={sayWholeDay(day, today)}>
            <DayHead name={sayWholeDay(day, today)} />
            <ul>
              {groups.map((group) => (
                <Entry key={group.key} group={group} now={now} take={record.take} />
              ))}
            </ul>
          </section>
        ))}
        {over.length === 0 && !record.isStale ? <Nothing isNarrowed={isNarrowed} clear={clear} /> : null}
        {record.showMore ? <More key={record.nextCursor} show={record.showMore} /> : null}
      </div>
    </LinkedTasks>
  );
}

function DayHead({ name }: { name: string }) {
  return (
    <div className="ledger-row">
      <p aria-hidden />
      <h2 className="pt-5 pb-2 font-display text-head">{name}</h2>
    </div>
  );
}

/** What came in while something further down is read: nothing moves until the reader says so. */
function News({ many, reveal }: { many: number; reveal: () => void }) {
  return (
    <div role="status" className="pointer-events-none sticky top-2 z-10 grid h-0 justify-items-center">
      {many > 0 ? (
        <Button kind="primary" size="small" onClick={reveal} className="figures pointer-events-auto shadow-pop">
          <ArrowUp aria-hidden className="size-3.5" />
          {many} new
        </Button>
      ) : null}
    </div>
  );
}

function Nothing({ isNarrowed, clear }: { isNarrowed: boolean; clear: () => void }) {
  return (
    <div className="ledger-row">
      <p aria-hidden />
      {isNarrowed ? (
        <div className="grid justify-items-start gap-3 py-4">
          <p className="text-soft">Nothing on the record fits that.</p>
          <Button size="small" onClick={clear}>
            Show everything
          </Button>
        </div>
      ) : (
        <p className="py-4 text-faint">
          Nothing is on the record yet. What you or the assistant change will stand here, with the way back.
        </p>
      )}
    </div>
  );
}

/** Earlier entries come by themselves as the end comes near; the button is there for when they don't. */
function More({ show }: { show: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  const near = useEffectEvent(show);
  useEffect(() => {
    if (!end.current) return;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && near(), {
      root: end.current.closest("main"),
      rootMargin: "600px",
    });
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, []);
  return (
    <div ref={end} className="ledger-row pt-3">
      <p aria-hidden />
      <div>
        <Button size="small" onClick={show}>
          Show earlier
        </Button>
      </div>
    </div>
  );
}
