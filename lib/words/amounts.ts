import { number, numberOf, unit, unitOf } from "./english/dates";
import { moveDate } from "./move-date";
import type { Here, Meaning } from "./piece";
import { instantOf, wallOf } from "./zone";

/** So much of one unit: three weeks, minus two hours. */
export type Amount = { n: number; unit: string };

// "2h", "45m" and "3d" only where a number stands right before the letter.
const shortUnit = "(?:(?<=\\d) ?(?:h|m|d|w)\\b|seconds|secs?)";
const fractions =
  "(?:(?:half|3/4|1/2) (?:of )?an? |(?:a )?quarter of an? |three[- ]quarters of an? |an? (?=(?:minute|hour|day|week|month|year) and a half)|half a dozen )";
const single = `(?:${fractions}${unit}(?: and a half)?|(?:about |around |roughly |another |just |exactly |only )?(?:${number})(?: ?(?:or|to|-|–) ?${number})?(?: more)?(?: and a half)?[- ]?(?:${unit}|${shortUnit})(?: and a half)?)`;

/** What a text with an amount in it holds. */
export const amountWords = new RegExp(`${unit}|\\bsec|\\d ?[hmdw]\\b`);

/** "two weeks", "an hour and a half", "1h 30m", "a day and two hours" */
export const amount = `(?:${single}(?:(?:,? and |, | )?${single})*(?: or (?:so|two|three))?)`;

export function amountsIn(text: string): Amount[] {
  return [...text.matchAll(new RegExp(single, "g"))].flatMap(([said]) => amountOf(said) ?? []);
}

const fractionSizes: [RegExp, number][] = [
  [/^half a dozen /, 6],
  [/^3\/4/, 0.75],
  [/^(?:half|1\/2) (?:of )?an? /, 0.5],
  [/^three[- ]quarters of /, 0.75],
  [/^(?:a )?quarter of /, 0.25],
];
const unitAtEnd = new RegExp(`(?<unit>${unit}|seconds|secs?|[hmdw])(?: and a half)?$`);
const numberInside = new RegExp(`\\d+(?:\\.5)?|(?<![a-z])${number}(?![a-z])`);

function amountOf(said: string): Amount | null {
  const name = unitAtEnd.exec(said)?.groups?.unit;
  if (!name) return null;
  const fraction = fractionSizes.find(([words]) => words.test(said))?.[1];
  const n = fraction ?? numberOf(numberInside.exec(said)?.[0] ?? "a");
  return n === null ? null : { n: n + (said.includes(" and a half") ? 0.5 : 0), unit: shortNames[name] ?? name };
}

const shortNames: Record<string, string> = { h: "hour", m: "minute", d: "day", w: "week" };

const isClock = ({ unit }: Amount) => /^(?:h|min|s)/.test(unit);

/** A day or a moment so far from now; hours go through instants, so that a change of the clocks counts. */
export function awayFrom(amounts: Amount[], sign: 1 | -1, here: Here): Meaning | null {
  if (amounts.length === 0) return null;
  const { date, time, isMoment } = moved({ date: here.date, time: here.time }, amounts, sign, here);
  const past = sign < 0 ? { isPast: true } : {};
  if (isMoment) return { kind: "moment", due: { date, time }, ...past };
  const [{ unit } = { unit: "day" }] = amounts;
  return { kind: "day", date, ...past, ...(/^w(?:ee)?ks?$/.test(unit) && { around: "week" as const }) };
}

/** A wall time moved by amounts: whole days on the calendar, hours and minutes as time that passes. */
export function moved(from: { date: string; time: string }, amounts: Amount[], sign: 1 | -1, here: Here) {
  let { date } = from;
  let minutes = 0;
  for (const each of amounts) {
    const halfDay = each.unit.startsWith("day") && each.n % 1 !== 0;
    if (isClock(each) || halfDay) minutes += sign * each.n * minutesOf(each.unit);
    else date = moveAmount(date, each, sign);
  }
  const isMoment = minutes !== 0 || amounts.some(isClock);
  if (!isMoment) return { date, time: from.time, isMoment };
  // From now on counts the instant itself: its wall time may occur twice in autumn.
  const isNow = date === here.date && from.time === here.time;
  const instant = isNow ? here.today.now : instantOf({ date, time: from.time }, here.today.timeZone).instant;
  return { ...wallOf(new Date(instant.getTime() + minutes * 60_000), here.today.timeZone), isMoment };
}

const minutesOf = (unit: string) =>
  unit.startsWith("h") ? 60 : unit.startsWith("d") ? 1440 : unit.startsWith("s") ? 1 / 60 : 1;

/** Half a month is two weeks, half a year six months, half a week three days. */
function moveAmount(date: string, { n, unit: name }: Amount, sign: 1 | -1) {
  const whole = Math.trunc(n);
  const movedWhole = whole === 0 ? date : moveDate(date, sign * whole, name);
  if (n === whole) return movedWhole;
  const { unit, times } = unitOf(name);
  if (unit === "year") return moveDate(movedWhole, sign * Math.round(12 * (n - whole) * times), "months");
  return moveDate(movedWhole, sign * Math.round((n - whole) * times * (unit === "month" ? 30 : 7)), "days");
}
