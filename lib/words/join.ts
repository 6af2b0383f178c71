import { moved } from "./amounts";
import { addDays, dateOf, nthWeekdayOfMonth, partsOf, weekdayAfter, weekdayOf } from "./calendar";
import { nextDayOfMonth, weekdayBy, weekdayIn } from "./named-days";
import type { Day, Here, Meaning, Piece } from "./piece";

type Of<K extends Piece["kind"]> = Extract<Piece, { kind: K }>;

const close = /^[\s,(]*(?:(?:the|on|of|in|for|falling|which is|that is|being) )*$/;
const range =
  /^\s*(?:(?:-|–|—|to|through|thru|until|till|til|up to|ending|ending at|ends at)\s*)(?:(?:at|on|the|about|around) )*$/;
const either = /^\s*(?:,|\/|,? ?(?:and|or|&))\s*(?:(?:on|the|maybe|perhaps|possibly) )*$/;

/**
 * Makes one piece of those that say one thing together: "friday, 13 march", "two days before | christmas", "3 | to 4pm".
 * `lists`: "saturday and sunday" is one piece too, which begins on the first; otherwise they are two.
 */
export function joined(pieces: Piece[], lower: string, here: Here, lists: boolean): Piece[] {
  const result: Piece[] = [];
  // From the right, so that "a week | after the day | after christmas" finds its day.
  for (const piece of pieces.toReversed()) {
    const next = result[0];
    const found = next && united(piece, next, lower, here, lists);
    if (found && next) result[0] = { ...found, start: piece.start, end: next.end };
    else if (piece.kind === "weekdayBy") result.unshift(alone(piece, lower, here));
    else result.unshift(piece);
  }
  return result.filter(({ kind }) => kind !== "offset" && kind !== "zone");
}

function united(first: Piece, second: Piece, lower: string, here: Here, lists: boolean): Meaning | null {
  const gap = lower.slice(first.end, second.start);
  if (first.kind === "offset") return offset(first, second, gap, here);
  if (first.kind === "weekdayBy")
    return second.kind === "day" && /^\s*$/.test(gap)
      ? { kind: "day", date: weekdayBy(second.date, first.weekday, first.nth) }
      : null;
  if (first.kind === "time" && second.kind === "zone")
    return /^ ?$/.test(gap) ? { ...first, timeZone: second.timeZone } : null;
  if (first.kind === "time" && second.kind === "time") {
    if (!range.test(gap) && !either.test(gap)) return null;
    return isMoved(lower, first, gap) ? { ...second } : timeRange(first, second);
  }
  if (first.kind === "nthWeekday" && second.kind === "day" && second.period === "month")
    return close.test(gap) ? nthIn(second, first) : null;
  if (second.kind === "nthWeekday" && first.kind === "day" && first.period === "month")
    return close.test(gap) ? nthIn(first, second) : null;
  if (first.kind === "part" && second.kind === "part") return close.test(gap) ? onePart(first, second) : null;
  if (first.kind !== "day" || second.kind !== "day") return null;
  const one = close.test(gap) ? oneDay(first, second, here) : null;
  if (one) return one;
  const isRange = range.test(gap);
  const isList = either.test(gap) || (first.weekday !== undefined && second.weekday !== undefined && /^\s+$/.test(gap));
  if (!isRange && !(isList && (lists || /\bor\b/.test(gap)))) return null;
  return isMoved(lower, first, gap) ? { ...second } : { ...first, ...weekdaysOf(first, second, isRange) };
}

/** What is moved "from thursday to friday" is due on the second day, "to 3 – 4" at the first time. */
function isMoved(lower: string, first: Piece, gap: string) {
  const left = lower.slice(Math.max(0, first.start - 120), first.start);
  return (
    /^\s*(?:to|until|till)\b/.test(gap) && moves.test(left) && !/\b(?:to|into|for|until|till)\s+(?:the )?$/.test(left)
  );
}

/** "before bed | tonight": one tells the day, the other the time. */
function onePart(first: Of<"part">, second: Of<"part">): Meaning | null {
  if (first.date && second.time && !second.date) return { ...second, date: first.date };
  return second.date && first.time && !first.date ? { ...first, date: second.date } : null;
}

const moves =
  /\b(?:move|moved|push|pushed|re-?schedule|re-?scheduled|shift|change|changed|switch|postpone|postponed|bump|swap)\b/;

function weekdaysOf(first: Day, second: Day, isRange: boolean): Pick<Day, "weekdays"> {
  if (first.weekday === undefined || second.weekday === undefined) return {};
  const others = second.weekdays ?? [second.weekday];
  const between: number[] = [];
  if (isRange)
    for (let n = (first.weekday + 1) % 7; n !== second.weekday && n !== first.weekday; n = (n + 1) % 7) between.push(n);
  return { weekdays: [first.weekday, ...between, ...others] };
}

function offset(first: Of<"offset">, second: Piece, gap: string, here: Here): Meaning | null {
  if (!/^\s*$/.test(gap)) return null;
  if (second.kind === "day") {
    const { date, isMoment } = moved({ date: second.date, time: "00:00" }, first.amounts, first.sign, here);
    return isMoment ? null : { kind: "day", date };
  }
  if (second.kind !== "time" || second.clock.isAmbiguous === undefined) return null;
  const { hour, minute, isAmbiguous } = second.clock;
  const minutes = first.amounts.reduce(
    (sum, { n, unit }) => sum + n * (unit.startsWith("h") ? 60 : unit.startsWith("min") ? 1 : Number.NaN),
    0,
  );
  if (Number.isNaN(minutes)) return null;
  const total = (hour * 60 + minute + first.sign * minutes + 2880) % 1440;
  const clock = { hour: Math.floor(total / 60), minute: total % 60, isAmbiguous };
  return { kind: "time", clock: isAmbiguous ? { ...clock, hour: clock.hour % 12 || 12 } : clock };
}

/** "tuesday after | work": no day follows, so the weekday stands for itself. */
function alone(piece: Of<"weekdayBy">, lower: string, here: Here): Piece {
  const words = lower.slice(piece.start, piece.end).replace(/ (?:before|after|prior|following|preceding).*$/, "");
  const date = weekdayAfter(here.date, piece.weekday);
  return { kind: "day", date, weekday: piece.weekday, start: piece.start, end: piece.start + words.length };
}

/** Of "3 to 4pm" the first time is in the same half of the day, of "11 to 1pm" in the one before. */
function timeRange(first: Of<"time">, second: Of<"time">): Meaning {
  const { hour, minute, isAmbiguous } = first.clock;
  if (!isAmbiguous || second.clock.isAmbiguous) return { ...first };
  const end = (second.clock.hour || 24) * 60 + second.clock.minute;
  const isPm = ((hour % 12) + 12) * 60 + minute < end;
  return { ...first, clock: { hour: (hour % 12) + (isPm ? 12 : 0), minute, isAmbiguous: false } };
}

function nthIn(month: Day, { nth, weekday }: Of<"nthWeekday">): Meaning | null {
  const date = nthWeekdayOfMonth(month.date, weekday, nth);
  return date ? { kind: "day", date } : null;
}

const isExact = (day: Day) => !day.period && !day.yields && day.weekday === undefined && !day.around;

/** Two ways to say one day. The written date wins over the weekday beside it, whichever it falls on. */
function oneDay(first: Day, second: Day, here: Here): Meaning | null {
  if (first.yields) return second;
  if (second.yields) return first;
  const named = first.weekday === undefined ? second : first;
  const other = named === first ? second : first;
  if (named.weekday !== undefined) {
    if (other.period === "week" || other.around)
      return { kind: "day", date: weekdayIn(other.date, named.weekday, here) };
    if (other.weekday !== undefined) return other.date === named.date ? named : null;
    if (other.monthDay && other.monthDay > 0) {
      const date = nextDayOfMonth(other.monthDay, here, named.weekday);
      const isSoon = date !== null && date < addDays(here.date, 400);
      return { kind: "day", date: isSoon ? date : other.date };
    }
    if (isExact(other)) return weekdayOf(other.date) === named.weekday || !isRelative(other, here) ? other : null;
    return null;
  }
  return inPeriod(first, second) ?? inPeriod(second, first) ?? (first.date === second.date ? first : null);
}

/** Today and tomorrow are said to be another weekday only by mistake: then they are two days. */
const isRelative = (day: Day, here: Here) =>
  day.date >= here.date && day.date <= addDays(here.date, 2) && !day.isYearly && !day.monthDay;

/** "the 15th | next month", "may 5th | next year" */
function inPeriod(exact: Day, whole: Day): Meaning | null {
  const { year, month } = partsOf(whole.date);
  const own = partsOf(exact.date);
  if (whole.period === "month" && exact.monthDay && exact.monthDay > 0)
    return dayOrNull(dateOf(year, month, exact.monthDay));
  if (whole.period === "year" && (exact.isYearly || exact.period === "month"))
    return dayOrNull(dateOf(year, own.month, own.day));
  return null;
}

const dayOrNull = (date: string | null): Meaning | null => (date ? { kind: "day", date } : null);
