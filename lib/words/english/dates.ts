/**
 * The English words that dates, times and numbers are made of, as fragments of regular expressions over lower-case text
 * (common misspellings among them), each with the function that reads what it matched.
 */
const units = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].concat([
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
]);
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ordinals = [
  "zeroth",
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
].concat(
  ["tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"],
  ["eighteenth", "nineteenth"],
);

// Longer alternatives first: "sixteen" before "six".
const longestFirst = (words: string[]) => [...words].sort((a, b) => b.length - a.length).join("|");

const smallNumber = `(?:${tens.join("|")})(?:[- ](?:${longestFirst(units.slice(1, 10))}))?|${longestFirst(units.slice(1))}`;

/** "3", "twenty-one", "a", "a couple of", "a few" */
export const number = `(?:\\d{1,4}(?:\\.5)?|${smallNumber}|an? couple(?: of)?|couple(?: of)?|a few|few|(?:an? )?(?:hundred|dozen)|an?)`;

/** A number that stands for something counted; null when it isn't one. */
export function numberOf(text: string): number | null {
  if (/^\d/.test(text)) return Number(text);
  if (/couple/.test(text)) return 2;
  if (/few/.test(text)) return 3;
  if (/hundred/.test(text)) return 100;
  if (/dozen/.test(text)) return 12;
  if (/^an?$/.test(text)) return 1;
  const [first = "", second = ""] = text.split(/[- ]/);
  const ten = tens.indexOf(first);
  if (ten >= 0) return (ten + 2) * 10 + Math.max(0, units.indexOf(second));
  const unit = units.indexOf(first);
  return unit >= 0 ? unit : null;
}

const ordinalWords = `(?:twenty|thirty)[- ](?:${longestFirst(ordinals.slice(1, 10))})|twentieth|thirtieth|${longestFirst(ordinals.slice(1))}`;

/** "twenty two", "five": a day of a month said as a plain number */
export const dayWord = `(?:(?:twenty|thirty)[- ](?:${longestFirst(units.slice(1, 10))})|twenty|thirty|${longestFirst(units.slice(1))})`;

/** "3rd", "21st", "twenty-first" */
export const ordinal = `(?:\\d{1,2}(?:st|nd|rd|th)|${ordinalWords})`;

const twoDigits = `(?:${smallNumber})`;

/** "2018", "'18", "twenty eighteen", "two thousand and eighteen" */
export const year = `(?:(?:19|20|21)\\d\\d|'\\d\\d|two thousand(?: and)? ${twoDigits}|(?:nineteen|twenty) ${twoDigits})`;

export function yearOf(text: string | undefined): number | null {
  if (!text) return null;
  if (/\d/.test(text)) return fullYear(Number(text.replace("'", "")));
  const [, century = "", rest = ""] = /^(two thousand(?: and)?|nineteen|twenty) (.+)$/.exec(text) ?? [];
  return (century === "nineteen" ? 1900 : 2000) + (numberOf(rest) ?? 0);
}

const fullYear = (year: number) => (year < 100 ? 2000 + year : year);

export function ordinalOf(text: string): number | null {
  if (/^\d/.test(text)) return Number.parseInt(text, 10);
  if (text === "last" || text === "final") return -1;
  if (text === "twentieth") return 20;
  if (text === "thirtieth") return 30;
  const [first = "", second] = text.split(/[- ]/);
  if (second) return (first === "twenty" ? 20 : 30) + Math.max(ordinals.indexOf(second), units.indexOf(second));
  const n = ordinals.indexOf(first);
  return n > 0 ? n : units.includes(first) || tens.includes(first) ? numberOf(first) : null;
}

const wholeWeekday = "sunday|monday|tuesday|wednesday|thursday|friday|saturday";

/** Whole names and abbreviations; `sun`, `sat`, `mon` and `wed` are words of their own and count only where a date can stand. */
export const weekday = `(?:(?:${wholeWeekday})|tues?|weds?|thurs?|thu|fri|sat|sun|mon)\\b\\.?`;

export function weekdayNumber(text: string): number {
  const start = text.slice(0, 2);
  if (start === "su") return 0;
  if (start === "sa") return 6;
  if (start === "th") return 4;
  return { m: 1, t: 2, w: 3, f: 5 }[text.charAt(0)] ?? 0;
}

const anyWeekday = `(?:(?:${wholeWeekday})s?\\b|${weekday})`;

export const weekdays = `(?:${wholeWeekday})s`;

/** "monday", "mondays and thursdays", "mon/wed/fri", "monday to friday" */
export const weekdayList = `${anyWeekday}(?:(?:,? (?:and|&|or) (?:on |every )?|, ?(?:on )?| ?/ ?| ?[+&] ?| ?[-–] ?| (?:to|through|thru|till|until) | )${anyWeekday}){0,6}`;

/** The weekdays of such a list, from Monday on; a range holds the days between. */
export function weekdayNumbers(text: string): number[] {
  const found: number[] = [];
  let end = 0;
  for (const { 0: name, index } of text.matchAll(new RegExp(`\\b${anyWeekday}`, "g"))) {
    const n = weekdayNumber(name);
    const isRange = /[-–]|\b(?:to|through|thru|till|until)\b/.test(text.slice(end, index));
    const first = found.at(-1);
    if (isRange && first !== undefined) for (let day = (first + 1) % 7; day !== n; day = (day + 1) % 7) found.push(day);
    found.push(n);
    end = index + name.length;
  }
  return [...new Set(found)].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
}

const monthWords =
  "january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec";
export const month = `(?:${monthWords})\\.?`;
/** What a text holds that names a month, or a stretch of time as long as a month. */
export const monthOrLonger = new RegExp(
  `\\b(?:(?:${monthWords})\\b|week|month|quarter|year|spring|summer|autumn|fall|winter|q[1-4]|two thousand|nineteen|twenty)|\\d{4}|'\\d\\d`,
);

export function monthNumber(text: string): number {
  return (
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].indexOf(text.slice(0, 3)) + 1
  );
}

export const tomorrow = "tomorrow";

export const unit =
  "(?:minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|fortnights?|months?|mths?|mos?|quarters?|years?|yrs?|decades?|weekdays?|working days?|business days?)";
export type Unit = "minute" | "hour" | "day" | "week" | "month" | "year" | "workday";

/** The unit, and how many of it one such word is: a fortnight is two weeks. */
export function unitOf(text: string): { unit: Unit; times: number } {
  if (text.startsWith("fortnight")) return { unit: "week", times: 2 };
  if (/^(?:weekday|work|business)/.test(text)) return { unit: "workday", times: 1 };
  if (text.startsWith("quarter")) return { unit: "month", times: 3 };
  if (text.startsWith("decade")) return { unit: "year", times: 10 };
  if (text.startsWith("min")) return { unit: "minute", times: 1 };
  if (text.startsWith("m")) return { unit: "month", times: 1 };
  const known = { h: "hour", d: "day", w: "week", y: "year" } as const;
  const first = text.charAt(0);
  return { unit: first === "h" || first === "d" || first === "w" || first === "y" ? known[first] : "day", times: 1 };
}
