import {
  addDays,
  addMonths,
  dateOf,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  partsOf,
  weekdayOf,
  weekOf,
} from "./calendar";
import { monthNumber, yearOf } from "./english/dates";
import { nextMonthDay } from "./named-days";
import type { Here } from "./piece";
import { firstWeekday } from "./today";

type Stretch = { from: string; to: string };
export type Edge = "start" | "early" | "middle" | "late" | "end";

/** Which end of a stretch of days is meant. A week's end is its Friday; days already gone don't count. */
export function edgeOf({ from, to }: Stretch, edge: Edge, here: Here): string {
  const length = daysBetween(from, to);
  const weekday = (n: number) => addDays(from, (n - weekdayOf(from) + 7) % 7);
  const isWeek = length === 6;
  const wanted = {
    start: from,
    early: isWeek ? from : addDays(from, Math.round(length / 8)),
    middle: isWeek ? weekday(3) : addDays(from, Math.floor(length / 2)),
    late: isWeek ? weekday(4) : addDays(from, Math.floor(length * 0.8)),
    end: isWeek && weekday(5) >= here.date ? weekday(5) : to,
  }[edge];
  return wanted < here.date && to >= here.date ? (edge === "end" ? to : here.date) : wanted;
}

/** "this week", "next month", "april 2027", "the year": the days it holds; null when it has no such name. */
export function periodOf(text: string, here: Here): Stretch | null {
  const ahead = /\bafter next\b/.test(text)
    ? 2
    : /\b(?:next|following|coming)\b/.test(text)
      ? 1
      : /\b(?:last|previous|past)\b/.test(text)
        ? -1
        : 0;
  if (/\bweek\b/.test(text)) return week(ahead, here);
  if (/\bmonth\b/.test(text)) return monthFrom(addMonths(firstOfMonth(here.date), ahead));
  if (/\bquarter\b/.test(text)) return quarter(ahead, here);
  const numbered = /(?:\bq(\d)|^(?:the )?(first|second|third|fourth|1st|2nd|3rd|4th|last) quarter)/.exec(text);
  const named = yearOf(/\b(?:of |in )?((?:19|20|21)\d\d|'\d\d)$/.exec(text)?.[1]);
  const { year } = partsOf(here.date);
  if (numbered?.[1]) return quarterOf(named ?? null, Number(numbered[1]), here);
  if (/\byear\b/.test(text)) return yearFrom(year + ahead);
  const season = /(spring|summer|autumn|fall|winter)/.exec(text)?.[1];
  if (season) return seasonOf(season, named, ahead, here);
  const month = /^([a-z]{3,9})\b/.exec(text.replace(/^(?:(?:next|this|last|coming|past|previous|the) )+/, ""))?.[1];
  const n = monthNumber(month ?? "");
  return n > 0 ? monthOf(n, named, ahead, here) : named ? yearFrom(named) : null;
}

function week(ahead: number, here: Here): Stretch {
  const first = firstWeekday(here.today);
  const from = addDays(weekOf(here.date, first), 7 * ahead);
  return { from, to: addDays(from, 6) };
}

const monthFrom = (first: string): Stretch => ({ from: first, to: lastOfMonth(first) });

const yearFrom = (year: number): Stretch => ({ from: `${year}-01-01`, to: `${year}-12-31` });

function monthOf(n: number, year: number | null, ahead: number, here: Here): Stretch | null {
  const isNow = partsOf(here.date).month === n;
  const first = year ? dateOf(year, n, 1) : isNow && ahead === 0 ? firstOfMonth(here.date) : nextMonthDay(n, 1, here);
  if (!first) return null;
  return monthFrom(ahead < 0 ? addMonths(first, -12) : first);
}

function quarter(ahead: number, here: Here): Stretch {
  const { year, month } = partsOf(here.date);
  const first = addMonths(dateOf(year, month - ((month - 1) % 3), 1) ?? here.date, 3 * ahead);
  return { from: first, to: lastOfMonth(addMonths(first, 2)) };
}

function quarterOf(year: number | null, n: number, here: Here): Stretch | null {
  if (n < 1 || n > 4) return null;
  const stretches = [0, 1].map((more) => {
    const first = `${(year ?? partsOf(here.date).year) + more}-${String(3 * n - 2).padStart(2, "0")}-01`;
    return { from: first, to: lastOfMonth(addMonths(first, 2)) };
  });
  return (year ? stretches[0] : stretches.find(({ to }) => to >= here.date)) ?? null;
}

const seasons: Record<string, [month: number, day: number]> = {
  spring: [3, 20],
  summer: [6, 21],
  autumn: [9, 23],
  fall: [9, 23],
  winter: [12, 21],
};

/** The seasons of the north, from solstice to equinox. */
function seasonOf(name: string, named: number | null, ahead: number, here: Here): Stretch | null {
  const [month, monthDay] = seasons[name] ?? [3, 20];
  const { year } = partsOf(here.date);
  const stretches = (named ? [named] : [year - 1, year, year + 1, year + 2]).flatMap((y) => {
    const from = dateOf(y, month, monthDay);
    return from ? [{ from, to: addDays(addMonths(from, 3), -1) }] : [];
  });
  if (named) return stretches[0] ?? null;
  const current = stretches.findIndex(({ to }) => to >= here.date);
  const isInside = (stretches[current]?.from ?? "") <= here.date;
  return stretches[current + (ahead > 0 && isInside ? 1 : ahead < 0 ? -1 : 0)] ?? null;
}

/** "the weekend" on a Sunday has one day left. */
export function weekend(ahead: number, here: Here) {
  const saturday = addDays(weekOf(here.date, 1), 5);
  const coming = weekdayOf(here.date) === 0 ? here.date : saturday;
  return ahead === 0 ? coming : addDays(saturday, 7 * ahead);
}
