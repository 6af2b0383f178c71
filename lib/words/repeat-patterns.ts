import {
  month,
  monthNumber,
  number,
  numberOf,
  ordinal,
  ordinalOf,
  weekday,
  weekdayList,
  weekdayNumber,
  weekdayNumbers,
} from "./english";
import { type Meaning, type PartOfDay, type Pattern, pattern } from "./piece";
import { type Rule, rule, weekdayCodes } from "./rule";
import { partOf } from "./time-patterns";

const workWeek = ["MO", "TU", "WE", "TH", "FR"];
const codeOf = (n: number) => weekdayCodes[n] ?? "MO";
const codesIn = (text: string) => weekdayNumbers(text).map(codeOf);

const repeat = (found: Rule, part?: PartOfDay): Meaning =>
  part ? { kind: "repeat", rule: found, part } : { kind: "repeat", rule: found };

const freqs = { d: "DAILY", w: "WEEKLY", m: "MONTHLY", y: "YEARLY" } as const;

function freqOf(unit: string): { freq: Rule["freq"]; times: number } {
  if (unit.startsWith("fortnight")) return { freq: "WEEKLY", times: 2 };
  if (unit.startsWith("quarter")) return { freq: "MONTHLY", times: 3 };
  const first = unit.charAt(0);
  return { freq: first === "d" || first === "w" || first === "m" || first === "y" ? freqs[first] : "DAILY", times: 1 };
}

/** "every", and "each": what begins a repetition */
const every = "(?:(?:once |1x )?(?:every|evry|each))";
const perUnit = "(?:days?|weeks?|fortnights?|months?|quarters?|years?)";

