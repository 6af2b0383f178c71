import { addDays, dateOf, lastOfMonth, nthWeekdayOfMonth, partsOf } from "./calendar";
import { month, monthNumber, monthOrLonger, ordinal, ordinalOf, weekday, weekdayNumber, year } from "./english/dates";
import { holiday, nextHoliday } from "./holidays";
import { moveDate } from "./move-date";
import { day, nthWeekdayIn, weekdayIn } from "./named-days";
import { type Edge, edgeOf, periodOf, weekend } from "./periods";
import { type Here, type Meaning, type Pattern, pattern } from "./piece";

const season = "(?:spring|summer|autumn|fall|winter)";
const namedMonth = `(?:${month})(?:,? (?:of )?${year})?`;
const unitPeriod =
  "(?:(?:the|this|next|the next|the coming|the following|last|current|this coming|our|the current) )?(?:week|month|quarter|year)(?: after next)?";
const namedPeriod = `(?:next |this |last |coming )?(?:${namedMonth}|${season}(?: (?:of )?${year})?|q[1-4](?: (?:of )?${year})?|${year})`;

const grainOf = (text: string) =>
  /\bweek\b/.test(text) ? "week" : /year|^(?:19|20)\d\d$/.test(text) ? "year" : "month";

/** What has begun already and is named without "this" is the one that begins next. */
const beginsAgain = new RegExp(`^(?:(?:the )?(?:week|month|quarter|year)|${month})$`);

function edged(edge: Edge, text: string, here: Here): Meaning | null {
  const period = periodOf(text, here);
  if (!period) return null;
  const isGone = (edge === "start" || edge === "early") && period.from < here.date && beginsAgain.test(text);
  const wanted = isGone ? periodOf(`next ${text}`, here) : period;
  return (
    wanted && day(edgeOf(wanted, edge, here), { period: grainOf(text), ...(wanted.to < here.date && { isPast: true }) })
  );
}

const edges: [RegExp, Edge][] = [
  [/^(?:the )?(?:very )?(?:end|last day|close|late|last part)/, "end"],
  [/^(?:the )?(?:mid|middle|half)/, "middle"],
  [/^(?:the )?(?:start|beginning|first day|top)/, "start"],
  [/^early/, "early"],
];
const edgeNamed = (text: string): Edge => edges.find(([words]) => words.test(text))?.[1] ?? "start";

