import {
  addDays,
  addMonths,
  dateOf,
  firstOfMonth,
  nthWeekdayOfMonth,
  partsOf,
  weekdayAfter,
  weekdayOf,
  weekOf,
} from "./calendar";
import { monthNumber, ordinalOf, weekdayNumber, yearOf } from "./english/dates";
import type { Day, Here, Meaning } from "./piece";
import { firstWeekday } from "./today";

export const day = (date: string | null, more: Omit<Partial<Day>, "kind" | "date"> = {}): Meaning | null =>
  date ? { kind: "day", date, ...more } : null;

/** A day and a month without a year: this year's, or next year's once it has passed. 29 February waits for a leap year. */
export function nextMonthDay(monthNumber: number, monthDay: number, here: Here): string | null {
  const { year } = partsOf(here.date);
  const dates = Array.from({ length: 9 }, (_, i) => dateOf(year + i, monthNumber, monthDay));
  return dates.find((date) => date !== null && date >= here.date) ?? null;
}

/** The next day of a month with this number, today included; with `weekday`, the next that falls on it ("Friday the 13th"). */
export function nextDayOfMonth(monthDay: number, here: Here, weekday?: number): string | null {
  for (let months = 0; months < 48; months++) {
    const { year, month } = partsOf(addMonths(firstOfMonth(here.date), months));
    const date = dateOf(year, month, monthDay);
    if (date && date >= here.date && (weekday === undefined || weekdayOf(date) === weekday)) return date;
  }
  return null;
}

export function monthDate(monthText = "", dayText = "", yearText: string | undefined, here: Here) {
  const monthDay = ordinalOf(dayText) ?? 0;
  const year = yearOf(yearText);
  const n = monthNumber(monthText);
  return day(year ? dateOf(year, n, monthDay) : nextMonthDay(n, monthDay, here), { isYearly: !year });
}

/** In the Americas 3/4 is March 4th, elsewhere 3 April; a number over twelve decides for itself. */
export function numericDate(first: number, second: number, yearText: string | undefined, here: Here) {
  const isMonthFirst = second > 12 || (first <= 12 && isAmerican(here));
  const [monthNumber, monthDay] = isMonthFirst ? [first, second] : [second, first];
  const year = yearOf(yearText?.length === 2 ? `'${yearText}` : yearText);
  return day(year ? dateOf(year, monthNumber, monthDay) : nextMonthDay(monthNumber, monthDay, here), {
    isYearly: !year,
  });
}

export const isAmerican = ({ today }: Here) => /^(?:America\/|US\/|Pacific\/Honolulu)/.test(today.timeZone);

/** A weekday of the week that holds `date`, in which the person's weeks begin where they prefer. */
export function weekdayIn(date: string, weekday: number, here: Here) {
  const first = weekOf(date, firstWeekday(here.today));
  return addDays(first, (weekday - firstWeekday(here.today) + 7) % 7);
}

export const weekAfter = (weeks: number, here: Here) => addDays(weekOf(here.date, firstWeekday(here.today)), 7 * weeks);

export function relativeWeekday(which: string | undefined, name: string, here: Here) {
  const n = weekdayNumber(name);
  const next = weekdayAfter(here.date, n);
  const before = addDays(weekdayAfter(addDays(here.date, -1), n), -7);
  if (which === undefined || /coming|following|^the next/.test(which)) return day(next, { weekday: n });
  if (/last|past|previous/.test(which)) return day(before, { weekday: n, isPast: true });
  if (which.startsWith("this")) {
    const inWeek = weekdayIn(here.date, n, here);
    return day(inWeek >= here.date ? inWeek : next, { weekday: n });
  }
  return day(weekdayIn(addDays(here.date, 7), n, here), { weekday: n });
}

export function nthWeekdayIn(nth: number, n: number, period: string, here: Here): string | null {
  if (/month$/.test(period)) {
    const isNext = /\b(?:next|following)\b/.test(period);
    for (let months = isNext ? 1 : 0; months < 14; months++) {
      const date = nthWeekdayOfMonth(addMonths(firstOfMonth(here.date), months), n, nth);
      if (date && date >= here.date) return date;
    }
    return null;
  }
  const { year } = partsOf(here.date);
  if (/year$/.test(period)) {
    const base = dateOf(year + (/next/.test(period) ? 1 : 0), nth < 0 ? 12 : 1, 1);
    return base && nthWeekdayOfMonth(base, n, nth);
  }
  const [, name = "", yearText] = /^(?:next |this )?([a-z]+)\.?,?(?: (?:of )?(.+))?$/.exec(period) ?? [];
  const named = yearOf(yearText);
  const years = named ? [named] : [year, year + 1, year + 2];
  const dates = years.map((y) => nthWeekdayOfMonth(dateOf(y, monthNumber(name), 1) ?? here.date, n, nth));
  return dates.find((date) => date !== null && (named || date >= here.date)) ?? null;
}

/** The nth such weekday after (or, when negative, before) a day. */
export function weekdayBy(date: string, weekday: number, nth: number) {
  if (nth > 0) return addDays(weekdayAfter(date, weekday), 7 * (nth - 1));
  return addDays(weekdayAfter(addDays(date, -8), weekday), 7 * (nth + 1));
}
