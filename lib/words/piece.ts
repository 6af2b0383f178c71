import type { Amount } from "./amounts";
import type { Rule } from "./rule";
import type { Due, Today } from "./today";

/** A time as it was said: without am or pm an hour up to twelve may mean either. */
export type Clock = { hour: number; minute: number; isAmbiguous: boolean };

export type PartOfDay = "morning" | "lunch" | "afternoon" | "evening" | "night";

/** A calendar day, with what is needed to fit it to the words beside it. */
export type Day = {
  kind: "day";
  date: string;
  weekday?: number;
  /** "the 5th", with no month named */
  monthDay?: number;
  /** a day and a month without a year */
  isYearly?: boolean;
  /** a whole week, month or year, of which `date` is where it begins, or where its middle or end is said to be */
  period?: "week" | "month" | "year";
  /** "in two weeks", near which a weekday may be named */
  around?: "week";
  isPast?: boolean;
  /** "monday and wednesday", "monday to friday": every weekday that was named, beside a repetition */
  weekdays?: number[];
  /** "end of the day": today, but for a day named beside it */
  yields?: boolean;
};

/** What one stretch of the text says about when. */
export type Meaning =
  | Day
  /** "last friday" without its month: of this month alone, or of every month beside a repetition. */
  | { kind: "nthWeekday"; nth: number; weekday: number }
  | { kind: "time"; clock: Clock; timeZone?: string }
  | { kind: "part"; part: PartOfDay; date?: string; time?: string; isPast?: boolean }
  | { kind: "moment"; due: Due; isPast?: boolean }
  /** "two days before", to be followed by a day or a time */
  | { kind: "offset"; amounts: Amount[]; sign: 1 | -1 }
  /** "the friday before", to be followed by a day */
  | { kind: "weekdayBy"; weekday: number; nth: number }
  | { kind: "zone"; timeZone: string }
  | { kind: "repeat"; rule: Rule; part?: PartOfDay }
  /** "except fridays", of a repetition */
  | { kind: "except"; weekdays: number[] }
  /** "for three weeks": how long a repetition lasts, or how long something takes */
  | { kind: "span"; amount: number; unit: "minute" | "hour" | "day" | "week" | "month" | "year" | "time" };

export type Piece = Meaning & { start: number; end: number };

/** The reader's moment, taken apart once. */
export type Here = { today: Today; date: string; time: string };

/**
 * `loose`: the words also belong to names and things ("Sunday roast"): they count only where a date can stand.
 * `beside`: they say nothing about time by themselves ("friday | 9") and count only beside a piece that does, or all alone.
 */
export type Firmness = "firm" | "loose" | "beside";

export type Pattern = {
  regex: RegExp;
  read(groups: Record<string, string | undefined>, here: Here): Meaning | null;
  firmness: Firmness;
  /** Words of which the text must hold one: without it a long pattern need not be tried, nor even compiled. */
  needs?: RegExp;
};

// Letters by range: \p{L} would make these hundred patterns several times as slow to compile.
export const letter = "a-z\\u00df-\\u024f\\u0370-\\u04ff";

/** A pattern over lower-case text that must end where a word ends. Fragments come from english.ts. */
export function pattern(source: string, read: Pattern["read"], firmness: Firmness = "firm", needs?: RegExp): Pattern {
  const regex = new RegExp(`(?:${source})(?![${letter}\\d_]|'s\\b|-[${letter}]|\\.\\d|%)`, "y");
  return { regex, read, firmness, ...(needs && { needs }) };
}