/** Weeks, months and years as a whole, their ends, and the holidays in them. */
export const periodPatterns: Pattern[] = [
  pattern(
    `(?:the )?(?<edge>end|close|start|beginning|middle|top|first day|last day|very end) of (?<period>${unitPeriod}|${namedPeriod})`,
    ({ edge = "", period = "" }, here) => edged(edgeNamed(edge), period, here),
    "firm",
    monthOrLonger,
  ),
  pattern(
    `(?<edge>early|mid|middle of|late)[- ](?:in )?(?<period>${namedPeriod}|(?:this |next |the )?(?:week|month|quarter|year)(?: after next)?)`,
    ({ edge = "", period = "" }, here) => edged(edge === "late" ? "late" : edgeNamed(edge), period, here),
    "firm",
    monthOrLonger,
  ),
  pattern(
    "(?<edge>early|late|later|midway) (?:on )?(?:in )?(?<period>(?:this|next|the) (?:week|month|quarter|year))",
    ({ edge = "", period = "" }, here) =>
      edged(edge === "early" ? "early" : edge === "midway" ? "middle" : "end", period, here),
  ),
  pattern(
    `(?:the )?(?<nth>first|last) (?:working|business|work|week) ?day (?:of|in) (?<period>(?:the |this |next )?month|${namedPeriod})`,
    ({ nth, period = "" }, here) => {
      const found = periodOf(period, here);
      const date =
        found &&
        (nth === "last"
          ? moveDate(addDays(found.to, 1), -1, "workdays")
          : moveDate(addDays(found.from, -1), 1, "workdays"));
      return day(date);
    },
    "firm",
    monthOrLonger,
  ),
  pattern("mid-?week", (_, here) => edged("middle", "week", here)),
  pattern("eow|end of (?:the )?work(?:ing)? ?week", (_, here) => edged("end", "week", here)),
  pattern("eom|month[- ]end|end of month", (_, here) => day(lastOfMonth(here.date))),
  pattern("eoq", (_, here) => edged("end", "this quarter", here)),
  pattern("eoy|year[- ]end|end of year", (_, here) => edged("end", "year", here), "loose"),
  pattern("(?:the )?last day of (?:the|this|each|every) month", (_, here) =>
    day(lastOfMonth(here.date), { monthDay: -1 }),
  ),
  pattern("(?:the )?(?:last|final) day of (?:the )?(?<which>next) month", (_, here) =>
    edged("end", "next month", here),
  ),
  pattern(
    "(?:the )?(?:(?<which>next|the next|the following|the coming|this|last|past|previous|the rest of the|the rest of this) )(?<unit>week|month|quarter|year)",
    ({ which = "", unit = "" }, here) => {
      const text = `${which} ${unit}`;
      const isThis = /this|rest/.test(which);
      return edged(isThis ? "end" : "start", isThis ? `this ${unit}` : text, here);
    },
  ),
  pattern("(?:the )?(?<unit>week|month|quarter|year) after next", ({ unit = "" }, here) =>
    edged("start", `${unit} after next`, here),
  ),
  pattern("(?:the )?(?:week|month|year) (?:after that|following)", () => null),
  pattern(
    "(?:(?:over |at |on )?(?<which>this coming|this|the|the coming|next|the next|coming|last|this past|the following|the whole|the entire|all) )?weekend",
    ({ which = "" }, here) =>
      /last|past/.test(which)
        ? day(weekend(-1, here), { isPast: true })
        : day(weekend(/^(?:the )?(?:next|following)/.test(which) ? 1 : 0, here)),
    "loose",
  ),
  pattern(
    "(?:the )?weekend after (?<which>next|this|this one)|(?:the )?(?:second )?weekend from now",
    ({ which }, here) => day(weekend(which === "next" ? 2 : 1, here)),
  ),
  pattern("(?:within|during|in) the (?<unit>week|month|year)", ({ unit = "" }, here) =>
    edged("end", `this ${unit}`, here),
  ),
  pattern("in the (?:coming|next few|next couple of) weeks", (_, here) =>
    day(addDays(here.date, 7), { period: "week" }),
  ),
  pattern("(?:(?:in|within) )?(?:the )?(?:next|coming) (?:(?:few|couple of) )?days", (_, here) =>
    day(addDays(here.date, 2)),
  ),
  pattern(
    `(?:the )?(?<nth>last|final|${ordinal}) (?<name>${weekday}),? (?:of|in) (?<period>(?:the |this |next |the following |the coming )?(?:month|year)|(?:next |this )?(?:${month})(?:,? (?:of )?${year})?)`,
    ({ nth = "", name = "", period = "" }, here) =>
      day(nthWeekdayIn(ordinalOf(nth) ?? 1, weekdayNumber(name), period, here)),
    "firm",
    monthOrLonger,
  ),
  pattern(
    `(?:the )?(?<name>${weekday}) of the (?<nth>last|${ordinal}) (?:full )?week of (?<month>${month})`,
    ({ name = "", nth = "", month: monthName = "" }, here) => {
      const first = periodOf(monthName, here)?.from;
      const monday = first && nthWeekdayOfMonth(first, 1, ordinalOf(nth) ?? 1);
      return day(monday ? weekdayIn(monday, weekdayNumber(name), here) : null);
    },
    "firm",
    monthOrLonger,
  ),
  pattern(
    `(?:the )?(?<nth>first|second|third|fourth|last) week (?:of|in) (?<period>${namedPeriod}|(?:the |this |next )?month)`,
    ({ nth = "", period = "" }, here) => {
      const found = periodOf(period, here);
      const days = { first: 0, second: 7, third: 14, fourth: 21 }[nth];
      return found && day(days === undefined ? addDays(found.to, -6) : addDays(found.from, days), { period: "week" });
    },
    "firm",
    monthOrLonger,
  ),
  pattern(
    `(?:the )?(?<unit>week|weekend) of (?:the )?(?<month>${month}) (?<day>${ordinal}|\\d{1,2})`,
    ({ unit, month: name = "", day: text = "" }, here) => {
      const found = periodOf(name, here);
      const date = found && dateOf(partsOf(found.from).year, monthNumber(name), ordinalOf(text) ?? 0);
      if (unit === "weekend") return day(date && weekdayIn(date, 6, here));
      return day(date && weekdayIn(date, 1, here), { period: "week" });
    },
    "firm",
    monthOrLonger,
  ),
  pattern(
    `(?<=\\b(?:in|by|until|till|before|during|since|through|sometime|starting) )(?:the (?=${season}))?(?<period>${namedPeriod})`,
    ({ period = "" }, here) => edged("start", period, here),
    "loose",
    monthOrLonger,
  ),
  // "for April" and "from June" are also for and from people.
  pattern(
    `(?<=\\b(?:for|of|from|to|after|around) )(?<period>(?!april|may|june|august)(?:${month})(?:,? ${year})?)`,
    ({ period = "" }, here) => edged("start", period, here),
    "loose",
    monthOrLonger,
  ),
  pattern(
    `(?<=^\\s*)(?<period>${namedPeriod})(?=[\\s.!?]*$)`,
    ({ period = "" }, here) => edged("start", period, here),
    "loose",
    monthOrLonger,
  ),
  pattern(
    `(?<period>(?:(?:next|this|last|coming) (?:${namedMonth}|${season}|q[1-4])|(?:${month}),? ${year}|(?:${month})(?=,? (?:of )?(?:next|this) year)))`,
    ({ period = "" }, here) => edged("start", period, here),
    "loose",
    monthOrLonger,
  ),
  pattern(
    `(?:(?:the |come the )?(?<which>next|this|last) |the |come the )?(?<name>${holiday})(?:,? (?:of |in )?(?<year>${year}|next year|this year))?`,
    ({ which, name = "", year: text }, here) => nextHoliday(name, which ?? "", text, here),
    "loose",
  ),
];
