import { amount, amountsIn, amountWords, awayFrom } from "./amounts";
import { addDays, weekdayAfter } from "./calendar";
import {
  number,
  numberOf,
  ordinal,
  ordinalOf,
  tomorrow,
  unit,
  weekday,
  weekdayNumber,
  weekdays,
} from "./english/dates";
import { moveDate } from "./move-date";
import { day, relativeWeekday, weekAfter, weekdayIn } from "./named-days";
import { type Here, type Pattern, pattern } from "./piece";

const weekdayInWeek = (name: string, weeks: number, here: Here) => {
  const n = weekdayNumber(name);
  return day(weekdayIn(weekAfter(weeks, here), n, here), { weekday: n });
};

const weeksAhead = (which = "") =>
  /after next/.test(which) ? 2 : /next|following/.test(which) ? 1 : /last/.test(which) ? -1 : 0;

/** Days told from where the speaker stands. */
export const relativeDays: Pattern[] = [
  pattern(
    `the (?<nth>last|${ordinal}) (?<name>${weekday})`,
    ({ nth = "", name = "" }) => ({ kind: "nthWeekday", nth: ordinalOf(nth) ?? 1, weekday: weekdayNumber(name) }),
    "loose",
  ),
  pattern("(?:at )?(?:about )?this (?:very )?time next (?<unit>week|month|year)", ({ unit: name = "" }, here) => {
    const date = moveDate(here.date, 1, name);
    return name === "week" ? { kind: "moment", due: { date, time: here.time } } : day(date);
  }),
  pattern("(?:later )?(?:today|this day|the present day)|later on today|same day", (_, here) => day(here.date)),
  pattern("yesterday|yday|the other day", (_, here) => day(addDays(here.date, -1), { isPast: true })),
  pattern("(?:the )?day before yesterday", (_, here) => day(addDays(here.date, -2), { isPast: true })),
  pattern(`${tomorrow}|(?:the )?(?:next|following) day`, (_, here) => day(addDays(here.date, 1))),
  pattern(`(?:the )?day after ${tomorrow}|overmorrow`, (_, here) => day(addDays(here.date, 2))),
  pattern(
    `(?<n>${number}) (?<unit>days?|weeks?|fortnights?|months?) (?<from>today|${tomorrow})`,
    ({ n = "", unit: name = "", from }, here) => {
      const date = moveDate(here.date, numberOf(n) ?? 1, name);
      return day(from === tomorrow ? addDays(date, 1) : date);
    },
  ),
  pattern(`(?<from>today|${tomorrow}) (?<unit>week|fortnight)`, ({ from, unit: name = "" }, here) => {
    const date = moveDate(here.date, 1, name);
    return day(from === tomorrow ? addDays(date, 1) : date);
  }),
  pattern(`(?:the )?(?<name>${weekday}) before last`, ({ name = "" }, here) =>
    day(addDays(weekdayAfter(addDays(here.date, -1), weekdayNumber(name)), -14), { isPast: true }),
  ),
  pattern("(?:the )?(?<unit>week|month|year) before last", ({ unit: name = "" }, here) =>
    day(moveDate(here.date, -2, name), { isPast: true }),
  ),
  pattern(
    `(?:the )?(?:(?<which>this coming|this past|this upcoming|this|next|the next|last|past|previous|coming|upcoming|following) )?(?<name>${weekday})(?: coming)?(?<next> next)?`,
    ({ which, name = "", next }, here) => relativeWeekday(next ? "next" : which, name, here),
    "loose",
  ),
  pattern(
    `(?:in )?(?<n>${number}) (?<name>${weekdays}|${weekday}) (?:from (?:now|today)|hence)|in (?<n2>${number}) (?<name2>${weekdays})`,
    ({ n, name, n2, name2 }, here) => {
      const next = weekdayAfter(here.date, weekdayNumber(name ?? name2 ?? ""));
      return day(addDays(next, 7 * ((numberOf(n ?? n2 ?? "") ?? 1) - 1)));
    },
  ),
  pattern("(?<=\\b(?:remind|nudge|ping|wake|tell) me )in (?<n>\\d{1,2})(?=\\s*(?:$|to\\b|[,.]))", ({ n }, here) =>
    awayFrom([{ n: Number(n), unit: "minutes" }], 1, here),
  ),
  pattern(`(?:the )?(?:next )?(?<name>${weekday}) after (?:this(?: one| coming)?|that)`, ({ name = "" }, here) =>
    day(addDays(weekdayAfter(here.date, weekdayNumber(name)), 7), { weekday: weekdayNumber(name) }),
  ),
  pattern(`(?:the )?(?:next )?(?<name>${weekday}) after next`, ({ name = "" }, here) =>
    day(addDays(weekdayAfter(here.date, weekdayNumber(name)), 7), { weekday: weekdayNumber(name) }),
  ),
  pattern(
    `(?:(?<n>a|one|two|three|2|3) )?(?<unit>weeks?|fortnight) (?:(?:on|from|after) (?:this |next |coming |this coming )?|this (?:coming )?)(?<name>${weekday})|(?:on )?(?<other>${weekday}) (?<later>week|fortnight)`,
    ({ n, unit, name, other, later }, here) => {
      const weeks = (unit ?? later) === "fortnight" ? 2 : (numberOf(n ?? "a") ?? 1);
      return day(addDays(weekdayAfter(here.date, weekdayNumber(name ?? other ?? "")), 7 * weeks));
    },
  ),
  pattern(
    `(?:on )?(?<name>${weekday}),? (?:of |in )?(?:the )?(?<which>next week|this week|last week|(?:the )?week after next|the following week)`,
    ({ name = "", which }, here) => weekdayInWeek(name, weeksAhead(which), here),
  ),
  pattern(
    `(?<which>next week|this week|(?:the )?week after next|the following week)(?:'s)?,? (?:on )?(?<name>${weekday})`,
    ({ name = "", which }, here) => weekdayInWeek(name, weeksAhead(which), here),
  ),
  pattern(
    `(?:in|within|after|\\+) ?(?:the next |next )?(?<amount>${amount})(?:'s?)?(?: time)?(?: (?:from now|from today))?`,
    ({ amount: said = "" }, here) => awayFrom(amountsIn(said), 1, here),
    "firm",
    amountWords,
  ),
  pattern("(?:in|within) the (?:next |coming )?(?<unit>hour|minute)", ({ unit: name = "" }, here) =>
    awayFrom([{ n: 1, unit: name }], 1, here),
  ),
  pattern(
    `(?<amount>${amount})(?:'s?)? (?:from (?:now|today|the present)|hence|down the (?:line|road))`,
    ({ amount: said = "" }, here) => awayFrom(amountsIn(said), 1, here),
    "firm",
    amountWords,
  ),
  pattern(
    `(?:(?<n>${number}) )?(?<unit>${unit}) from (?<from>${tomorrow}|now|today)`,
    ({ n = "a", unit: name = "", from }, here) => {
      const found = awayFrom([{ n: numberOf(n) ?? 1, unit: name }], 1, here);
      return from === tomorrow && found?.kind === "day" ? { ...found, date: addDays(found.date, 1) } : found;
    },
  ),
  pattern(
    `(?:about )?(?<amount>${amount}) ago`,
    ({ amount: said = "" }, here) => awayFrom(amountsIn(said), -1, here),
    "firm",
    amountWords,
  ),
  pattern(
    `(?:the )?(?:next|following) (?<amount>${number} ${unit})`,
    ({ amount: said = "" }, here) => awayFrom(amountsIn(said), 1, here),
    "loose",
  ),
  pattern(
    `(?<amount>${amount}) (?<way>before|after|from|prior to|following|past)(?: the| next| this)?`,
    ({ amount: said = "", way }) => ({
      kind: "offset",
      amounts: amountsIn(said),
      sign: way === "before" || way === "prior to" ? -1 : 1,
    }),
    "firm",
    amountWords,
  ),
  pattern(
    `(?:the )?(?:very |next )?(?<unit>day|week|month|fortnight) (?<way>before|after|prior to|following)(?: the)?`,
    ({ unit: name = "", way }) => ({
      kind: "offset",
      amounts: [{ n: 1, unit: name }],
      sign: way === "before" || way === "prior to" ? -1 : 1,
    }),
  ),
  pattern(
    `(?:the )?(?:(?<nth>${ordinal}|last|next) )?(?<name>${weekday}) (?<way>before|after|prior to|following|preceding)(?: the)?(?! (?:work|school|lunch|dinner|supper|breakfast|bed|noon|midnight|hours|\\d))`,
    ({ nth, name = "", way = "" }) => {
      const isBefore = /before|prior|preceding/.test(way);
      const n = nth ? Math.abs(ordinalOf(nth) ?? 1) : 1;
      return { kind: "weekdayBy", weekday: weekdayNumber(name), nth: isBefore ? -n : n };
    },
  ),
];
