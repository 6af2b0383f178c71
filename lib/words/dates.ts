import { dateOf } from "./calendar";
import { findWhen } from "./find-when";
import type { Due, Today } from "./today";
import { settle, wallOf } from "./zone";

const isoPattern = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Reads a text that is a date as a whole: ISO, or words ("next friday 5pm"). null when it isn't one, or names a day that
 * doesn't exist. `moved`: the wall time is skipped that day in spring, and was moved forward.
 */
export function readDue(text: string, today: Today): { due: Due; moved: boolean } | null {
  const trimmed = text.trim();
  const iso = isoPattern.exec(trimmed);
  if (iso) return readIso(iso, today);
  const when = findWhen(trimmed, today);
  const isWhole = when.rest.replace(/[\s.,!]/g, "") === "" && when.recurrence === null;
  return when.due && isWhole ? settle(when.due, today.timeZone) : null;
}

function readIso(match: RegExpExecArray, today: Today) {
  const [, year, month, day, hour, minute, offset] = match;
  const date = dateOf(Number(year), Number(month), Number(day));
  if (!date) return null;
  if (!hour || !minute) return { due: { date, time: null }, moved: false };
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  const time = `${hour}:${minute}`;
  if (!offset) return settle({ date, time }, today.timeZone);
  const zone = offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
  const instant = new Date(`${date}T${time}:00${zone.toUpperCase()}`);
  if (Number.isNaN(instant.getTime())) return null;
  return { due: wallOf(instant, today.timeZone), moved: false };
}
