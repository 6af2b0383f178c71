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
} from "./english/dates";
import { partOf } from "./parts-of-day";
import { type Meaning, type PartOfDay, type Pattern, pattern } from "./piece";
import { type Rule, rule, weekdayCodes } from "./rule";

const workWeek = ["MO", "TU", "WE", "TH", "FR"];
const codeOf = (n: number) => weekdayCodes[n] ?? "MO";
const codesIn = (text: string) => weekdayNumbers(text).map(codeOf);

const repeat = (found: Rule, part?: string): Meaning => {
  const name: PartOfDay | undefined = part ? partOf(part.replace(/s$/, "")) : undefined;
  return name ? { kind: "repeat", rule: found, part: name } : { kind: "repeat", rule: found };
};

const freqs = { d: "DAILY", w: "WEEKLY", m: "MONTHLY", y: "YEARLY" } as const;

function freqOf(unit: string): { freq: Rule["freq"]; times: number } {
  if (unit.startsWith("fortnight")) return { freq: "WEEKLY", times: 2 };
  if (unit.startsWith("quarter")) return { freq: "MONTHLY", times: 3 };
  const first = unit.charAt(0);
  return { freq: first === "d" || first === "w" || first === "m" || first === "y" ? freqs[first] : "DAILY", times: 1 };
}

/** "every", "each", "once every": what begins a repetition */
const every = "(?:(?:once |1x |repeat(?:ing|s)? |recurring |on )?(?:every(?: single)?|each(?: and every)?))";
const perUnit = "(?:days?|weeks?|wks?|fortnights?|months?|quarters?|years?|yrs?)";
const part = "(?:morning|afternoon|evening|night|lunch ?time)";
const days = `(?<days>${weekdayList})`;
/** "the 1st", "the 1st and the 15th" */
const monthDays = `(?:the )?(?<monthDays>(?:${ordinal}|\\d{1,2}(?= of | and ))(?:(?:,? and |, ?| ?& ?)(?:the )?${ordinal})*)(?: day)?`;
const nth = (name: string) => `(?<${name}>last|${ordinal})`;

const monthlyOn = (text: string, interval = 1) => repeat(rule("MONTHLY", { interval, byMonthDay: monthDaysIn(text) }));
const monthlyOnNth = (nthText: string, name: string, interval = 1) => {
  const nths = nthText.split(/,? and |, ?| ?& ?/).map((word) => ordinalOf(word.replace(/^the /, "")) ?? 1);
  return repeat(rule("MONTHLY", { interval, byDay: nths.map((n) => `${n}${codeOf(weekdayNumber(name))}`) }));
};

const workWeekRange = /^mon\.? ?[-–] ?fri\.?$/;

