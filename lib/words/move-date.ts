import { addDays, addMonths, weekdayOf } from "./calendar";
import { unitOf } from "./english/dates";

/** Moves a date by an amount of a unit that is a whole number of days or more. */
export function moveDate(date: string, amount: number, unitName: string): string {
  const { unit, times } = unitOf(unitName);
  if (unit === "month") return addMonths(date, Math.trunc(amount * times));
  if (unit === "year") return addMonths(date, 12 * amount * times);
  if (unit === "workday") return moveWorkdays(date, amount);
  return addDays(date, Math.round(amount * times * (unit === "week" ? 7 : 1)));
}

function moveWorkdays(date: string, amount: number) {
  let moved = date;
  for (let left = Math.abs(amount); left > 0; ) {
    moved = addDays(moved, Math.sign(amount));
    if (weekdayOf(moved) % 6 !== 0) left--;
  }
  return moved;
}
