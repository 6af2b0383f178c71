import { addDays, daysInMonth, partsOf, weekdayOf } from "./calendar";

export const weekdayCodes: readonly string[] = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** The part of RFC 5545's RRULE that people say in words. `byDay` holds "MO", "1MO" or "-1FR". */
export type Rule = {
  freq: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  interval: number;
  byDay: string[];
  byMonthDay: number[];
  byMonth: number[];
  until: string | null;
  count: number | null;
};

export function rule(freq: Rule["freq"], overrides: Partial<Rule> = {}): Rule {
  return { freq, interval: 1, byDay: [], byMonthDay: [], byMonth: [], until: null, count: null, ...overrides };
}

export function ruleText(rule: Rule): string {
  const parts = [`FREQ=${rule.freq}`];
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`);
  if (rule.byMonth.length > 0) parts.push(`BYMONTH=${rule.byMonth.join(",")}`);
  if (rule.byMonthDay.length > 0) parts.push(`BYMONTHDAY=${rule.byMonthDay.join(",")}`);
  if (rule.byDay.length > 0) parts.push(`BYDAY=${rule.byDay.join(",")}`);
  if (rule.until) parts.push(`UNTIL=${rule.until.replaceAll("-", "")}`);
  if (rule.count) parts.push(`COUNT=${rule.count}`);
  return parts.join(";");
}

/** null for a rule that uses more of RFC 5545 than people say in words. */
export function parseRule(text: string): Rule | null {
  const found: Partial<Rule> = {};
  let freq: Rule["freq"] | null = null;
  let position: number | null = null;
  for (const part of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .split(";")) {
    const [key, value = ""] = part.split("=");
    const numbers = value.split(",").map(Number);
    if (key === "FREQ")
      freq = (["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] as const).find((name) => name === value) ?? null;
    else if (key === "INTERVAL") found.interval = Number(value);
    else if (key === "BYDAY") found.byDay = value.split(",").map((day) => day.replace("+", ""));
    else if (key === "BYMONTHDAY") found.byMonthDay = numbers;
    else if (key === "BYMONTH") found.byMonth = numbers;
    else if (key === "COUNT") found.count = Number(value);
    else if (key === "BYSETPOS") position = Number(value);
    else if (key === "UNTIL") found.until = `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6, 8)}`;
    else if (key !== "WKST") return null;
  }
  if (position !== null) {
    if (found.byDay?.length !== 1) return null;
    found.byDay = [`${position}${found.byDay[0]}`];
  }
  return freq ? rule(freq, found) : null;
}

/** Does the rule allow this day, its interval and its end aside? A rule without BY… parts allows its start's own day. */
function allows(rule: Rule, date: string, start: string) {
  const { year, month, day } = partsOf(date);
  const from = partsOf(start);
  if (rule.byMonth.length > 0 && !rule.byMonth.includes(month)) return false;
  if (rule.byMonthDay.length > 0) {
    const fromEnd = day - daysInMonth(year, month) - 1;
    if (!rule.byMonthDay.includes(day) && !rule.byMonthDay.includes(fromEnd)) return false;
  }
  if (rule.byDay.length > 0) return rule.byDay.some((code) => isDay(code, date));
  if (rule.byMonthDay.length > 0 || rule.freq === "DAILY") return true;
  if (rule.freq === "WEEKLY") return weekdayOf(date) === weekdayOf(start);
  return day === from.day && (rule.freq === "MONTHLY" || rule.byMonth.length > 0 || month === from.month);
}

function isDay(code: string, date: string) {
  if (code.slice(-2) !== weekdayCodes[weekdayOf(date)]) return false;
  const nth = Number(code.slice(0, -2));
  if (nth === 0) return true;
  const { year, month, day } = partsOf(date);
  return nth > 0 ? Math.ceil(day / 7) === nth : Math.ceil((daysInMonth(year, month) - day + 1) / 7) === -nth;
}

/** The first day on or after `from` that the rule allows; the interval is counted from that day on. */
export function firstOn(rule: Rule, from: string): string | null {
  // Nine years reach the next 29 February even across 2100.
  for (let days = 0; days < 9 * 366; days++) {
    const date = addDays(from, days);
    if (allows(rule, date, from)) return date;
  }
  return null;
}
