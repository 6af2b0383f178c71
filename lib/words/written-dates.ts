import { addMonths, dateOf, firstOfMonth, partsOf } from "./calendar";
import { dayWord, month, monthOrLonger, ordinal, ordinalOf, tomorrow, weekday, year, yearOf } from "./english/dates";
import { day, isAmerican, monthDate, nextDayOfMonth, nextMonthDay, numericDate } from "./named-days";
import { type Here, type Pattern, pattern } from "./piece";
import { settle, wallOf } from "./zone";

const inYear = `(?:,?[ -](?:of |in )?(?<year>${year}|(?:2[4-9]|3\\d)(?=\\s*(?:$|[,.;)])))(?![:.]\\d| ?[ap]\\.?m))?`;
// "march 10:30" is a month and a time; "march 5 km" a distance.
const noMore =
  "(?![:/]\\d|\\.\\d| ?(?:%|km|kg|lbs?|miles?|people|guests|persons|days?|weeks?|hours?|minutes?|pages?|copies|am|pm)\\b)";
const dayOf = (name: string, isMay = false) => `(?<${name}>${ordinal}|\\d{1,2}${isMay ? "" : `|${dayWord}`})${noMore}`;
const monthDay = dayOf("day");
const to = " ?(?:-|–|—|to|through|thru|until|till|and|&) ?(?:the )?";
// "You may 5": before a bare number "may" is a month only where it isn't what somebody is allowed.
const plainMonth = `(?<!\\b(?:i|you|we|he|she|they|it|that|this|who|which) )(?<month>${month})`;
/** Verbs that take a date directly: "I'll go back 4.22". */
const goes =
  "(?:back|leave|leaving|go|going|come|coming|return|returning|arrive|arriving|meet|start|begin|due|on|by|before|until|since|for)";

/** "march 3 - 5" begins on the 3rd; of "twenty-eighth" the end would lie before the beginning. */
const firstOfRange = (g: Record<string, string | undefined>, here: Here) =>
  (ordinalOf(g.day ?? "") ?? 0) < (ordinalOf(g.last ?? "") ?? 0) ? monthDate(g.month, g.day, g.year, here) : null;

