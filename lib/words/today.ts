import { wallOf } from "./zone";

/** The moment at which words are read: an instant, and the person's IANA time zone. */
export type Today = { now: Date; timeZone: string };

/** A calendar date `YYYY-MM-DD` and perhaps a wall time `HH:MM`, both floating in the person's zone. */
export type Due = { date: string; time: string | null };

/** Today's date where the person is. */
export const todayIn = (today: Today): string => wallOf(today.now, today.timeZone).date;

/** The wall time `HH:MM` where the person is. */
export const timeIn = (today: Today): string => wallOf(today.now, today.timeZone).time;
