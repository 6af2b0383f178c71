import { addDays } from "./calendar";
import { number, numberOf, tomorrow, unitOf, weekday } from "./english";
import { type Clock, type Here, type Meaning, type PartOfDay, type Pattern, pattern } from "./piece";
import { wallOf } from "./zone";

/** The time meant by a part of the day when no hour is named. */
export const partTimes: { [P in PartOfDay]: string } = {
  morning: "09:00",
  lunch: "12:00",
  afternoon: "15:00",
  evening: "19:00",
  night: "20:00",
};

type Half = "am" | "pm" | null;

const halfOf = (text: string | undefined): Half => (text ? (text.startsWith("a") ? "am" : "pm") : null);

/** null when there is no such time. A leading zero, or an hour over twelve, says that the clock has 24 hours. */
function clock(hourText: string, minute: number, half: Half): Clock | null {
  const hour = /^\d/.test(hourText) ? Number(hourText) : (numberOf(hourText) ?? 99);
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null;
  if (half) {
    if (hour < 1 || hour > 12)
      return half === "pm" && hour > 12 && hour < 24 ? { hour, minute, isAmbiguous: false } : null;
    return { hour: (hour % 12) + (half === "pm" ? 12 : 0), minute, isAmbiguous: false };
  }
  return { hour: hour % 24, minute, isAmbiguous: hour >= 1 && hour <= 12 && !hourText.startsWith("0") };
}

const time = (found: Clock | null): Meaning | null => found && { kind: "time", clock: found };

/** "quarter to six": minutes before an hour belong to the hour before it. */
function offsetClock(hourText: string, minutes: number, half: Half): Clock | null {
  const base = clock(hourText, 0, half);
  if (!base) return null;
  const total = base.hour * 60 + minutes + 24 * 60;
  return {
    hour: Math.floor(total / 60) % 24 || (base.isAmbiguous ? 12 : 0),
    minute: total % 60,
    isAmbiguous: base.isAmbiguous,
  };
}

function inMinutes(minutes: number, { today }: Here): Meaning {
  return { kind: "moment", due: wallOf(new Date(today.now.getTime() + minutes * 60_000), today.timeZone) };
}

const half = "(?<half>a\\.?m\\.?|p\\.?m\\.?)";
const hourWord = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const hour = `(?<hour>\\d{1,2}|${hourWord})`;
const lead = "(?:at|@|around|about|by|before|after|until|till|from|near|approx(?:imately)?|to|is|be)";
// "dinner for two", "a table for 4": a bare number after "for" counts people, but for a word before it that tells of time.
const timedFor = `(?:${weekday}|today|tonight|${tomorrow}|\\d|reminders?|alarms?|alerts?) for`;
const seats =
  "table|dinner|lunch|brunch|breakfast|supper|meal|food|drinks|tea|coffee|picnic|barbecue|bbq|party|room|cabin|tent|car|van|taxi|cab|tickets?|seats?|places?|beds?|reservation|booking|recipe|cake|cook|enough";
const minuteWords =
  "fifteen|twenty-five|twenty five|twenty|thirty-five|thirty five|thirty|forty-five|forty five|forty|fifty|ten|five";

