import { number, numberOf, unit, unitOf } from "./english/dates";
import { moveDate } from "./move-date";
import type { Due, Today } from "./today";
import { timeIn, todayIn } from "./today";
import { instantOf, wallOf } from "./zone";

/** A move relative to where something stands: "two days later", "half an hour earlier". Negative is earlier. */
export type Shift = { amount: number; unit: string };

const earlier = "earlier|sooner|forward|forwards|up|ahead|closer";
const amount = `(?<half>(?:another |a further |an extra )?half (?:an? )?(?<halfUnit>hour|day))|(?<hourAndHalf>an hour and a half)|(?<n>another|${number})(?<and> and a half)? (?:more )?(?<unit>${unit})`;
const shiftPattern = new RegExp(
  `(?:^|\\s)(?:(?<before>back|out|off|along|on|down|forward|forwards|up|ahead|earlier|later) )?(?:by |for )?(?:about )?(?:${amount})(?: (?<after>later|after|back|more|out|on|earlier|sooner|before|forward|forwards|ahead|up))?[.!]?$`,
);

/** Finds a relative move at the end of a text. `rest` is what stands before it. */
export function readShift(text: string): { shift: Shift; rest: string; isDirected: boolean } | null {
  const lower = text.toLowerCase().replace(/[’]/g, "'");
  const match = shiftPattern.exec(lower);
  const groups = match?.groups;
  if (!match || !groups) return null;
  const direction = groups.after ?? groups.before;
  // "Forward" of a date is earlier in "bring it forward" and later in "push it forward"; the verb decides, elsewhere.
  const isEarlier = direction !== undefined && new RegExp(`^(?:${earlier}|before)$`).test(direction);
  const sign = isEarlier ? -1 : 1;
  const rest = text.slice(0, match.index).trim();
  const found = amountOf(groups);
  return (
    found && { shift: { amount: found.amount * sign, unit: found.unit }, rest, isDirected: direction !== undefined }
  );
}

function amountOf(groups: Record<string, string | undefined>): Shift | null {
  if (groups.hourAndHalf) return { amount: 1.5, unit: "hour" };
  if (groups.half) return groups.halfUnit === "day" ? { amount: 12, unit: "hour" } : { amount: 0.5, unit: "hour" };
  const n = groups.n === "another" ? 1 : numberOf(groups.n ?? "");
  return n === null || !groups.unit ? null : { amount: n + (groups.and ? 0.5 : 0), unit: groups.unit };
}

/** Something without a date moves from today; hours move through instants, so that a change of the clocks counts. */
export function shiftDue(due: Due | null, { amount, unit: name }: Shift, today: Today): Due {
  const { unit, times } = unitOf(name);
  const from = due ?? { date: todayIn(today), time: null };
  if (unit !== "hour" && unit !== "minute") return { date: moveDate(from.date, amount, name), time: from.time };
  const time = from.time ?? timeIn(today);
  const minutes = amount * times * (unit === "hour" ? 60 : 1);
  const { instant } = instantOf({ date: from.date, time }, today.timeZone);
  return wallOf(new Date(instant.getTime() + minutes * 60_000), today.timeZone);
}
