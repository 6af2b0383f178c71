import {
  addDays,
  addMonths,
  dateOf,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  nthWeekdayOfMonth,
  partsOf,
  weekdayAfter,
  weekdayOf,
} from "./calendar";
import {
  month,
  monthNumber,
  number,
  numberOf,
  ordinal,
  ordinalOf,
  tomorrow,
  unit,
  unitOf,
  weekday,
  weekdayNumber,
} from "./english";
import { holiday, holidayDate } from "./holidays";
import { type Here, type Meaning, type Pattern, pattern } from "./piece";

const day = (
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

function yearOf(text: string | undefined): number | null {
  if (!text) return null;
  const year = Number(text.replace("'", ""));
  return year < 100 ? 2000 + year : year;
}

function monthDate(monthText = "", dayText = "", yearText: string | undefined, here: Here) {
  const monthDay = ordinalOf(dayText) ?? 0;
  const year = yearOf(yearText);
  const n = monthNumber(monthText);
  return day(year ? dateOf(year, n, monthDay) : nextMonthDay(n, monthDay, here), { isYearly: !year });
}

/** In the Americas 3/4 is March 4th, elsewhere 3 April; a number over twelve decides for itself. */
function numericDate(first: number, second: number, yearText: string | undefined, here: Here) {
  const isMonthFirst =
    second > 12 || (first <= 12 && /^(?:America\/|US\/|Pacific\/Honolulu)/.test(here.today.timeZone));
  const [monthNumber, monthDay] = isMonthFirst ? [first, second] : [second, first];
  const year = yearOf(yearText);
  return day(year ? dateOf(year, monthNumber, monthDay) : nextMonthDay(monthNumber, monthDay, here));
}

function relativeWeekday(which: string | undefined, name: string, here: Here) {
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

/** Moves a date by an amount of a unit that is a whole number of days or more. */
export function moveDate(date: string, amount: number, unitName: string): string {
  const { unit, times } = unitOf(unitName);
  if (unit === "month") return addMonths(date, Math.trunc(amount * times));
  if (unit === "year") return addMonths(date, 12 * amount * times);
  if (unit === "workday") return moveWorkdays(date, amount);
  return addDays(date, Math.round(amount * times * (unit === "week" ? 7 : 1)));
}

function moveWorkdays(date: string, amount: number) {
  let moved = date;
  for (let left = Math.abs(amount); left > 0; ) {
    moved = addDays(moved, Math.sign(amount));
    if (weekdayOf(moved) % 6 !== 0) left--;
  }
  return moved;
}

function edgeOf(edge: string, period: string, here: Here): string | null {
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

function weekend(which: string | undefined, here: Here) {
  const saturday = addDays(mondayOf(here.date), 5);
  const coming = weekdayOf(here.date) === 0 ? here.date : saturday;
  return which === "next" ? addDays(saturday, 7) : coming;
}

function nthWeekdayIn(nth: number, n: number, period: string, here: Here): string | null {
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

const year = "(?:,? (?<year>\\d{4}|'\\d\\d))?";
const monthDay = `(?<day>${ordinal}|\\d{1,2})`;

export const dayPatterns: Pattern[] = [
  pattern(
    `the (?<nth>last|${ordinal}) (?<name>${weekday})`,
    ({ nth = "", name = "" }) => ({
      kind: "nthWeekday",
      nth: ordinalOf(nth) ?? 1,
      weekday: weekdayNumber(name),
    }),
    { isLoose: true },
  ),
  pattern(
    "(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})[t ](?<time>(?:[01]\\d|2[0-3]):[0-5]\\d)(?::[0-5]\\d)?",
    ({ y, m, d, time }) => {
      const date = dateOf(Number(y), Number(m), Number(d));
      return date && time ? { kind: "moment", due: { date, time } } : null;
    },
  ),
  pattern("(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2})", ({ y, m, d }) => day(dateOf(Number(y), Number(m), Number(d)))),
  pattern("(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<y>\\d{4}|\\d\\d)", ({ a, b, y }, here) =>
    numericDate(Number(a), Number(b), y, here),
  ),
  pattern("(?<a>\\d{1,2})\\.(?<b>\\d{1,2})\\.(?<y>\\d{4}|\\d\\d)?", ({ a, b, y }, here) =>
    day(y ? dateOf(yearOf(y) ?? 0, Number(b), Number(a)) : nextMonthDay(Number(b), Number(a), here)),
  ),
  pattern(
    "(?!24/7)(?<a>\\d{1,2})/(?<b>\\d{1,2})",
    ({ a, b }, here) => numericDate(Number(a), Number(b), undefined, here),
    { isLoose: true },
  ),
  pattern(`(?:the )?${monthDay}(?: day)?(?: of)?[ -](?<month>${month})${year}`, (g, here) =>
    monthDate(g.month, g.day, g.year, here),
  ),
  pattern(`(?<month>${month}) ?(?:the )?${monthDay}${year}`, (g, here) => monthDate(g.month, g.day, g.year, here)),
  pattern(
    `the (?<day>${ordinal})(?: of (?<which>this|next|the) month)?`,
    ({ day: text = "", which }, here) => {
      const monthDay = ordinalOf(text) ?? 0;
      const next = addMonths(firstOfMonth(here.date), 1);
      if (which === "next") return day(dateOf(partsOf(next).year, partsOf(next).month, monthDay));
      return day(nextDayOfMonth(monthDay, here), { monthDay });
    },
    { isLoose: true },
  ),
  pattern(
    `(?<day>\\d{1,2}(?:st|nd|rd|th))`,
    ({ day: text = "" }, here) => day(nextDayOfMonth(ordinalOf(text) ?? 0, here), { monthDay: ordinalOf(text) ?? 0 }),
    { isLoose: true },
  ),
  pattern("(?:the )?last day of (?:the|this|each|every) month", (_, here) =>
    day(lastOfMonth(here.date), { monthDay: -1 }),
  ),
  pattern("today|2day|later today", (_, here) => day(here.date)),
  pattern("yesterday|yday", (_, here) => day(addDays(here.date, -1))),
  pattern(tomorrow, (_, here) => day(addDays(here.date, 1))),
  pattern(`(?:the )?day after ${tomorrow}|overmorrow`, (_, here) => day(addDays(here.date, 2))),
  pattern(
    `(?:the )?(?:(?<which>this coming|this|next|last|past|coming|upcoming) )?(?<name>${weekday})`,
    ({ which, name = "" }, here) => relativeWeekday(which, name, here),
    { isLoose: true },
  ),
  pattern(`(?:the )?(?<name>${weekday}) after next`, ({ name = "" }, here) =>
    day(addDays(weekdayAfter(here.date, weekdayNumber(name)), 7)),
  ),
  pattern(
    `(?:a )?week (?:on|from) (?:this |next )?(?<name>${weekday})|(?<other>${weekday}) week`,
    ({ name, other }, here) => day(addDays(weekdayAfter(here.date, weekdayNumber(name ?? other ?? "")), 7)),
  ),
  pattern(
    `(?<name>${weekday}) (?:of )?(?<which>next|this) week|(?:next|this) week(?:'s)? (?:on )?(?<other>${weekday})`,
    ({ name, other, which }, here) => {
      const n = weekdayNumber(name ?? other ?? "");
      return day(addDays(mondayOf(here.date), (which === "this" ? 0 : 7) + ((n + 6) % 7)));
    },
  ),
  pattern(
    `in (?:about )?(?<n>${number}) (?<unit>${unit})(?:'? time)?|(?<n2>${number}) (?<unit2>${unit}) (?:from now|from today|hence)`,
    ({ n, unit, n2, unit2 }, here) => {
      const unitName = unit ?? unit2 ?? "";
      const { unit: kind } = unitOf(unitName);
      if (kind === "minute" || kind === "hour") return null;
      return day(moveDate(here.date, numberOf(n ?? n2 ?? "") ?? 0, unitName));
    },
  ),
  pattern(`(?<n>${number}|the) (?<unit>days?|weeks?) (?<way>before|after|from)`, ({ n = "", unit = "", way }) => ({
    kind: "offset",
    days: (numberOf(n) ?? 1) * (unit.startsWith("w") ? 7 : 1) * (way === "before" ? -1 : 1),
  })),
  pattern("next week", (_, here) => day(addDays(mondayOf(here.date), 7))),
  pattern("(?:later )?this week|midweek", (_, here) => day(edgeOf("end", "week", here))),
  pattern("(?:the week after next|week after next)", (_, here) => day(addDays(mondayOf(here.date), 14))),
  pattern("next month", (_, here) => day(addMonths(firstOfMonth(here.date), 1))),
  pattern("(?:later )?this month", (_, here) => day(lastOfMonth(here.date))),
  pattern("next year", (_, here) => day(dateOf(partsOf(here.date).year + 1, 1, 1))),
  pattern("this year", (_, here) => day(dateOf(partsOf(here.date).year, 12, 31))),
  pattern(
    "(?:(?:over |at )?(?<which>this|the|next|this coming|coming) )?weekend",
    ({ which }, here) => day(weekend(which, here)),
    { isLoose: true },
  ),
  pattern(
    `(?:the )?(?<edge>end|start|beginning|middle) of (?<period>(?:the |this |next )?(?:day|week|month|year)|(?:next )?${month})|(?<mid>mid)[- ](?<midPeriod>${month}|month|week)`,
    (g, here) => day(edgeOf(g.edge ?? "mid", g.period ?? g.midPeriod ?? "", here)),
  ),
  pattern("eod|cob", (_, here) => day(here.date)),
  pattern("eow", (_, here) => day(edgeOf("end", "week", here))),
  pattern("eom", (_, here) => day(lastOfMonth(here.date))),
  pattern(
    `(?:the )?(?<nth>last|final|${ordinal}) (?<name>${weekday}) (?:of|in) (?<period>(?:the |this |next )?month|${month}${year})`,
    ({ nth = "", name = "", period = "" }, here) =>
      day(nthWeekdayIn(ordinalOf(nth) ?? 1, weekdayNumber(name), period, here)),
  ),
  pattern(
    `(?<=\\b(?:in|by|until|before|for|of|this|next) )(?<month>${month})(?: (?<year>20\\d\\d))?`,
    ({ month = "", year }, here) => {
      const n = monthNumber(month);
      return day(year ? dateOf(Number(year), n, 1) : nextMonthDay(n, 1, here));
    },
    { isLoose: true },
  ),
  pattern(
    `(?<name>${holiday})(?: (?<year>20\\d\\d))?`,
    ({ name = "", year }, here) => {
      const { year: thisYear } = partsOf(here.date);
      if (year) return day(holidayDate(name, Number(year)));
      return day(
        [0, 1]
          .map((i) => holidayDate(name, thisYear + i))
          .find((date) => date !== null && daysBetween(here.date, date) >= 0) ?? null,
        { isYearly: true },
      );
    },
    { isLoose: true },
  ),
];