export const timePatterns: Pattern[] = [
  pattern(`(?<hour>\\d{1,2})(?:[:. h]?(?<minute>[0-5]\\d))? ?${half}`, (g) =>
    time(clock(g.hour ?? "", Number(g.minute ?? 0), halfOf(g.half))),
  ),
  pattern("(?<hour>\\d{1,2})(?::(?<minute>[0-5]\\d))?(?<half>[ap])", (g) =>
    time(clock(g.hour ?? "", Number(g.minute ?? 0), halfOf(g.half))),
  ),
  pattern(`(?<hour>${hourWord})(?: (?<minute>${minuteWords}))? ?${half}`, (g) =>
    time(clock(g.hour ?? "", g.minute ? (numberOf(g.minute) ?? 0) : 0, halfOf(g.half))),
  ),
  pattern("(?<hour>[01]?\\d|2[0-4])[:h](?<minute>[0-5]\\d)(?::[0-5]\\d)?(?: ?(?:h|hrs|uhr))?", (g) =>
    time(clock(g.hour ?? "", Number(g.minute), null)),
  ),
  pattern("(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d) ?(?:h|hrs|hours)", (g) =>
    time(clock(g.hour ?? "", Number(g.minute), null)),
  ),
  pattern(
    `(?<=(?:^|\\s)(?:at|@) ?)(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)`,
    (g) => time(clock(g.hour ?? "", Number(g.minute), null)),
    { isLoose: true },
  ),
  pattern(
    `(?:(?<=(?:^|\\s)${timedFor} )|(?<=^\\s*for )(?=\\S+ to ))${hour}`,
    (g) => time(clock(g.hour ?? "", 0, null)),
    { isLoose: true },
  ),
  pattern(`(?<=(?:^|\\s)for )(?<!\\b(?:${seats}) for )(?<hour>\\d{1,2})`, (g) => time(clock(g.hour ?? "", 0, null)), {
    isLoose: true,
  }),
  pattern(
    `(?<=(?:^|\\s)${lead} )${hour}|(?<=(?:^|\\s)@)(?<at>\\d{1,2})`,
    (g) => time(clock(g.hour ?? g.at ?? "", 0, null)),
    { isLoose: true },
  ),
  pattern(
    `(?<=(?:^|\\s)(?:at|by|until|from|to) )(?<hour>${hourWord}) (?<minute>${minuteWords})`,
    (g) => time(clock(g.hour ?? "", numberOf(g.minute ?? "") ?? 0, null)),
    { isLoose: true },
  ),
  pattern(`${hour} ?o'? ?clock(?: ${half})?`, (g) => time(clock(g.hour ?? "", 0, halfOf(g.half)))),
  pattern(`${hour}-?ish`, (g) => time(clock(g.hour ?? "", 0, null))),
  pattern(`half[- ]past ${hour}(?: ?${half})?`, (g) => time(offsetClock(g.hour ?? "", 30, halfOf(g.half)))),
  pattern(`(?<=(?:^|\\s)(?:at|by|around) )half ${hour}`, (g) => time(offsetClock(g.hour ?? "", 30, null))),
  pattern(
    `(?:a )?(?<n>quarter|${number})(?: minutes?)? (?<way>past|after|to|before|till) ${hour}(?: ?${half})?`,
    (g) => {
      const minutes = g.n === "quarter" ? 15 : (numberOf(g.n ?? "") ?? 0);
      const isBefore = g.way === "to" || g.way === "before" || g.way === "till";
      // "5 to 6" and "3 before 4" are counts and ranges; people say such times in fives.
      if (minutes % 5 !== 0 || minutes > 30 || /^an?$/.test(g.n ?? "")) return null;
      return time(offsetClock(g.hour ?? "", isBefore ? -minutes : minutes, halfOf(g.half)));
    },
  ),
  pattern(
    `(?:from |between )?(?<hour>\\d{1,2})(?::(?<minute>[0-5]\\d))? ?(?<own>am|pm)?(?: ?[-–—] ?| to | and | until | till )(?<to>\\d{1,2})(?::[0-5]\\d)? ?${half}`,
    (g) => {
      // "11-1pm" begins in the morning, "3-5pm" in the afternoon.
      const isAcross = !g.own && Number(g.hour) > Number(g.to) && Number(g.hour) !== 12;
      const end = halfOf(g.half);
      return time(
        clock(g.hour ?? "", Number(g.minute ?? 0), halfOf(g.own) ?? (isAcross ? (end === "pm" ? "am" : "pm") : end)),
      );
    },
  ),
  pattern(
    `(?:from|between) (?<hour>\\d{1,2})(?::(?<minute>[0-5]\\d))?(?: ?[-–] ?| to | and | until )\\d{1,2}(?::[0-5]\\d)?`,
    (g) => time(clock(g.hour ?? "", Number(g.minute ?? 0), null)),
    { isLoose: true },
  ),
  pattern("(?:12 )?noon|midday|noontime", () => time({ hour: 12, minute: 0, isAmbiguous: false })),
  pattern("(?:12 )?midnight", () => time({ hour: 0, minute: 0, isAmbiguous: false })),
  pattern("(?:in|within) (?:about )?half an hour(?:'s time)?|half an hour from now", (_, here) => inMinutes(30, here)),
  pattern("in (?:about )?(?:a|one) (?:hour and a half|and a half hours)", (_, here) => inMinutes(90, here)),
  pattern("in (?:about )?(?:a )?quarter of an hour", (_, here) => inMinutes(15, here)),
  pattern(
    `in (?:about )?(?<n>${number})(?<and> and a half)? ?(?<unit>minutes?|mins?|m|hours?|hrs?|h)(?<half> and a half)?(?: (?:and )?(?<more>\\d{1,2}) ?(?:minutes?|mins?|m))?(?:'? time)?|(?<n2>${number})(?<and2> and a half)? (?<unit2>minutes?|mins?|hours?|hrs?) (?:from now|hence)`,
    (g, here) => {
      const amount = (numberOf(g.n ?? g.n2 ?? "") ?? 0) + (g.and || g.and2 || g.half ? 0.5 : 0);
      const unitName = g.unit ?? g.unit2 ?? "";
      const isHours = unitName.startsWith("h") || unitOf(unitName).unit === "hour";
      return inMinutes(amount * (isHours ? 60 : 1) + Number(g.more ?? 0), here);
    },
  ),
  pattern("(?:right )?now|asap|immediately", () => null),
  pattern("(?:late )?(?:tonight|tonite|2nite)", (_, here) => ({ kind: "part", part: "night", date: here.date })),
  pattern("this (?<part>morning|afternoon|evening)", ({ part }, here) => ({
    kind: "part",
    part: partOf(part),
    date: here.date,
  })),
  pattern("last night", (_, here) => ({ kind: "part", part: "night", date: addDays(here.date, -1) })),
  pattern(
    "(?:early |late |first thing )?in the (?<part>morning|afternoon|evening)|at (?<at>night|lunch(?:time)?|dinnertime)|first thing",
    (g) => ({
      kind: "part",
      part: partOf(g.part ?? g.at ?? "morning"),
    }),
  ),
  pattern(
    "(?:early |late |mid-?)?(?<part>morning|afternoon|evening|night|lunchtime|am|pm)",
    ({ part }) => ({ kind: "part", part: partOf(part) }),
    { isLoose: true },
  ),
];

export function partOf(text = ""): PartOfDay {
  if (text.startsWith("lunch")) return "lunch";
  if (text === "am" || text === "morning") return "morning";
  if (text === "pm" || text === "afternoon") return "afternoon";
  return text === "evening" || text.startsWith("dinner") ? "evening" : "night";
}
