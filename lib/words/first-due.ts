import { addDays, firstOfMonth, nthWeekdayOfMonth } from "./calendar";
import type { Chosen } from "./choose";
import { partTimes } from "./parts-of-day";
import type { Clock, Here, PartOfDay } from "./piece";
import { firstOn } from "./rule";
import type { Due } from "./today";
import { instantOf, wallOf } from "./zone";

const two = (n: number) => String(n).padStart(2, "0");
const timeText = (hour: number, minute: number) => `${two(hour)}:${two(minute)}`;

/** What the thing to do says about a bare hour: breakfast at 8 is in the morning, dinner at 8 in the evening. */
export type Habit = "morning" | "evening" | null;

const habits: [Exclude<Habit, null>, RegExp][] = [
  [
    "evening",
    /\b(?:dinner|supper|drinks|party|movies?|film|cinema|restaurant|reservation|table for|concert|opera|theat(?:er|re)|date night|pub|bar|nightcap|gig|fireworks|bedtime)\b/,
  ],
  ["morning", /\b(?:breakfast|brunch|wake up|waking up|get up|sunrise|wake me)\b/],
];

export const habitOf = (lower: string): Habit => habits.find(([, words]) => words.test(lower))?.[0] ?? null;

/** The due date that the chosen pieces add up to; null when they say nothing. */
export function firstDue(chosen: Chosen, habit: Habit, here: Here): Due | null {
  const { day, moment, part, rule } = chosen;
  if (rule) return firstOfRule(chosen, habit, here);
  if (moment && (!day || moment.due.date === day.date)) return moment.due;
  const date = day?.date ?? part?.date ?? null;
  if (!chosen.time) return partOnly(date, chosen, here);
  const { clock, timeZone } = chosen.time;
  const due = date ? onDay(date, clock, part?.part ?? null, habit, here) : soon(clock, part?.part ?? null, habit, here);
  return timeZone && due.time
    ? wallOf(instantOf({ date: due.date, time: due.time }, timeZone).instant, here.today.timeZone)
    : due;
}

function partOnly(date: string | null, { part }: Chosen, here: Here): Due | null {
  if (!part) return date ? { date, time: null } : null;
  const time = part.time ?? partTimes[part.part];
  if (!date) return { date: time > here.time ? here.date : addDays(here.date, 1), time };
  // "tonight", said late at night, still means tonight: the day is true, the usual hour is not.
  return { date, time: part.date && date === here.date && time <= here.time ? null : time };
}

function soon(clock: Clock, part: PartOfDay | null, habit: Habit, here: Here): Due {
  const time = part
    ? withPart(clock, part)
    : habit === "morning" && clock.isAmbiguous
      ? timeText(clock.hour % 12, clock.minute)
      : nextTime(clock, here);
  return { date: time > here.time ? here.date : addDays(here.date, 1), time };
}

function onDay(date: string, clock: Clock, part: PartOfDay | null, habit: Habit, here: Here): Due {
  const { hour, minute, isAmbiguous } = clock;
  // The small hours of a night, and today's midnight, are of the next day.
  const isAfterMidnight = minute === 0 ? hour % 12 === 0 : false;
  if (part === "night" && (isAfterMidnight || (isAmbiguous && hour < 5)))
    return { date: addDays(date, 1), time: timeText(hour % 12, minute) };
  if (date === here.date && !isAmbiguous && hour === 0 && minute === 0)
    return { date: addDays(date, 1), time: "00:00" };
  if (part) return { date, time: withPart(clock, part) };
  if (!isAmbiguous) return { date, time: timeText(hour, minute) };
  if (date !== here.date) return { date, time: usualTime(clock, habit) };
  const morning = timeText(hour % 12, minute);
  const isMorning = morning > here.time && hour !== 12 && habit !== "evening";
  return { date, time: isMorning ? morning : timeText((hour % 12) + 12, minute) };
}

/** Of the two readings of a bare hour on another day, the one in which people are up and about: 7:00 to 18:59. */
function usualTime({ hour, minute }: Clock, habit: Habit) {
  if (habit === "evening" && hour >= 5 && hour < 12) return timeText(hour + 12, minute);
  if (habit === "morning" && hour >= 4 && hour < 12) return timeText(hour, minute);
  return timeText(hour < 7 ? hour + 12 : hour, minute);
}

function withPart({ hour, minute, isAmbiguous }: Clock, part: PartOfDay) {
  if (!isAmbiguous) return timeText(hour, minute);
  const isMorning = part === "morning" || (part === "night" && hour < 5) || (part === "lunch" && hour === 11);
  return timeText((hour % 12) + (isMorning && !(part === "morning" && hour === 12) ? 0 : 12), minute);
}

/** The next moment at which a clock shows this. */
function nextTime({ hour, minute, isAmbiguous }: Clock, here: Here): string {
  if (!isAmbiguous) return timeText(hour, minute);
  const times = [timeText(hour % 12, minute), timeText((hour % 12) + 12, minute)];
  return times.find((time) => time > here.time) ?? times[0] ?? "00:00";
}

function firstOfRule(chosen: Chosen, habit: Habit, here: Here): Due | null {
  const { rule, time } = chosen;
  if (!rule) return null;
  const part = chosen.part?.part ?? chosen.rulePart ?? null;
  const clock = time?.clock;
  const at =
    clock &&
    (part ? withPart(clock, part) : clock.isAmbiguous ? usualTime(clock, habit) : timeText(clock.hour, clock.minute));
  const dueTime = at ?? (part ? (chosen.part?.time ?? partTimes[part]) : null);
  const isPassed = !chosen.start && dueTime !== null && dueTime <= here.time;
  const date = firstOn(rule, chosen.start ?? (isPassed ? addDays(here.date, 1) : here.date));
  return date ? { date, time: dueTime } : null;
}

/** "the last friday" with no month named: this month's, or next month's once it has passed. */
export function nextNthWeekday(nth: number, weekday: number, here: Here): string | null {
  const first = firstOfMonth(here.date);
  const dates = [0, 31, 62].map((days) => nthWeekdayOfMonth(addDays(first, days), weekday, nth));
  return dates.find((date) => date !== null && date >= here.date) ?? null;
}
