import type { Piece } from "./piece";
import type { Rule } from "./rule";

type Of<K extends Piece["kind"]> = Extract<Piece, { kind: K }>;

/** What a sentence says about when, once the pieces that don't belong together have been told apart. */
export type Chosen = {
  day: Of<"day"> | null;
  time: Of<"time"> | null;
  part: Of<"part"> | null;
  moment: Of<"moment"> | null;
  rule: Rule | null;
  rulePart: Of<"repeat">["part"] | null;
  /** The day from which a repetition runs, when it was named. */
  start: string | null;
  used: Piece[];
};

const isKind =
  <K extends Piece["kind"]>(kind: K) =>
  (piece: Piece): piece is Of<K> =>
    piece.kind === kind;

const untilBefore = /(?:^|\s)(?:until|till|til|through|thru|ending|ends?|up to|to)(?: the)?(?: on)?\s*$/;
const startBefore = /(?:^|\s)(?:start(?:ing|s)?|beginning|begins|as of|from|effective)(?: on| from)?(?: the)?\s*$/;

const negation = /\b(?:not|instead of|rather than|isn't|wasn't|no longer|anything but)(?: on| at| the| by| for)*\s*$/;

/** Which of several days is meant: the one that is said to be the deadline, else the one with a preposition, else the last. */
function weight(lower: string, piece: Piece) {
  const left = lower.slice(0, piece.start);
  if ("isPast" in piece && piece.isPast) return -1;
  if (piece.kind === "day" && piece.yields) return 0;
  if (negation.test(left)) return -1;
  if (/(?:^|\s)(?:due|by|before|deadline|until|till)(?: on| for| is)?(?: the)?\s*$/.test(left)) return 3;
  if (/(?:^|\s)(?:on|at|this|next|starting|@)(?: the)?\s*$/.test(left)) return 2;
  return /(?:^|\s)(?:for|about|of|from|since)(?: the)?\s*$/.test(left) ? 0 : 1;
}

function heaviest<P extends Piece>(lower: string, pieces: P[]): P | null {
  let best: P | null = null;
  for (const piece of pieces) if (!best || weight(lower, piece) >= weight(lower, best)) best = piece;
  return best;
}

export function choose(pieces: Piece[], lower: string): Chosen {
  const days = pieces.filter(isKind("day"));
  const repeats = pieces.filter(isKind("repeat"));
  const chosen: Chosen = {
    day: null,
    time: null,
    part: null,
    moment: null,
    rule: null,
    rulePart: null,
    start: null,
    used: [],
  };
  const [first, ...others] = repeats;
  if (first) {
    chosen.rule = { ...first.rule };
    chosen.rulePart = repeats.find(({ part }) => part)?.part ?? null;
    chosen.used.push(first);
    for (const other of others) if (merge(chosen.rule, other.rule)) chosen.used.push(other);
    fitRule(chosen, chosen.rule, pieces, lower);
  } else chosen.day = heaviest(lower, days);
  chosen.moment = heaviest(lower, pieces.filter(isKind("moment")));
  if (chosen.day?.isPast && chosen.moment && !chosen.moment.isPast) chosen.day = null;
  chosen.time = timeNear(chosen.day, pieces.filter(isKind("time")), lower);
  chosen.part = partNear(chosen.day, pieces.filter(isKind("part")));
  // How long something takes is no part of its title once it has a time: "at 3 for an hour".
  const refused = chosen.day
    ? days.filter((day) => day !== chosen.day && negation.test(lower.slice(0, day.start)))
    : [];
  const lengths =
    chosen.time && !chosen.rule
      ? pieces.filter(isKind("span")).filter(({ unit }) => /^(?:minute|hour)$/.test(unit))
      : [];
  for (const piece of [chosen.day, chosen.time, chosen.part, chosen.moment, ...lengths, ...refused]) {
    if (piece && !chosen.used.includes(piece)) chosen.used.push(piece);
  }
  chosen.used.sort((a, b) => a.start - b.start);
  return chosen;
}

