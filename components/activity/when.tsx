"use client";

import { useEffect, useState } from "react";
import { usePerson } from "@/components/frame/person";
import { dateIn, sayDate, sayTime, wallTimeIn } from "@/lib/dates";

const steps = [
  [60, 1, "minute"],
  [24, 60, "hour"],
  [7, 1_440, "day"],
  [5, 10_080, "week"],
  [12, 43_830, "month"],
  [Number.POSITIVE_INFINITY, 525_960, "year"],
] as const;

/** "just now", "5 minutes ago", "2 weeks ago". */
export function sayAgo(instant: string, now: number): string {
  const minutes = Math.max(0, (now - Date.parse(instant)) / 60_000);
  if (minutes < 1) return "just now";
  const [, size, unit] = steps.find(([most, size]) => Math.floor(minutes / size) < most) ?? steps[5];
  const many = Math.max(1, Math.floor(minutes / size));
  return `${many} ${unit}${many === 1 ? "" : "s"} ago`;
}

/** The moment, kept fresh. It begins as the server's, so that both draw the same first page. */
export function useNow(first: string): number {
  const [now, setNow] = useState(() => Date.parse(first));
  useEffect(() => {
    const turn = () => setNow(Date.now());
    turn();
    const timer = setInterval(turn, 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** How long ago something was, and on demand exactly when. */
export function When({ at, now }: { at: string; now: number }) {
  const { timeZone, clock } = usePerson();
  const [isExact, setExact] = useState(false);
  const exact = `${sayDate(dateIn(timeZone, at))}, ${sayTime(wallTimeIn(timeZone, at), clock)}`;
  return (
    <button
      type="button"
      title={exact}
      aria-expanded={isExact}
      onClick={() => setExact(!isExact)}
      className="figures inline-flex min-h-6 items-center rounded-control hover:text-ink pointer-coarse:min-h-11"
    >
      <time dateTime={at}>{isExact ? exact : sayAgo(at, now)}</time>
    </button>
  );
}