export const writtenDates: Pattern[] = [
  pattern(
    "(?<y>\\d{4})-?(?<m>\\d{2})-?(?<d>\\d{2})(?:t| )(?<h>[01]\\d|2[0-3]):?(?<i>[0-5]\\d)(?::?[0-5]\\d(?:\\.\\d+)?)?(?<zone> ?z| ?[+-]\\d{2}:?\\d{2})?",
    ({ y, m, d, h, i, zone }, { today }) => {
      const date = dateOf(Number(y), Number(m), Number(d));
      if (!date) return null;
      const wall = { date, time: `${h}:${i}` };
      if (!zone) return { kind: "moment", due: settle(wall, today.timeZone).due };
      const offset = zone
        .trim()
        .replace(/^([+-]\d\d)(\d\d)$/, "$1:$2")
        .toUpperCase();
      const instant = new Date(`${date}T${wall.time}:00${offset}`);
      return Number.isNaN(instant.getTime()) ? null : { kind: "moment", due: wallOf(instant, today.timeZone) };
    },
  ),
  pattern("(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})", ({ y, m, d }) =>
    day(dateOf(Number(y), Number(m), Number(d))),
  ),
  pattern(
    "(?<y>20\\d\\d)(?<m>0[1-9]|1[0-2])(?<d>[0-3]\\d)",
    ({ y, m, d }) => day(dateOf(Number(y), Number(m), Number(d))),
    "loose",
  ),
  pattern("(?<a>\\d{1,2})(?<by>[/-])(?<b>\\d{1,2})\\k<by>(?<y>\\d{4}|'?\\d\\d)", ({ a, b, y }, here) =>
    numericDate(Number(a), Number(b), y, here),
  ),
  pattern("(?<a>\\d{1,2})\\.(?<b>\\d{1,2})\\.(?<y>\\d{4}|\\d\\d)?", ({ a, b, y }, here) => {
    if (y && Number(b) > 12) return numericDate(Number(a), Number(b), y, here);
    const dayFirst = nextMonthDay(Number(b), Number(a), here);
    return day(y ? dateOf(yearOf(y.length === 2 ? `'${y}` : y) ?? 0, Number(b), Number(a)) : dayFirst);
  }),
  pattern(
    "(?!24/7)(?<a>\\d{1,2})/(?<b>\\d{1,2})(?!/)",
    ({ a, b }, here) => numericDate(Number(a), Number(b), undefined, here),
    "loose",
  ),
  pattern(
    `(?<=(?:^|\\b${goes}(?: the)?) ?)(?<a>\\d{1,2})(?<by>[.-])(?<b>\\d{1,2})(?!\\d|[.:-])(?! (?:today|tonight|${tomorrow}|on|this|next|${weekday}))`,
    ({ a, b, by }, here) => {
      const isRange = by === "-" && Number(a) < Number(b) && !isAmerican(here);
      return isRange ? null : numericDate(Number(a), Number(b), undefined, here);
    },
    "loose",
  ),
  pattern(
    `(?:from |between )?(?:the )?${dayOf("day")}(?: of (?:${month}))?${to}${dayOf("last")}(?: day)?(?: of)? ?[ -](?<month>${month})${inYear}`,
    (g, here) => firstOfRange(g, here),
    "firm",
    monthOrLonger,
  ),
  pattern(
    `(?:from |between )?(?<month>${month}) ?(?:the )?${dayOf("day")}${to}(?:${month} )?${dayOf("last")}${inYear}`,
    (g, here) => firstOfRange(g, here),
    "firm",
    monthOrLonger,
  ),
  pattern(
    `(?:the )?(?<day>${ordinal}|\\d{1,2}|${dayWord}(?= of ))(?: day)?(?: of |[ -]?(?:of )?)(?:the month of )?(?<month>${month})(?!,? ?\\d{1,2}(?:st|nd|rd|th)\\b)(?<!\\d may(?= (?:be|have|not|need|come|want|help|take|i|we|you)\\b))-?${inYear}`,
    (g, here) => monthDate(g.month, g.day, g.year?.replace(/^-/, ""), here),
    "firm",
    monthOrLonger,
  ),
  pattern(
    `${plainMonth}[ -]?(?:the )?${monthDay}-?${inYear}`,
    (g, here) =>
      /^may/.test(g.month ?? "") && !/^\d|(?:st|nd|rd|th)$/.test(g.day ?? "")
        ? null
        : monthDate(g.month, g.day, g.year, here),
    "firm",
    monthOrLonger,
  ),
  pattern(
    `(?:on )?(?<day>${ordinal}|\\d{1,2})${to}(?<last>${ordinal})(?: of (?:this|the) month)?`,
    ({ day: text = "" }, here) => day(nextDayOfMonth(ordinalOf(text) ?? 0, here)),
    "loose",
  ),
  pattern(`(?<day>${ordinal})(?: day)? of (?:the|this|the current) month`, ({ day: text = "" }, here) =>
    day(nextDayOfMonth(ordinalOf(text) ?? 0, here), { monthDay: ordinalOf(text) ?? 0 }),
  ),
  pattern(
    `(?:the )?(?<day>${ordinal})(?: day)? of (?:the )?(?:next|following|coming) month`,
    ({ day: text = "" }, here) => {
      const { year, month } = partsOf(addMonths(firstOfMonth(here.date), 1));
      return day(dateOf(year, month, ordinalOf(text) ?? 0));
    },
  ),
  pattern(
    `the (?<day>${ordinal})(?: day)?(?: of (?:this|the|the current) month)?`,
    ({ day: text = "" }, here) => day(nextDayOfMonth(ordinalOf(text) ?? 0, here), { monthDay: ordinalOf(text) ?? 0 }),
    "loose",
  ),
  pattern(
    "(?<day>\\d{1,2}(?:st|nd|rd|th))",
    ({ day: text = "" }, here) => day(nextDayOfMonth(ordinalOf(text) ?? 0, here), { monthDay: ordinalOf(text) ?? 0 }),
    "loose",
  ),
  pattern(
    `(?<=\\b(?:on|by|until|till|before|due|since|from) )(?:the (?<day>\\d{1,2}|${dayWord})|(?<bare>1[3-9]|2\\d|3[01]))(?![:.]\\d| ?[ap]\\.?m)`,
    ({ day: text, bare }, here) => {
      const n = ordinalOf(text ?? bare ?? "") ?? 0;
      return day(nextDayOfMonth(n, here), { monthDay: n });
    },
    "loose",
  ),
];
