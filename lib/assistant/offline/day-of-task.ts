import { findWhen } from "@/lib/words/find-when";
import { readShift, shiftDue } from "@/lib/words/shift";
import type { Due, Today } from "@/lib/words/today";
import type { Discourse } from "./discourse";
import { best, spoken } from "./locate";
import { readTarget } from "./read-target";
import type { Seen } from "./seen";

/** "the day before the trip", "same day as the landlord": words in a message that tell a date by that of another task. */
export type Link = {
  start: number;
  end: number;
  /** The other task, as it was named. */
  words: string;
  /** The date in words that stand where these stood; null when the other task's date doesn't tell it. */
  dateBy(due: Due, today: Today): string | null;
  /** The words can be nothing but a link: "same day as". */
  isSure: boolean;
};

type Groups = Record<string, string | undefined>;
type Kind = { words: string; isSure: boolean; dateBy(groups: Groups, due: Due, today: Today): string | null };

const written = ({ date, time }: Due) => `on ${date}${time ? ` at ${time}` : ""}`;
const day = ({ date }: Due) => `on ${date}`;
const moved = (due: Due, words: string, today: Today) => {
  const shift = readShift(words)?.shift;
  return shift ? shiftDue(due, shift, today) : null;
};
const isBefore = (way: string | undefined) => /^(?:before|ahead|prior|earlier)/i.test(way ?? "");

const way = "(?<way>before|after|following|ahead of|prior to|earlier than|later than)";

const kinds: Kind[] = [
  {
    words: "(?:the )?(?:exact )?same (?<same>day and time|date and time|time|day|date|moment) (?:as|of|with|that)",
    isSure: true,
    dateBy: ({ same = "" }, due) => (/time|moment/i.test(same) ? (due.time ? written(due) : null) : day(due)),
  },
  { words: "on the (?:same )?day of", isSure: false, dateBy: (_, due) => day(due) },
  {
    words: `the (?<part>day|week|night|evening|morning|afternoon) ${way}`,
    isSure: false,
    dateBy({ part = "", way }, due, today) {
      const far = /week/i.test(part) ? "a week" : "a day";
      const next = moved({ ...due, time: null }, `${far} ${isBefore(way) ? "earlier" : "later"}`, today);
      const at = /day|week/i.test(part) ? "" : /night/i.test(part) ? " in the evening" : ` in the ${part}`;
      return next && day(next) + at;
    },
  },
  {
    words: `(?:just )?(?<amount>(?:(?:an?|one|two|three|four|five|six|ten|\\d{1,3}|half an|a couple of|a few) )(?<unit>minutes?|mins?|hours?|hrs?|days?|weeks?|months?)) ${way}`,
    isSure: false,
    dateBy({ amount = "", unit = "", way }, due, today) {
      const isOfDays = /^(?:day|week|month)/i.test(unit);
      if (!isOfDays && !due.time) return null;
      const from = isOfDays ? { ...due, time: null } : due;
      const next = moved(from, `${amount} ${isBefore(way) ? "earlier" : "later"}`, today);
      return next && written(next);
    },
  },
];

const lead = "(?:(?:to|for|on|at|by|until|till)\\s+)?";
const other = "\\s+(?<words>[^,.;!?\\n]{2,80})";
const patterns = kinds.map((kind) => ({ kind, pattern: new RegExp(`(?<=^|\\s)${lead}${kind.words}${other}`, "iu") }));

/** What ends the name of the other task. */
const furtherOn = /\s+(?:and|then|but|so|please|pls|because|instead|thanks|which|who)(?=\s|$).*$/i;

/** The first link in a message. A date in words, such as the day before Christmas, is none. */
export function linkIn(text: string, today: Today): Link | null {
  for (const { kind, pattern } of patterns) {
    const match = pattern.exec(text);
    const words = match?.groups?.words?.replace(furtherOn, "").trim();
    if (!match || !words) continue;
    const end =
      match.index + match[0].indexOf(words, match[0].length - (match.groups?.words?.length ?? 0)) + words.length;
    const plain = findWhen(text.slice(match.index, end), today);
    if (!kind.isSure && plain.due && plain.rest === "") continue;
    const groups = { ...match.groups };
    return {
      start: match.index,
      end,
      words,
      isSure: kind.isSure,
      dateBy: (due, moment) => kind.dateBy(groups, due, moment),
    };
  }
  return null;
}

const isNamed = /^(?:the|my|our|that|this|those|#)/i;

/** The tasks that a link may speak of, with the words that name them: as many of its words as fit. */
export function linked({ words, isSure }: Link, seen: Seen[], discourse: Discourse, today: Today) {
  const all = words.split(/\s+/);
  for (let count = all.length; count > 0; count--) {
    const name = all.slice(0, count).join(" ");
    const target = readTarget(name, today);
    if (!target || target.kind === "bulk") continue;
    const known = target.kind === "words" ? null : spoken(target, discourse, seen);
    if (known && known.length > 0) return { name, tasks: known === "many" ? discourse.focus : known };
    const found = target.kind === "words" ? best(target.text, seen, today) : null;
    // "an hour before lunch" may be any lunch; "before the lunch" is one that was spoken of.
    if (found && found.tier >= (isSure || isNamed.test(name) ? 2 : 5)) return { name, tasks: found.tasks };
  }
  return { name: words, tasks: [] };
}
