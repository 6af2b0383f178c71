import { findWhen } from "./find-when";
import { readTask } from "./read-task";
import type { Today } from "./today";

/** Wednesday 11 March 2026, 09:00 in New York. */
export const wednesday: Today = { now: new Date("2026-03-11T13:00:00Z"), timeZone: "America/New_York" };

/** "2026-03-12 17:00", or null when nothing is found. */
export function dueIn(text: string, today = wednesday): string | null {
  const { due } = findWhen(text, today);
  return due && (due.time ? `${due.date} ${due.time}` : due.date);
}

/** The title and the date of quick add. */
export function taskIn(text: string, today = wednesday): (string | null)[] {
  const { title, due } = readTask(text, today);
  return [title, due && (due.time ? `${due.date} ${due.time}` : due.date)];
}
