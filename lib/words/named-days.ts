import {
  addDays,
  addMonths,
  dateOf,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  nthWeekdayOfMonth,
  partsOf,
  weekdayAfter,
  weekdayOf,
} from "./calendar";
import { monthNumber, ordinalOf, weekdayNumber } from "./english";
import type { Here, Meaning } from "./piece";

export const day = (
  date: string | null,
  more: { weekday?: number; monthDay?: number; isYearly?: boolean } = {},
): Meaning | null => (date ? { kind: "day", date, ...more } : null);

/** A day and a month without a year: this year's, or next year's once it has passed. 29 February waits for a leap year. */
export function nextMonthDay(monthNumber: number, monthDay: number, here: Here): string | null {
  const { year } = partsOf(here.date);
  const dates = Array.from({ length: 9 }, (_, i) => dateOf(year + i, monthNumber, monthDay));
  return dates.find((date) => date !== null && date >= here.date) ?? null;
}

/** The next day of a month with this number, today included. */
export function nextDayOfMonth(monthDay: number, here: Here): string | null {
  for (let months = 0; months < 12; months++) {
    const { year, month } = partsOf(addMonths(firstOfMonth(here.date), months));
    const date = dateOf(year, month, monthDay);
    if (date && date >= here.date) return date;
  }
  return null;
}

export function yearOf(text: string | undefined): number | null {
  if (!text) return null;
  const year = Number(text.replace("'", ""));
  return year < 100 ? 2000 + year : year;
}

export function monthDate(monthText = "", dayText = "", yearText: string | undefined, here: Here) {
  const monthDay = ordinalOf(dayText) ?? 0;
  const year = yearOf(yearText);
  const n = monthNumber(monthText);
  return day(year ? dateOf(year, n, monthDay) : nextMonthDay(n, monthDay, here), { isYearly: !year });
}

/** In the Americas 3/4 is March 4th, elsewhere 3 April; a number over twelve decides for itself. */
export function numericDate(first: number, second: number, yearText: string | undefined, here: Here) {
  const isMonthFirst =
    second > 12 || (first <= 12 && /^(?:America\/|US\/|Pacific\/Honolulu)/.test(here.today.timeZone));
  const [monthNumber, monthDay] = isMonthFirst ? [first, second] : [second, first];
  const year = yearOf(yearText);
  return day(year ? dateOf(year, monthNumber, monthDay) : nextMonthDay(monthNumber, monthDay, here));
}

export function relativeWeekday(which: string | undefined, name: string, here: Here) {
  const n = weekdayNumber(name);
  const next = weekdayAfter(here.date, n);
  if (which?.startsWith("this")) {
    const inWeek = addDays(mondayOf(here.date), (n + 6) % 7);
    return day(inWeek >= here.date ? inWeek : next, { weekday: n });
  }
  if (which === "next") return day(addDays(mondayOf(here.date), 7 + ((n + 6) % 7)), { weekday: n });
  if (which === "last" || which === "past") return day(addDays(weekdayAfter(addDays(here.date, -1), n), -7));
  return day(next, { weekday: n });
}

export function edgeOf(edge: string, period: string, here: Here): string | null {
  const isNext = /\bnext\b/.test(period);
  const isEnd = edge.startsWith("end");
  const isMiddle = edge.startsWith("mid");
  if (/day$/.test(period)) return here.date;
  if (/week$/.test(period)) {
    const monday = addDays(mondayOf(here.date), isNext ? 7 : 0);
    const wanted = addDays(monday, isEnd ? 4 : isMiddle ? 2 : 0);
    return wanted < here.date ? addDays(wanted, isEnd ? 2 : 7) : wanted;
  }
  if (/year$/.test(period))
    return dateOf(partsOf(here.date).year + (isNext ? 1 : 0), isEnd ? 12 : isMiddle ? 7 : 1, isEnd ? 31 : 1);
  const named = monthNumber(period.replace(/^.* /, ""));
  let first = /month$/.test(period) ? firstOfMonth(here.date) : nextMonthDay(named, 1, here);
  if (first && isNext && /month$/.test(period)) first = addMonths(first, 1);
  if (first && named > 0 && partsOf(here.date).month === named && !isNext) first = firstOfMonth(here.date);
  if (!first) return null;
  if (isEnd) return lastOfMonth(first);
  return isMiddle ? addDays(first, 14) : first < here.date ? addMonths(first, 1) : first;
}

export function weekend(which: string | undefined, here: Here) {
  const saturday = addDays(mondayOf(here.date), 5);
  const coming = weekdayOf(here.date) === 0 ? here.date : saturday;
  return which === "next" ? addDays(saturday, 7) : coming;
}

export function nthWeekdayIn(nth: number, n: number, period: string, here: Here): string | null {
  if (/month$/.test(period)) {
    const isNext = /\bnext\b/.test(period);
    for (let months = isNext ? 1 : 0; months < 14; months++) {
      const date = nthWeekdayOfMonth(addMonths(firstOfMonth(here.date), months), n, nth);
      if (date && date >= here.date) return date;
    }
    return null;
  }
  const [, name = "", yearText] = /^([a-z]+)\.?(?:,? (\d{4}))?$/.exec(period) ?? [];
  const { year } = partsOf(here.date);
  const years = yearText ? [Number(yearText)] : [year, year + 1, year + 2];
  const dates = years.map((y) => nthWeekdayOfMonth(dateOf(y, monthNumber(name), 1) ?? here.date, n, nth));
  return dates.find((date) => date !== null && (yearText || date >= here.date)) ?? null;
}
