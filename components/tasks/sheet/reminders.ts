/** So many minutes before the hour at which a task is due; 0 is the hour itself. */
export const usualReminders = [0, 10, 30, 60, 1440];
export const mostReminders = 5;
const longest = 40_320;

const units = [
  { minutes: 10_080, one: "week" },
  { minutes: 1440, one: "day" },
  { minutes: 60, one: "hour" },
  { minutes: 1, one: "minute" },
];

/** "at the time", "10 minutes before", "1 day and 2 hours before" */
export function sayReminder(before: number): string {
  if (before === 0) return "at the time";
  let rest = before;
  const parts = units.flatMap(({ minutes, one }) => {
    const many = Math.floor(rest / minutes);
    rest -= many * minutes;
    return many > 0 ? [`${many} ${one}${many === 1 ? "" : "s"}`] : [];
  });
  return `${parts.join(" and ")} before`;
}

const lengths: { [letter: string]: number } = { m: 1, h: 60, d: 1440, w: 10_080 };

/** "45", "45 min", "2 hours", "1 day and 2 hours": how long before, in minutes. null when it can't be read, or is over four weeks. */
export function readReminder(text: string): number | null {
  const clean = text
    .toLowerCase()
    .replace(/\bbefore\b|\band\b|,/g, " ")
    .replace(/\ban?\b/g, "1")
    .trim();
  if (/^(at the time|on time|then|at once)$/.test(clean)) return 0;
  if (/^\d+$/.test(clean)) return within(Number(clean));
  const parts = [...clean.matchAll(/(\d+(?:\.\d+)?)\s*(minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)(?![a-z])/g)];
  const isWhole =
    clean.replace(/(\d+(?:\.\d+)?)\s*(minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)(?![a-z])/g, "").trim() === "";
  if (parts.length === 0 || !isWhole) return null;
  return within(parts.reduce((sum, [, many, unit]) => sum + Number(many) * (lengths[unit?.charAt(0) ?? ""] ?? 0), 0));
}

const within = (minutes: number) => (Number.isInteger(minutes) && minutes <= longest ? minutes : null);
