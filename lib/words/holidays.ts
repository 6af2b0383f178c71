import { addDays, dateOf, nthWeekdayOfMonth } from "./calendar";

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

/** The most specific words first: "christmas eve" before "christmas". */
const holidays: Holiday[] = [
  { words: "(?:christmas|xmas) eve", on: fixed(12, 24) },
  { words: "boxing day", on: fixed(12, 26) },
  { words: "(?:christmas|xmas)(?: day)?", on: fixed(12, 25) },
  { words: "new year'?s?'? eve|nye", on: fixed(12, 31) },
  { words: "new year'?s?'?(?: day)?", on: fixed(1, 1) },
  { words: "hall?owe?'?en", on: fixed(10, 31) },
  { words: "thanksgiving(?: day)?", on: thanksgiving },
  { words: "black friday", on: (year) => addDays(thanksgiving(year) ?? "", 1) },
  { words: "cyber monday", on: (year) => addDays(thanksgiving(year) ?? "", 4) },
  { words: "valentine'?s?'?(?: day)?", on: fixed(2, 14) },
  { words: "(?:st\\.?|saint) patrick'?s?'?(?: day)?", on: fixed(3, 17) },
  { words: "april fool'?s?'?(?: day)?", on: fixed(4, 1) },
  { words: "cinco de mayo", on: fixed(5, 5) },
  { words: "juneteenth", on: fixed(6, 19) },
  { words: "independence day", on: fixed(7, 4) },
  { words: "veterans?'?s? day", on: fixed(11, 11) },
  { words: "(?:mlk|martin luther king(?: jr)?) day", on: nth(1, 1, 3) },
  { words: "president'?s?'? day", on: nth(2, 1, 3) },
  { words: "memorial day", on: nth(5, 1, -1) },
  { words: "labou?r day", on: nth(9, 1, 1) },
  { words: "columbus day|indigenous peoples'? day", on: nth(10, 1, 2) },
  { words: "mother'?s?'? day", on: nth(5, 0, 2) },
  { words: "father'?s?'? day", on: nth(6, 0, 3) },
  { words: "ash wednesday", on: fromEaster(-46) },
  { words: "good friday", on: fromEaster(-2) },
  { words: "easter monday", on: fromEaster(1) },
  { words: "easter(?: sunday)?", on: fromEaster(0) },
];

/** Holidays of the US and the widest known others, as a fragment of a regular expression. */
export const holiday = holidays.map(({ words }) => words).join("|");

export function holidayDate(name: string, year: number): string | null {
  return holidays.find(({ words }) => new RegExp(`^(?:${words})$`).test(name))?.on(year) ?? null;
}
