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
export const number = `(?:\\d{1,4}(?:\\.5)?|${smallNumber}|an? couple(?: of)?|couple(?: of)?|a few|few|an?)`;

/** A number that stands for something counted; null when it isn't one. */
export function numberOf(text: string): number | null {
  if (/^\d/.test(text)) return Number(text);
  if (/couple/.test(text)) return 2;
  if (/few/.test(text)) return 3;
  if (/^an?$/.test(text)) return 1;
  const [first = "", second = ""] = text.split(/[- ]/);
  const ten = tens.indexOf(first);
  if (ten >= 0) return (ten + 2) * 10 + Math.max(0, units.indexOf(second));
  const unit = units.indexOf(first);
  return unit >= 0 ? unit : null;
}

const ordinalWords = `(?:twenty|thirty)[- ](?:${longestFirst(ordinals.slice(1, 10))})|twentieth|thirtieth|${longestFirst(ordinals.slice(1))}`;

/** "3rd", "21st", "twenty-first" */
export const ordinal = `(?:\\d{1,2}(?:st|nd|rd|th)|${ordinalWords})`;

export function ordinalOf(text: string): number | null {
  if (/^\d/.test(text)) return Number.parseInt(text, 10);
  if (text === "last" || text === "final") return -1;
  if (text === "twentieth") return 20;
  if (text === "thirtieth") return 30;
  const [first = "", second] = text.split(/[- ]/);
  if (second) return (first === "twenty" ? 20 : 30) + ordinals.indexOf(second);
  const n = ordinals.indexOf(first);
  return n > 0 ? n : null;
}

const fullWeekday =
  "sunn?day|sundy|m[ou]nday|mondy|tu[es]+day|tuesdy|teusday|tusday|wed?[ne]*s[ed]?day|wendesday|wedensday|wednesdy|thurs?day|thrusday|thrusday|thusday|thursdy|thursady|fr[iy]day|firday|friady|frdiay|sat[ueir]+day|satuday|saterday|satruday";

/** Whole names and the abbreviations that are no other word; `sun`, `sat`, `mon` and `wed` are in here too, with care. */
export const weekday = `(?:${fullWeekday}|tues?|weds?|thurs?|thu|fri|sat|sun|mon)`;
export const wholeWeekday = `(?:${fullWeekday})`;

export function weekdayNumber(text: string): number {
  const start = text.slice(0, 2);
  if (start === "su") return 0;
  if (start === "sa") return 6;
  if (start === "th") return 4;
  return { m: 1, t: 2, w: 3, f: 5 }[text.charAt(0)] ?? 0;
}

export const weekdayList = `${weekday}s?(?:(?:,? (?:and|&|or) |, ?| ?/ ?|[+&])(?:on )?${weekday}s?)*`;

export function weekdayNumbers(text: string): number[] {
  const found = text.match(new RegExp(`\\b${weekday}`, "g")) ?? [];
  return [...new Set(found.map(weekdayNumber))].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
}

const monthWords =
  "jan(?:uary|urary)?|feb(?:ruary|uary|r)?|mar(?:ch)?|apr(?:il|ill)?|may|jun[e]?|jul[y]?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
export const month = `(?:${monthWords})\\.?`;

export function monthNumber(text: string): number {
  return (
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].indexOf(text.slice(0, 3)) + 1
  );
}

export const tomorrow = "(?:tom+or+ow+|tomm?orr?ow|tommorr?ow|tomorow|tmrw|tmr|tmw|tomoz|2moro|2morrow)";

export const unit =
  "(?:minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|fortnights?|months?|mths?|years?|yrs?|weekdays?|working days?|business days?)";
export type Unit = "minute" | "hour" | "day" | "week" | "month" | "year" | "workday";

/** The unit, and how many of it one such word is: a fortnight is two weeks. */
export function unitOf(text: string): { unit: Unit; times: number } {
  if (text.startsWith("fortnight")) return { unit: "week", times: 2 };
  if (/^(?:weekday|working|business)/.test(text)) return { unit: "workday", times: 1 };
  if (text.startsWith("min")) return { unit: "minute", times: 1 };
  if (text.startsWith("m")) return { unit: "month", times: 1 };
  const known = { h: "hour", d: "day", w: "week", y: "year" } as const;
  const first = text.charAt(0);
  return { unit: first === "h" || first === "d" || first === "w" || first === "y" ? known[first] : "day", times: 1 };
}

/** Words that show that what stands before them is complete: "friday | about the party". */
export const connectives =
  "and|or|then|but|on|at|by|for|to|in|from|with|about|before|after|until|till|please|pls|thanks|thx|because|since|so|if|when|while|as|via|re|regarding|instead|not|is|are|due|every|each|starting|through|around|per|also|too|w/|high|low|medium|urgent|priority|tag|tagged";

/** Words after which a name of a day belongs to a thing: "the friday report". */
export const determiners =
  "the|a|an|my|our|your|his|her|their|its|last|this week's|next week's|good|happy|black|casual|ruby";
