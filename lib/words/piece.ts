import type { Rule } from "./rule";
import type { Due, Today } from "./today";

/** A time as it was said: without am or pm an hour up to twelve may mean either. */
export type Clock = { hour: number; minute: number; isAmbiguous: boolean };

export type PartOfDay = "morning" | "lunch" | "afternoon" | "evening" | "night";

/** What one stretch of the text says about when. */
export type Meaning =
  | { kind: "day"; date: string; weekday?: number; monthDay?: number; isYearly?: boolean }
  /** "last friday" without its month: of this month alone, or of every month beside a repetition. */
  | { kind: "nthWeekday"; nth: number; weekday: number }
  | { kind: "time"; clock: Clock }
  | { kind: "part"; part: PartOfDay; date?: string }
  | { kind: "moment"; due: Due }
  /** "two days before", to be followed by a day */
  | { kind: "offset"; days: number }
  | { kind: "repeat"; rule: Rule; part?: PartOfDay }
  /** "for three weeks": how long a repetition lasts; means nothing without one */
  | { kind: "span"; amount: number; unit: "day" | "week" | "month" | "year" | "time" };

export type Piece = Meaning & { start: number; end: number };

/** The reader's moment, taken apart once. */
export type Here = { today: Today; date: string; time: string };

export type Pattern = {
  regex: RegExp;
  read(groups: Record<string, string | undefined>, here: Here): Meaning | null;
  /** The words also belong to names and things ("Sunday roast"): they count only where a date can stand. */
  isLoose?: boolean;
};

// Letters by range: \p{L} would make these hundred patterns several times as slow to compile.
const letter = "a-z\\u00df-\\u024f\\u0370-\\u04ff";

/** A pattern over lower-case text that must end where a word ends. Fragments come from english.ts. */
export function pattern(source: string, read: Pattern["read"], options: { isLoose?: boolean } = {}): Pattern {
  return { regex: new RegExp(`(?:${source})(?![${letter}\\d_]|'s\\b|-[${letter}]|\\.\\d|%)`, "y"), read, ...options };
}
