import { type Clock, dateIn, daysBetween, sayDay, sayTime, wallTimeIn } from "@/lib/dates";

type Moment = { dueAt: Date; hasTime: boolean };
type Reader = { timeZone: string; clock: Clock; now: Date };

/** "Due now", "Due at 15:30", "Due tomorrow at 9:00", "Was due yesterday at 14:00"; without a time "Due today". */
export function sayDue({ dueAt, hasTime }: Moment, { timeZone, clock, now }: Reader): string {
  const today = dateIn(timeZone, now);
  const date = dateIn(timeZone, dueAt);
  const day = dayWord(date, today);
  if (!hasTime) return date < today ? `Was due ${day}` : `Due ${day}`;
  const late = now.getTime() - dueAt.getTime();
  if (late >= 0 && late < 120_000) return "Due now";
  const verb = late < 0 ? "Due" : "Was due";
  const time = `at ${sayTime(wallTimeIn(timeZone, dueAt), clock)}`;
  return date === today ? `${verb} ${time}` : `${verb} ${day} ${time}`;
}

function dayWord(date: string, today: string): string {
  const day = sayDay(date, today);
  return Math.abs(daysBetween(today, date)) <= 1 ? day.toLowerCase() : day;
}