export const repeatPatterns: Pattern[] = [
  pattern(`(?:daily|every ?day|${every} single day|${every} day|once a day|per day|day in day out)`, () =>
    repeat(rule("DAILY")),
  ),
  pattern(`${every} (?<part>morning|afternoon|evening|night|lunchtime)`, ({ part }) =>
    repeat(rule("DAILY"), partOf(part)),
  ),
  pattern("nightly", () => repeat(rule("DAILY"), "night")),
  pattern(
    `(?:on |${every} )?(?:week ?days|work ?days|working days|business days)|${every} (?:week ?day|work ?day|working day|business day)`,
    () => repeat(rule("WEEKLY", { byDay: workWeek })),
  ),
  pattern(`(?:on |at )?weekends|${every} weekend`, () => repeat(rule("WEEKLY", { byDay: ["SA", "SU"] }))),
  pattern(`${every} (?<days>${weekdayList})(?: (?<part>morning|afternoon|evening|night))?`, ({ days = "", part }) =>
    repeat(rule("WEEKLY", { byDay: codesIn(days) }), part ? partOf(part) : undefined),
  ),
  pattern(
    `(?:on )?(?<days>${weekday}s(?:(?:,? (?:and|&|or) |, ?| ?/ ?)(?:on )?${weekday}s?)*)(?: (?<part>mornings?|afternoons?|evenings?|nights?))?`,
    ({ days = "", part }) =>
      // "tues" and "weds" end in s as abbreviations do; a repetition is only what is written as a plural.
      /days\b/.test(days)
        ? repeat(rule("WEEKLY", { byDay: codesIn(days) }), part ? partOf(part.replace(/s$/, "")) : undefined)
        : null,
  ),
  pattern(
    `(?:(?:on )?(?:every other|alternate|every second|every 2nd|each other)) (?<days>${weekdayList}|day|week|month|year|night|morning)`,
    ({ days = "" }) => {
      if (/^(?:night|morning)$/.test(days)) return repeat(rule("DAILY", { interval: 2 }), partOf(days));
      if (/^(?:day|week|month|year)$/.test(days)) return repeat(rule(freqOf(days).freq, { interval: 2 }));
      return repeat(rule("WEEKLY", { interval: 2, byDay: codesIn(days) }));
    },
  ),
  pattern("bi-?weekly|fortnightly", () => repeat(rule("WEEKLY", { interval: 2 }))),
  pattern("bi-?monthly", () => repeat(rule("MONTHLY", { interval: 2 }))),
  pattern(
    `${every} (?<n>${number}) (?<unit>${perUnit})|${every} (?<nth>third|fourth|fifth|sixth|[3-9](?:rd|th)) (?<nthUnit>day|week|month|year)`,
    ({ n, unit, nth, nthUnit }) => {
      const { freq, times } = freqOf(unit ?? nthUnit ?? "");
      const amount = nth ? ordinalOf(nth) : numberOf(n ?? "");
      return amount && Number.isInteger(amount) ? repeat(rule(freq, { interval: amount * times })) : null;
    },
  ),
  pattern(
    `(?:once|one time|1x) (?:a|per|each|every) (?<unit>week|month|quarter|year)|${every} (?<other>week|fortnight|month|quarter|year)`,
    ({ unit, other }) => {
      const { freq, times } = freqOf(unit ?? other ?? "");
      return repeat(rule(freq, { interval: times }));
    },
  ),
  pattern(`(?:twice|two times|three times|2x|3x) a week(?: on)? (?<days>${weekdayList})`, ({ days = "" }) =>
    repeat(rule("WEEKLY", { byDay: codesIn(days) })),
  ),
  pattern("weekly", () => repeat(rule("WEEKLY")), { isLoose: true }),
  pattern("monthly", () => repeat(rule("MONTHLY")), { isLoose: true }),
  pattern("quarterly", () => repeat(rule("MONTHLY", { interval: 3 })), { isLoose: true }),
  pattern("yearly|annually|annual(?= on)", () => repeat(rule("YEARLY")), { isLoose: true }),
  pattern(
    `(?:on )?(?:the )?(?<days>${ordinal}(?:(?:,? and |, ?| & )(?:the )?${ordinal})*)(?: day)? (?:of )?(?:every|each|the) (?<unit>month|other month)`,
    ({ days = "", unit }) =>
      repeat(rule("MONTHLY", { interval: unit === "other month" ? 2 : 1, byMonthDay: monthDays(days) })),
  ),
  pattern(
    `${every} (?<days>\\d{1,2}(?:st|nd|rd|th)(?:(?:,? and |, ?| & )(?:the )?${ordinal})*)(?: (?:day )?of (?:the |each )?month)?(?! (?:of )?${month})`,
    ({ days = "" }) => repeat(rule("MONTHLY", { byMonthDay: monthDays(days) })),
  ),
  pattern("(?:on )?(?:the )?last day (?:of )?(?:every|each) month|every month[- ]end|end of (?:every|each) month", () =>
    repeat(rule("MONTHLY", { byMonthDay: [-1] })),
  ),
  pattern(
    `(?:on )?(?:the )?(?<nth>last|${ordinal}) (?<name>${weekday}) (?:of |in )?(?:every|each) month|${every} (?<nth2>last|first|second|third|fourth|1st|2nd|3rd|4th) (?<name2>${weekday}) (?:of|in) (?:the|each|every|a) month|${every} (?<nth3>last|first|third|fourth|1st|3rd|4th) (?<name3>${weekday})`,
    (g) => {
      const nth = ordinalOf(g.nth ?? g.nth2 ?? g.nth3 ?? "") ?? 1;
      return repeat(rule("MONTHLY", { byDay: [`${nth}${codeOf(weekdayNumber(g.name ?? g.name2 ?? g.name3 ?? ""))}`] }));
    },
  ),
  pattern(
    `${every} (?:year on )?(?:(?<month>${month}) (?:the )?(?<day>${ordinal}|\\d{1,2})|(?<day2>${ordinal}|\\d{1,2}) (?:of )?(?<month2>${month}))`,
    (g) => {
      const day = ordinalOf(g.day ?? g.day2 ?? "") ?? 0;
      return day > 0 && day <= 31
        ? repeat(rule("YEARLY", { byMonth: [monthNumber(g.month ?? g.month2 ?? "")], byMonthDay: [day] }))
        : null;
    },
  ),
  pattern(
    `for (?:the next |another )?(?<n>${number}) (?<unit>days|weeks|months|years|times|day|week|month|year)`,
    ({ n = "", unit = "" }) => {
      const amount = numberOf(n);
      const kind = unit.replace(/s$/, "");
      const isUnit = kind === "day" || kind === "week" || kind === "month" || kind === "year" || kind === "time";
      return amount && isUnit ? { kind: "span", amount, unit: kind } : null;
    },
  ),
];

function monthDays(text: string) {
  const days = (text.match(new RegExp(ordinal, "g")) ?? []).map((word) => ordinalOf(word) ?? 0);
  return days.filter((day) => day !== 0 && day <= 31).sort((a, b) => a - b);
}
