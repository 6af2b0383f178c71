import { numberOf } from "./english/dates";
import type { Clock, Meaning } from "./piece";

export type Half = "am" | "pm" | null;

export const halfOf = (text: string | undefined): Half =>
  !text ? null : /^(?:a|in the morning|this morning)/.test(text) ? "am" : "pm";

/** null when there is no such time. A leading zero, or an hour over twelve, says that the clock has 24 hours. */
export function clock(hourText: string, minute: number, half: Half): Clock | null {
  const hour = /^\d/.test(hourText) ? Number(hourText) : (numberOf(hourText) ?? 99);
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  if (half) {
    if (hour < 1 || hour > 12)
      return half === "pm" && hour > 12 && hour < 24 ? { hour, minute, isAmbiguous: false } : null;
    return { hour: (hour % 12) + (half === "pm" ? 12 : 0), minute, isAmbiguous: false };
  }
  return { hour: hour % 24, minute, isAmbiguous: hour >= 1 && hour <= 12 && !hourText.startsWith("0") };
}

export const time = (found: Clock | null): Meaning | null => found && { kind: "time", clock: found };

/** "quarter to six": minutes before an hour belong to the hour before it. */
export function offsetClock(hourText: string, minutes: number, half: Half): Clock | null {
  if (/^(?:noon|midday|midnight)/.test(hourText)) {
    const total = (hourText === "midnight" ? 0 : 720) + minutes + 1440;
    return { hour: Math.floor(total / 60) % 24, minute: total % 60, isAmbiguous: false };
  }
  const base = clock(hourText, 0, half);
  if (!base) return null;
  const total = base.hour * 60 + minutes + 24 * 60;
  return {
    hour: Math.floor(total / 60) % 24 || (base.isAmbiguous ? 12 : 0),
    minute: total % 60,
    isAmbiguous: base.isAmbiguous,
  };
}
