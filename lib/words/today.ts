import { wallOf } from "./zone";

/** The moment at which words are read: an instant, the person's IANA time zone, and what they prefer. */
export type Today = {
  now: Date;
  timeZone: string;
  /** How times are said; 24h when left out. */
  clock?: "24h" | "12h";
  /** On which day "this week" begins; monday when left out. */
  weekStart?: "monday" | "sunday" | "saturday";
};

/** A calendar date `YYYY-MM-DD` and perhaps a wall time `HH:MM`, both floating in the person's zone. */
export type Due = { date: string; time: string | null };

/** Today's date where the person is. */
export const todayIn = (today: Today): string => wallOf(today.now, today.timeZone).date;

/** The wall time `HH:MM` where the person is. */
export const timeIn = (today: Today): string => wallOf(today.now, today.timeZone).time;

/** The weekday (0 is Sunday) on which the person's weeks begin. */
export const firstWeekday = ({ weekStart = "monday" }: Today) => ({ sunday: 0, monday: 1, saturday: 6 })[weekStart];
