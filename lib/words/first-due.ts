import { addDays, firstOfMonth, nthWeekdayOfMonth } from "./calendar";
import type { Chosen } from "./choose";
import type { Clock, Here, PartOfDay } from "./piece";
import { firstOn } from "./rule";
import { partTimes } from "./time-patterns";
import type { Due } from "./today";

const two = (n: number) => String(n).padStart(2, "0");
const timeText = (hour: number, minute: number) => `${two(hour)}:${two(minute)}`;

/** The due date that the chosen pieces add up to; null when they say nothing. */
export function firstDue(chosen: Chosen, here: Here): Due | null {
  const { day, moment, part, rule } = chosen;
  if (moment && !day) return moment.due;
  const partName = part?.part ?? chosen.rulePart ?? null;
  const date = day?.date ?? part?.date ?? null;
  if (rule) return firstOfRule(chosen, partName, here);
  if (!chosen.time) return partOnly(date, partName, Boolean(part?.date), here);
  const { clock } = chosen.time;
  if (date) return onDay(date, clock, partName, here);
  const time = partName ? withPart(clock, partName) : nextTime(clock, here);
  return { date: time > here.time ? here.date : addDays(here.date, 1), time };
}

function partOnly(date: string | null, part: PartOfDay | null, isToday: boolean, here: Here): Due | null {
  if (!part) return date ? { date, time: null } : null;
  const time = partTimes[part];
  if (!date) return { date: time > here.time ? here.date : addDays(here.date, 1), time };
  // "tonight", said late at night, still means tonight: the day is true, the usual hour is not.
  return { date, time: isToday && date === here.date && time <= here.time ? null : time };
}

function onDay(date: string, clock: Clock, part: PartOfDay | null, here: Here): Due {
  if (part === "night" && clock.minute === 0 && clock.hour % 12 === 0) return { date: addDays(date, 1), time: "00:00" };
  if (part) return { date, time: withPart(clock, part) };
  if (!clock.isAmbiguous) return { date, time: timeText(clock.hour, clock.minute) };
  if (date !== here.date) return { date, time: usualTime(clock) };
  const morning = timeText(clock.hour % 12, clock.minute);
  return {
    date,
    time: morning > here.time && clock.hour !== 12 ? morning : timeText((clock.hour % 12) + 12, clock.minute),
  };
}

/** Of the two readings of a bare hour on another day, the one in which people are up and about: 7:00 to 18:59. */
function usualTime({ hour, minute }: Clock) {
  return timeText(hour < 7 ? hour + 12 : hour, minute);
}

function withPart({ hour, minute, isAmbiguous }: Clock, part: PartOfDay) {
  if (!isAmbiguous) return timeText(hour, minute);
  const isMorning = part === "morning" || (part === "night" && hour < 5) || (part === "lunch" && hour === 11);
  return timeText((hour % 12) + (isMorning ? 0 : 12), minute);
}

/** The next moment at which a clock shows this. */
function nextTime({ hour, minute, isAmbiguous }: Clock, here: Here): string {
  if (!isAmbiguous) return timeText(hour, minute);
  const times = [timeText(hour % 12, minute), timeText((hour % 12) + 12, minute)];
  return times.find((time) => time > here.time) ?? times[0] ?? "00:00";
}

function firstOfRule(chosen: Chosen, part: PartOfDay | null, here: Here): Due | null {
  const { rule, time } = chosen;
  if (!rule) return null;
  const clock = time?.clock;
  const at = clock
    ? part
      ? withPart(clock, part)
      : clock.isAmbiguous
        ? usualTime(clock)
        : timeText(clock.hour, clock.minute)
    : null;
  const dueTime = at ?? (part ? partTimes[part] : null);
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
