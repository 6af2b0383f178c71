import {
  addDays,
  addMonths,
  dateOf,
  daysBetween,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  partsOf,
  weekdayAfter,
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
import { moveDate } from "./move-date";
import {
  day,
  edgeOf,
  monthDate,
  nextDayOfMonth,
  nextMonthDay,
  nthWeekdayIn,
  numericDate,
  relativeWeekday,
  weekend,
  yearOf,
} from "./named-days";
import { type Pattern, pattern } from "./piece";

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
