import { masked } from "./scan";

const said =
  /(?<=(?:^|\s)(?:at|to|for|by|until|till|from|before|after|@) ?)(?:(?<hour>\d{1,2}):(?<minute>\d{2})(?: ?(?<half>[ap]\.?m))?|(?<bare>\d{1,2}) ?[ap]\.?m)(?![\p{L}\d:])/gu;

/** A time that no clock shows, "25:00" or "17am", where a sentence names a time; null when there is none. */
export function impossibleTime(text: string): string | null {
  for (const { 0: time, index, groups = {} } of masked(text).matchAll(said)) {
    const hour = Number(groups.hour ?? groups.bare);
    const minute = Number(groups.minute ?? 0);
    const isMorning = /\d ?a/.test(time);
    const isPast = hour > 24 || (hour === 24 && minute > 0) || minute > 59;
    if (isPast || (isMorning && hour > 12)) return text.slice(index, index + time.length);
  }
  return null;
}
