import { addDays, dateOf, nthWeekdayOfMonth, partsOf, weekdayOf } from "./calendar";
import { yearOf } from "./english/dates";
import { day } from "./named-days";
import type { Here, Meaning } from "./piece";

type Holiday = { words: string; on(year: number): string | null };

const fixed = (month: number, day: number) => (year: number) => dateOf(year, month, day);
const nth = (month: number, weekday: number, n: number) => (year: number) => {
  const first = dateOf(year, month, 1);
  return first && nthWeekdayOfMonth(first, weekday, n);
};

/** Gauss's Easter in the form of Meeus, Jones and Butcher. */
function easter(year: number) {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const h = (19 * a + century - Math.floor(century / 4) - correction + 15) % 30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - h - (rest % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dateOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

const fromEaster = (days: number) => (year: number) => {
  const sunday = easter(year);
  return sunday && addDays(sunday, days);
};

const thanksgiving = nth(11, 4, 4);

const beforeChristmas = (days: number) => (year: number) => addDays(`${year}-12-25`, -days);

/** Tax day moves past a weekend. */
function taxDay(year: number) {
  const date = `${year}-04-15`;
  return addDays(date, { 6: 2, 0: 1 }[weekdayOf(date)] ?? 0);
}

/** The most specific words first: "christmas eve" before "christmas". */
const holidays: Holiday[] = [
  { words: "(?:christmas|xmas|x-mas) eve eve", on: beforeChristmas(2) },
  { words: "(?:christmas|xmas|x-mas) eve", on: beforeChristmas(1) },
  { words: "boxing day", on: fixed(12, 26) },
  { words: "(?:christmas|xmas|x-mas)(?: day)?", on: fixed(12, 25) },
  { words: "(?:new year'?s?'?|nye) eve|nye", on: fixed(12, 31) },
  { words: "new year'?s?'?(?: day)?", on: fixed(1, 1) },
  { words: "hall?owe?'?en|all hallows'? eve", on: fixed(10, 31) },
  { words: "all saints'? day", on: fixed(11, 1) },
  { words: "thanksgiving eve", on: (year) => addDays(thanksgiving(year) ?? "", -1) },
  { words: "(?:american |us )?thanksgiving(?: day)?|turkey day", on: thanksgiving },
  { words: "black friday", on: (year) => addDays(thanksgiving(year) ?? "", 1) },
  { words: "small business saturday", on: (year) => addDays(thanksgiving(year) ?? "", 2) },
  { words: "cyber monday", on: (year) => addDays(thanksgiving(year) ?? "", 4) },
  { words: "giving tuesday", on: (year) => addDays(thanksgiving(year) ?? "", 5) },
  { words: "groundhog'?s?'? day", on: fixed(2, 2) },
  { words: "(?:st\\.? |saint )?valentine'?s?'?(?: day)?|v-?day", on: fixed(2, 14) },
  { words: "pi day", on: fixed(3, 14) },
  { words: "(?:st\\.?|saint) (?:patrick|paddy|patty)'?s?'?(?: day)?", on: fixed(3, 17) },
  { words: "april fool'?s?'?(?: day)?", on: fixed(4, 1) },
  { words: "tax day", on: taxDay },
  { words: "earth day", on: fixed(4, 22) },
  { words: "may day", on: fixed(5, 1) },
  { words: "cinco de mayo", on: fixed(5, 5) },
  { words: "flag day", on: fixed(6, 14) },
  { words: "juneteenth", on: fixed(6, 19) },
  { words: "independence day|(?:the )?fourth of july|(?:the )?4th of july", on: fixed(7, 4) },
  { words: "veterans?'?s?'? day|armistice day|remembrance day", on: fixed(11, 11) },
  { words: "(?:mlk|martin luther king(?:'s)?,?(?: jr\\.?)?)(?: day)?", on: nth(1, 1, 3) },
  { words: "(?:president'?s?'?|washington'?s?'?) day", on: nth(2, 1, 3) },
  { words: "memorial day", on: nth(5, 1, -1) },
  { words: "labou?r day", on: nth(9, 1, 1) },
  { words: "columbus day|indigenous peoples?'?s?'? day", on: nth(10, 1, 2) },
  { words: "election day", on: (year) => addDays(nth(11, 1, 1)(year) ?? "", 1) },
  { words: "super ?bowl(?: sunday)?", on: nth(2, 0, 2) },
  { words: "mother'?s?'? day", on: nth(5, 0, 2) },
  { words: "father'?s?'? day", on: nth(6, 0, 3) },
  { words: "mardi gras|fat tuesday|shrove tuesday|pancake day", on: fromEaster(-47) },
  { words: "ash wednesday", on: fromEaster(-46) },
  { words: "palm sunday", on: fromEaster(-7) },
  { words: "maundy thursday", on: fromEaster(-3) },
  { words: "good friday", on: fromEaster(-2) },
  { words: "easter saturday|holy saturday", on: fromEaster(-1) },
  { words: "easter monday", on: fromEaster(1) },
  { words: "easter(?: sunday)?", on: fromEaster(0) },
  { words: "ascension day", on: fromEaster(39) },
  { words: "whit monday|pentecost monday", on: fromEaster(50) },
  { words: "pentecost|whit sunday", on: fromEaster(49) },
];

/** Holidays of the US and the widest known others, as a fragment of a regular expression. */
export const holiday = holidays.map(({ words }) => words).join("|");

const named = holidays.map(({ words, on }) => ({ regex: new RegExp(`^(?:${words})$`), on }));

/** The next such day, or the one of a year that was named. */
export function nextHoliday(name: string, which: string, yearText: string | undefined, here: Here): Meaning | null {
  const on = named.find(({ regex }) => regex.test(name))?.on;
  if (!on) return null;
  const { year } = partsOf(here.date);
  if (yearText)
    return day(on(/year$/.test(yearText) ? year + (yearText === "next year" ? 1 : 0) : (yearOf(yearText) ?? year)));
  const dates = [year - 1, year, year + 1].map(on);
  if (which === "last")
    return day(dates.findLast((date) => date !== null && date < here.date) ?? null, { isPast: true });
  return day(dates.find((date) => date !== null && date >= here.date) ?? null, { isYearly: true });
}
