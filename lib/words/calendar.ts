/** Arithmetic on calendar dates `YYYY-MM-DD`; no zone, no clock. A weekday is 0 (Sunday) to 6. */
const dayLength = 86_400_000;

const utc = (date: string) => Date.parse(`${date}T00:00:00Z`);
const fromUtc = (time: number) => new Date(time).toISOString().slice(0, 10);
const two = (n: number) => String(n).padStart(2, "0");

export type DateParts = { year: number; month: number; day: number };

export function partsOf(date: string): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** null when there is no such day, such as 30 February. */
export function dateOf(year: number, month: number, day: number): string | null {
  const isPossible = year >= 1900 && year <= 9998 && month >= 1 && month <= 12 && day >= 1;
  return isPossible && day <= daysInMonth(year, month) ? `${year}-${two(month)}-${two(day)}` : null;
}

export function daysInMonth(year: number, month: number) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export const addDays = (date: string, days: number) => fromUtc(utc(date) + days * dayLength);

/** The same day of another month, or that month's last day when it is shorter. */
export function addMonths(date: string, months: number) {
  const { year, month, day } = partsOf(date);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const length = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
  first.setUTCDate(Math.min(day, length));
  return first.toISOString().slice(0, 10);
}

export const daysBetween = (from: string, to: string) => Math.round((utc(to) - utc(from)) / dayLength);

export const weekdayOf = (date: string) => new Date(utc(date)).getUTCDay();

/** The first such weekday strictly after `date`. */
export function weekdayAfter(date: string, weekday: number) {
  return addDays(date, ((weekday - weekdayOf(date) + 6) % 7) + 1);
}

export const mondayOf = (date: string) => addDays(date, -((weekdayOf(date) + 6) % 7));

/** The first day of the week that holds `date`, for a person whose weeks begin on such a weekday. */
export const weekOf = (date: string, first: number) => addDays(date, -((weekdayOf(date) - first + 7) % 7));

export const firstOfMonth = (date: string) => `${date.slice(0, 8)}01`;

export function lastOfMonth(date: string) {
  const { year, month } = partsOf(date);
  return `${date.slice(0, 8)}${two(daysInMonth(year, month))}`;
}

/** The nth such weekday of the month that holds `date`; -1 is the last. null when there is no fifth. */
export function nthWeekdayOfMonth(date: string, weekday: number, nth: number): string | null {
  if (nth < 0) {
    const last = lastOfMonth(date);
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = firstOfMonth(date);
  const found = addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
  return found.slice(0, 7) === date.slice(0, 7) ? found : null;
}