function timeNear(day: Piece | null, times: Of<"time">[], lower: string) {
  const near =
    day && times.find(({ start, end }) => Math.min(Math.abs(start - day.end), Math.abs(day.start - end)) <= 5);
  return near ?? heaviest(lower, times);
}

function partNear(day: Of<"day"> | null, parts: Of<"part">[]) {
  const near = parts.find(
    ({ start, end }) => day && Math.min(Math.abs(start - day.end), Math.abs(day.start - end)) <= 8,
  );
  const found = near ?? parts.findLast(({ isPast }) => !isPast) ?? parts.at(-1) ?? null;
  return found?.isPast && day && !day.isPast ? null : found;
}

/** Lets "on mondays" complete "weekly"; false when the two don't go together. */
function merge(rule: Rule, other: Rule) {
  if (rule.freq !== other.freq) return false;
  rule.interval = Math.max(rule.interval, other.interval);
  rule.byDay = [...new Set([...rule.byDay, ...other.byDay])];
  rule.byMonthDay = [...new Set([...rule.byMonthDay, ...other.byMonthDay])];
  rule.byMonth = [...new Set([...rule.byMonth, ...other.byMonth])];
  return true;
}

const codes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const mondayFirst = [...codes.slice(1), "SU"];

/** Days beside a repetition say on which day, from when, or until when it runs. */
function fitRule(chosen: Chosen, rule: Rule, pieces: Piece[], lower: string) {
  const isOpen = rule.byDay.length === 0 && rule.byMonthDay.length === 0;
  for (const piece of pieces) {
    const left = lower.slice(0, piece.start);
    if (piece.kind === "span") {
      const lasts = lasting(rule, piece);
      if (!lasts) continue;
      Object.assign(rule, lasts);
      chosen.used.push(piece);
    } else if (piece.kind === "except") {
      rule.byDay = without(rule, piece.weekdays);
      chosen.used.push(piece);
    } else if (piece.kind === "nthWeekday" && rule.freq === "MONTHLY" && isOpen) {
      rule.byDay.push(`${piece.nth}${codes[piece.weekday]}`);
      chosen.used.push(piece);
    } else if (piece.kind === "day") {
      chosen.used.push(piece);
      if (untilBefore.test(left)) rule.until = piece.date;
      else if (startBefore.test(left) || !fitDay(rule, piece, isOpen)) chosen.start = piece.date;
    }
  }
}

const codesOf = (weekdays: number[]) => mondayFirst.filter((code) => weekdays.includes(codes.indexOf(code)));

/** "every weekday except friday" is every other day of them. */
function without(rule: Rule, weekdays: number[]) {
  const all = rule.byDay.length > 0 ? rule.byDay : mondayFirst;
  if (rule.freq === "DAILY") rule.freq = "WEEKLY";
  return all.filter((code) => !weekdays.includes(codes.indexOf(code)));
}

function fitDay(rule: Rule, day: Of<"day">, isOpen: boolean) {
  if (!isOpen) return false;
  if (rule.freq === "WEEKLY" && day.weekday !== undefined) rule.byDay = codesOf(day.weekdays ?? [day.weekday]);
  else if (rule.freq === "MONTHLY" && day.monthDay !== undefined) rule.byMonthDay.push(day.monthDay);
  else if (rule.freq === "YEARLY" && day.isYearly) {
    rule.byMonth.push(Number(day.date.slice(5, 7)));
    rule.byMonthDay.push(Number(day.date.slice(8, 10)));
  } else return false;
  return true;
}

const unitDays = { day: 1, week: 7, month: 30.5, year: 365 };
const freqDays = { DAILY: 1, WEEKLY: 7, MONTHLY: 30.5, YEARLY: 365 };

function lasting(rule: Rule, { amount, unit }: Of<"span">): Partial<Rule> | null {
  if (unit === "time") return { count: amount };
  if (unit === "minute" || unit === "hour") return null;
  const turns = (amount * unitDays[unit]) / (freqDays[rule.freq] * rule.interval);
  return { count: Math.max(1, Math.round(turns)) * Math.max(1, rule.byDay.length) };
}
