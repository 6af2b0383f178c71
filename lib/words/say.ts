import { sayTime as onClock } from "@/lib/dates";
import { daysBetween, partsOf, weekdayOf } from "./calendar";
import { parseRule, type Rule, weekdayCodes } from "./rule";
import { type Due, type Today, todayIn } from "./today";

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = ["January", "February", "March", "April", "May", "June", "July"].concat([
  "August",
  "September",
  "October",
  "November",
  "December",
]);

const short = (name: string | undefined) => (name ?? "").slice(0, 3);

/** "Fri 27 Nov" */
function dayAndMonth(date: string) {
  const { month, day } = partsOf(date);
  return `${short(weekdays[weekdayOf(date)])} ${day} ${short(months[month - 1])}`;
}

/** "17:00", or "5:00 pm" for a person whose clock has twelve hours: as the interface shows it. */
export const sayTime = (time: string, { clock = "24h" }: Today): string => onClock(time, clock);

/** "Fri 27 Nov 2026, 17:00 Europe/Paris": a due date that can't be misunderstood, for records and models. */
export function sayDue(due: Due, today: Today): string {
  const date = `${dayAndMonth(due.date)} ${due.date.slice(0, 4)}`;
  return due.time ? `${date}, ${sayTime(due.time, today)} ${today.timeZone}` : date;
}

/** "tomorrow 17:00", "Fri 27 Nov", "Wed 27 Jan 2027": a due date for a list, as seen from today. */
export function sayDueShort(due: Due, today: Today): string {
  const date = sayDateShort(due.date, today);
  return due.time ? `${date} ${sayTime(due.time, today)}` : date;
}

function sayDateShort(date: string, today: Today) {
  const here = todayIn(today);
  const near = ["yesterday", "today", "tomorrow"][daysBetween(here, date) + 1];
  if (near) return near;
  return date.slice(0, 4) === here.slice(0, 4) ? dayAndMonth(date) : `${dayAndMonth(date)} ${date.slice(0, 4)}`;
}

/** "tomorrow, Mon 23 Nov, 17:00": a due date in a spoken sentence: relative where that helps, and always exact. */
export function sayDueLong(due: Due, today: Today): string {
  const near = sayDateShort(due.date, today);
  const isNear = ["yesterday", "today", "tomorrow"].includes(near);
  const date = isNear ? `${near}, ${dayAndMonth(due.date)}` : near;
  return due.time ? `${date}, ${sayTime(due.time, today)}` : date;
}

/** "every Monday and Thursday", "every 2 weeks", "monthly on the last Friday". The rule itself when it is out of the ordinary. */
export function sayRecurrence(recurrence: string): string {
  const rule = parseRule(recurrence);
  if (!rule) return `by the rule ${recurrence}`;
  return sayRule(rule) + sayEnd(rule);
}

function sayRule(rule: Rule): string {
  const unit = { DAILY: "day", WEEKLY: "week", MONTHLY: "month", YEARLY: "year" }[rule.freq];
  const days = list(rule.byDay.map(sayDayCode));
  const every = rule.interval === 1 ? `every ${unit}` : `every ${rule.interval} ${unit}s`;
  if (rule.freq === "WEEKLY" && rule.byDay.length > 0) {
    const isWorkWeek = [...rule.byDay].sort().join() === "FR,MO,TH,TU,WE";
    if (rule.interval === 1) return isWorkWeek ? "every weekday" : `every ${days}`;
    return rule.interval === 2 && rule.byDay.length === 1 ? `every other ${days}` : `${every} on ${days}`;
  }
  if (rule.freq === "YEARLY" && rule.byMonth.length > 0) {
    const month = list(rule.byMonth.map((n) => months[n - 1] ?? ""));
    if (rule.byMonthDay.length > 0) return `${every} on ${list(rule.byMonthDay.map(String))} ${month}`;
    return rule.byDay.length > 0 ? `${every} on the ${days} of ${month}` : `${every} in ${month}`;
  }
  if (rule.byMonthDay.length > 0) return `${every} on the ${list(rule.byMonthDay.map(sayMonthDay))}`;
  return days ? `${every} on the ${days}` : every;
}

function sayEnd({ until, count }: Rule) {
  if (until) return ` until ${dayAndMonth(until)} ${until.slice(0, 4)}`;
  return count ? `, ${count} times` : "";
}

function sayDayCode(code: string) {
  const name = weekdays[weekdayCodes.indexOf(code.slice(-2))] ?? code;
  const nth = Number(code.slice(0, -2));
  if (nth === 0) return name;
  return nth === -1 ? `last ${name}` : `${sayOrdinal(nth)} ${name}`;
}

const sayMonthDay = (day: number) => (day === -1 ? "last day" : sayOrdinal(day));

function sayOrdinal(n: number) {
  const isTeen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${(!isTeen && ["th", "st", "nd", "rd"][n % 10]) || "th"}`;
}

/** "a, b and c" */
export function list(items: string[]): string {
  const last = items.at(-1) ?? "";
  return items.length > 1 ? `${items.slice(0, -1).join(", ")} and ${last}` : last;
}
