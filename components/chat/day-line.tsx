"use client";

import { memo } from "react";
import { usePerson } from "@/components/frame/person";
import { dateIn, sayWholeDay } from "@/lib/dates";

type DayLineProps = {
  at: string;
  /** The moment of the entry above. */
  after: string | undefined;
};

/** The head of a day in the person's zone, above its first entry. */
export const DayLine = memo(function DayLine({ at, after }: DayLineProps) {
  const { timeZone, today } = usePerson();
  const day = dateIn(timeZone, at);
  if (after !== undefined && dateIn(timeZone, after) === day) return null;
  return (
    <div className="ledger-row">
      <p aria-hidden />
      <h2 className="label flex items-center gap-3 pt-2 after:h-px after:flex-1 after:bg-rule">
        <time dateTime={day}>{sayWholeDay(day, today)}</time>
      </h2>
    </div>
  );
});
