/** How dates and times are shown. Pure and safe in the browser; every function is told the person's zone. */

export type Clock = "24h" | "12h";

/** What a clock on the wall shows there. Making one of these takes longer than a frame may: one for each zone, and no others. */
const zones = new Map<string, Intl.DateTimeFormat>();
function zone(timeZone: string): Intl.DateTimeFormat {
  const found =
    zones.get(timeZone) ??
    new Intl.DateTimeFormat("en-GB", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  zones.set(timeZone, found);
  return found;
}

function wallIn(timeZone: string, instant: Date | string): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = zone(timeZone).formatToParts(new Date(instant));
  return (type) => parts.find((one) => one.type === type)?.value ?? "";
}

/** The calendar date `YYYY-MM-DD` of an instant in a zone. */
export function dateIn(timeZone: string, instant: Date | string = new Date()): string {
  const part = wallIn(timeZone, instant);
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
}

/** The wall time `HH:MM` of an instant in a zone. */
export function wallTimeIn(timeZone: string, instant: Date | string = new Date()): string {
  const part = wallIn(timeZone, instant);
  return `${part("hour")}:${part("minute")}`;
}

/** "17:00", or "5:00 pm" for people who read it so. */
export function sayTime(time: string, clock: Clock): string {
  if (clock === "24h") return time;
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 || 12}${time.slice(2, 5)} ${hour < 12 ? "am" : "pm"}`;
}

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** The words of a calendar date. */
function wordsOf(date: string) {
  const day = new Date(`${date}T00:00:00Z`);
  const month = months[day.getUTCMonth()] ?? "";
  return {
    weekday: weekdays[day.getUTCDay()] ?? "",
    day: day.getUTCDate(),
    month,
    shortMonth: month === "September" ? "Sept" : month.slice(0, 3),
    year: day.getUTCFullYear(),
  };
}

/** "Today", "Tomorrow", "Fri", "Fri 27 Nov", "27 Nov 2027": as short as stays clear. */
export function sayDay(date: string, today: string): string {
  const away = daysBetween(today, date);
  if (away === 0) return "Today";
  if (away === 1) return "Tomorrow";
  if (away === -1) return "Yesterday";
  const { weekday, day, shortMonth, year } = wordsOf(date);
  if (away > 1 && away < 7) return weekday;
  if (date.slice(0, 4) === today.slice(0, 4)) return `${weekday.slice(0, 3)} ${day} ${shortMonth}`;
  return `${day} ${shortMonth} ${year}`;
}

/** "Today", "Yesterday", "Monday 16 November", "Monday 16 November 2025": the head of a day that is past. */
export function sayWholeDay(date: string, today: string): string {
  const away = daysBetween(today, date);
  if (away === 0 || away === -1) return sayDay(date, today);
  const { weekday, day, month, year } = wordsOf(date);
  return `${weekday} ${day} ${month}${date.slice(0, 4) === today.slice(0, 4) ? "" : ` ${year}`}`;
}

/** "Fri 27 Nov 2026" */
export function sayDate(date: string): string {
  const { weekday, day, shortMonth, year } = wordsOf(date);
  return `${weekday.slice(0, 3)} ${day} ${shortMonth} ${year}`;
}

/** An instant as a person would place it: "14:03" today, otherwise "Yesterday 14:03". */
export function sayMoment(instant: string, zone: { timeZone: string; clock: Clock; today: string }): string {
  const time = sayTime(wallTimeIn(zone.timeZone, instant), zone.clock);
  const date = dateIn(zone.timeZone, instant);
  return date === zone.today ? time : `${sayDay(date, zone.today)} ${time}`;
}

/** Is this due date, with its wall time if it has one, behind the person's clock? */
export function isPast(due: { date: string; time: string | null }, now: { date: string; time: string }): boolean {
  if (due.date !== now.date) return due.date < now.date;
  return due.time !== null && due.time < now.time;
}

/** Milliseconds until the date changes in a zone, so that a page left open overnight turns its page. */
export function untilMidnight(timeZone: string, now: Date): number {
  const [hour = 0, minute = 0] = wallTimeIn(timeZone, now).split(":").map(Number);
  return ((24 - hour) * 60 - minute) * 60_000 - now.getSeconds() * 1_000 + 1_000;
}