export const repeatPatterns: Pattern[] = [
  pattern(
    `(?:daily|every ?day|${every} day|(?:once|1x) (?:a|per) day|per day|day in,? day out|day after day)(?: of the week)?`,
    () => repeat(rule("DAILY")),
  ),
  pattern(`${every} (?<part>${part})`, ({ part: text }) => repeat(rule("DAILY"), text)),
  pattern("nightly", () => repeat(rule("DAILY"), "night"), "loose"),
  pattern(
    `(?:on |${every} |during )?(?:all )?(?:the )?(?:week ?days|work ?days|working days|business days)(?: (?<parts>${part}s?))?|${every} (?:week ?day|work ?day|working day|business day)(?: (?<part>${part}))?`,
    (g) => repeat(rule("WEEKLY", { byDay: workWeek }), g.parts ?? g.part),
  ),
  pattern(`(?:on |at |${every} )?weekends|${every} weekend|${every} (?:saturday|sat) (?:and|&) (?:sunday|sun)`, () =>
    repeat(rule("WEEKLY", { byDay: ["SA", "SU"] })),
  ),
  pattern(`${every} ${days}(?: (?<part>${part}))?`, ({ days = "", part: text }) =>
    repeat(rule("WEEKLY", { byDay: codesIn(days) }), text),
  ),
  pattern(`(?:on )?${days}(?: (?<part>${part}s?))?(?! (?:from (?:now|today)))`, ({ days = "", part: text }) =>
    // "tues" and "weds" end in s as abbreviations do; a repetition is only what is written as a plural ("thursday nights" as well), or "Mon–Fri".
    /days\b/.test(days) || workWeekRange.test(days) || text?.endsWith("s")
      ? repeat(rule("WEEKLY", { byDay: codesIn(days) }), text)
      : null,
  ),
  pattern(
    `(?:on )?(?:every other|alternate|alternating|every second|every 2nd|each other|each second) (?:(?<days>${weekdayList})|(?<unit>day|week|month|year)|(?<part>${part})|(?<work>weekend))`,
    ({ days, unit = "day", part: text, work }) => {
      if (work) return repeat(rule("WEEKLY", { interval: 2, byDay: ["SA", "SU"] }));
      if (days) return repeat(rule("WEEKLY", { interval: 2, byDay: codesIn(days.replace(/s\b/g, "")) }));
      return repeat(rule(freqOf(unit).freq, { interval: 2 }), text);
    },
  ),
  pattern("bi-?weekly|fortnightly|every fortnight", () => repeat(rule("WEEKLY", { interval: 2 }))),
  pattern("bi-?monthly", () => repeat(rule("MONTHLY", { interval: 2 }))),
  pattern("(?:bi-?annually|twice a year|half[- ]yearly|semi-?annually)", () =>
    repeat(rule("MONTHLY", { interval: 6 })),
  ),
  pattern("bi-?ennially|every second year", () => repeat(rule("YEARLY", { interval: 2 }))),
  pattern(
    `${every} (?<n>${number}) (?<unit>${perUnit})(?: on(?: a)? ${days})?|${every} (?<nth>third|fourth|fifth|sixth|[3-9](?:rd|th)) (?<nthUnit>day|week|month|year)`,
    ({ n, unit, nth: nthText, nthUnit, days }) => {
      const { freq, times } = freqOf(unit ?? nthUnit ?? "");
      const amount = nthText ? ordinalOf(nthText) : numberOf(n ?? "");
      if (!amount || !Number.isInteger(amount)) return null;
      return repeat(rule(freq, { interval: amount * times, byDay: days && freq === "WEEKLY" ? codesIn(days) : [] }));
    },
  ),
  pattern(
    `(?:once|one time|1x) (?:a|per|each|every) (?<unit>week|fortnight|month|quarter|year)|${every} (?<other>week|fortnight|month|quarter|year)|(?<per>(?:week|month|year) (?:in,? (?:week|month|year) out|after (?:week|month|year)))`,
    ({ unit, other, per }) => {
      const { freq, times } = freqOf(unit ?? other ?? per ?? "");
      return repeat(rule(freq, { interval: times }));
    },
  ),
  pattern(
    `(?:twice|two times|three times|four times|thrice|[2-6]x|[2-6] times)(?: a| per| each| every) week:?(?: on| \\(?(?:every)?)? ?${days}`,
    ({ days = "" }) => repeat(rule("WEEKLY", { byDay: codesIn(days) })),
  ),
  pattern(
    `weekly(?: on ${days})?`,
    ({ days }) => repeat(rule("WEEKLY", { byDay: days ? codesIn(days) : [] })),
    "loose",
  ),
  pattern("monthly", () => repeat(rule("MONTHLY")), "loose"),
  pattern("quarterly", () => repeat(rule("MONTHLY", { interval: 3 })), "loose"),
  pattern("yearly|annually|annual(?= on)", () => repeat(rule("YEARLY")), "loose"),
  pattern(
    `(?:on )?${monthDays} (?:of )?(?:every|each|a) (?<unit>month|other month)`,
    ({ monthDays: text = "", unit }) => monthlyOn(text, unit === "other month" ? 2 : 1),
  ),
  pattern(
    `${every} (?:month (?:on )?)?(?:the )?(?<monthDays>(?:\\d{1,2}(?:st|nd|rd|th)|${ordinal}(?= (?:day )?of (?:the|each) month))(?:(?:,? and |, ?| & )(?:the )?${ordinal}){0,6})(?: (?:day )?of (?:the |each )?month)?(?! (?:of )?(?:${month}|day|week|month|year))`,
    ({ monthDays: text = "" }) => monthlyOn(text),
  ),
  pattern(
    `(?:on )?(?:the )?last day (?:of )?(?:every|each) month|every month[- ]end|(?:at )?(?:the )?end of (?:every|each) month`,
    () => repeat(rule("MONTHLY", { byMonthDay: [-1] })),
  ),
  pattern(`(?:on )?(?:the )?(?:start|beginning|first day) of (?:every|each) month`, () =>
    repeat(rule("MONTHLY", { byMonthDay: [1] })),
  ),
  pattern(`(?:on )?(?:the )?(?<edge>start|beginning|end) of (?:every|each) week`, ({ edge }) =>
    repeat(rule("WEEKLY", { byDay: [edge === "end" ? "FR" : "MO"] })),
  ),
  pattern(
    `(?:on )?(?:the )?(?<nth>last|${ordinal}(?:(?:,? and |, ?| & )(?:the )?(?:${ordinal}|last)){0,6}) (?<name>${weekday})s?,? (?:of |in )?(?:every|each|a) (?<other>other )?month|${every} (?<nths>${ordinal}(?:(?:,? and |, ?| & )(?:the )?(?:${ordinal}|last))+) (?<name4>${weekday})s?(?: (?:of|in) (?:the|each|every|a) month)?|${every} ${nth("nth2")} (?<name2>${weekday}) (?:of|in) (?:the|each|every|a) month|${every} (?<nth3>last|first|third|fourth|1st|3rd|4th) (?<name3>${weekday})`,
    (g) =>
      monthlyOnNth(
        g.nth ?? g.nths ?? g.nth2 ?? g.nth3 ?? "",
        g.name ?? g.name4 ?? g.name2 ?? g.name3 ?? "",
        g.other ? 2 : 1,
      ),
  ),
  pattern(
    `${every} (?:year (?:on )?)?(?:the )?(?:(?<month>${month}) (?:the )?(?<day>${ordinal}|\\d{1,2})|(?<day2>${ordinal}|\\d{1,2}) (?:of )?(?<month2>${month}))`,
    (g) => {
      const day = ordinalOf(g.day ?? g.day2 ?? "") ?? 0;
      return day > 0 && day <= 31
        ? repeat(rule("YEARLY", { byMonth: [monthNumber(g.month ?? g.month2 ?? "")], byMonthDay: [day] }))
        : null;
    },
  ),
  pattern(
    `${every} (?<month>${month})`,
    ({ month: name = "" }) => repeat(rule("YEARLY", { byMonth: [monthNumber(name)], byMonthDay: [1] })),
    "loose",
  ),
  pattern(
    `(?:except|but not|excluding|other than|apart from|not)(?: on| for| at)? (?:(?:the )?(?<off>weekends?)|(?<days>${weekdayList}))`,
    ({ days = "", off }) => ({
      kind: "except",
      weekdays: off ? [0, 6] : weekdayNumbers(days),
    }),
  ),
  pattern(`(?:for )?(?:a total of )?(?<n>${number}) times(?: (?:total|in total|in all))?`, ({ n = "" }) => {
    const amount = numberOf(n);
    return amount ? { kind: "span", amount, unit: "time" } : null;
  }),
  pattern(
    `(?:for|lasting|over)(?: about| around| roughly)? (?:the next |another |a period of )?(?<n>half an|half a|an hour and a half|${number}) ?(?<unit>minutes|mins|hours|hrs|days|weeks|months|years|min|minute|hour|hr|day|week|month|year|h|m)?(?: and a half)?(?! (?:from|after|before|ago|prior)\\b)`,
    ({ n = "", unit: name }) => {
      if (!name) return n === "an hour and a half" ? { kind: "span", amount: 90, unit: "minute" } : null;
      const amount = n.startsWith("half") ? 1 : numberOf(n);
      const unit = spanUnits.find(([words]) => words.test(name))?.[1];
      return amount && unit ? { kind: "span", amount, unit } : null;
    },
  ),
];

const spanUnits: [RegExp, "minute" | "hour" | "day" | "week" | "month" | "year"][] = [
  [/^(?:min|m$)/, "minute"],
  [/^h/, "hour"],
  [/^d/, "day"],
  [/^w/, "week"],
  [/^mo/, "month"],
  [/^y/, "year"],
];

function monthDaysIn(text: string) {
  const found = (text.match(new RegExp(`${ordinal}|\\d{1,2}`, "g")) ?? []).map((word) => ordinalOf(word) ?? 0);
  return found.filter((day) => day !== 0 && day <= 31).sort((a, b) => a - b);
}
