import type { Due } from "./today";

type Wall = { date: string; time: string };

// Building a formatter costs far more than using one.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string) {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-CA", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** What the calendar and the clock on the wall of a zone show at an instant. */
export function wallOf(instant: Date, timeZone: string): Wall {
  const { date, time } = wallWithSeconds(instant, timeZone);
  return { date, time: time.slice(0, 5) };
}

/** The same moment is asked for many times while a sentence is read. */
const walls = new Map<string, Wall>();
const mostWalls = 200;

function wallWithSeconds(instant: Date, timeZone: string): Wall {
  const key = `${Math.floor(instant.getTime() / 1000)} ${timeZone}`;
  const known = walls.get(key);
  if (known) return known;
  const found = readWall(instant, timeZone);
  if (walls.size >= mostWalls) walls.clear();
  walls.set(key, found);
  return found;
}

function readWall(instant: Date, timeZone: string): Wall {
  const part: Record<string, string> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(instant)) part[type] = value;
  const date = `${part.year?.padStart(4, "0")}-${part.month}-${part.day}`;
  return { date, time: `${part.hour}:${part.minute}:${part.second}` };
}

const asUtc = ({ date, time }: Wall) => Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);

/** Milliseconds by which the zone's wall is ahead of UTC at an instant. */
function offsetAt(time: number, timeZone: string) {
  const whole = Math.floor(time / 1000) * 1000;
  return asUtc(wallWithSeconds(new Date(whole), timeZone)) - whole;
}

const dayLength = 86_400_000;

/**
 * The instant at which a zone's wall shows this. A wall time that occurs twice in autumn means the first; one that is
 * skipped in spring moves forward by the length of the gap, and `moved` says so.
 */
export function instantOf(wall: Wall, timeZone: string): { instant: Date; moved: boolean } {
  const local = asUtc(wall);
  const before = local - offsetAt(local - dayLength, timeZone);
  const after = local - offsetAt(local + dayLength, timeZone);
  const fits = [before, after].filter((time) => time + offsetAt(time, timeZone) === local);
  return { instant: new Date(fits.length > 0 ? Math.min(...fits) : before), moved: fits.length === 0 };
}

/** A due date as it really is in the zone: a skipped wall time is moved forward. */
export function settle(due: Due, timeZone: string): { due: Due; moved: boolean } {
  if (due.time === null) return { due, moved: false };
  const { instant, moved } = instantOf({ date: due.date, time: due.time }, timeZone);
  return { due: moved ? wallOf(instant, timeZone) : due, moved };
}
