import { addDays } from "./calendar";
import { time } from "./clock";
import { tomorrow, weekday } from "./english/dates";
import { type Meaning, type PartOfDay, type Pattern, pattern } from "./piece";

/** The time meant by a part of the day when no hour is named. */
export const partTimes: { [P in PartOfDay]: string } = {
  morning: "09:00",
  lunch: "12:00",
  afternoon: "15:00",
  evening: "19:00",
  night: "20:00",
};

/** "late afternoon": an earlier or later hour within the part. */
const shades: Record<string, { [P in PartOfDay]?: string }> = {
  early: { morning: "07:00", afternoon: "13:00", evening: "18:00" },
  mid: { morning: "10:00", afternoon: "15:00" },
  late: { morning: "11:00", afternoon: "16:30", evening: "21:00", night: "22:00" },
};

const partNames =
  "morning|afternoon|evening|night|lunch ?time|dinner ?time|supper ?time|breakfast ?time|tea ?time|bed ?time|noontime";
const shade = "(?<shade>early|mid|late|very early|super early)";

/** "movie night" is a name: a night is a time after a day, or after a word that speaks of time. */
const timedNight = `(?<=^\\s*|[^a-z\\s]\\s*|\\b(?:${weekday}|${tomorrow}|today|halloween|christmas|easter|eve|day|\\d(?:st|nd|rd|th)|late|early|the|on|by|for|until|till|that|same|each|every)\\s+)`;

/** Around what people do every day; by themselves these words are of the thing to do ("walk the dog after dinner"). */
const around: [words: string, part: PartOfDay, at: string][] = [
  ["before (?:breakfast|school)|at (?:dawn|sunrise)|at the crack of dawn", "morning", "07:00"],
  ["before work|at breakfast|over breakfast", "morning", "08:00"],
  ["after breakfast", "morning", "09:00"],
  ["before lunch", "morning", "11:30"],
  ["(?:at|over|during) lunch", "lunch", "12:00"],
  ["after lunch", "afternoon", "13:30"],
  ["after school", "afternoon", "15:30"],
  ["after work|after office hours", "evening", "17:30"],
  ["before (?:dinner|supper|tea)", "evening", "18:00"],
  ["(?:at|over) (?:dinner|supper)|at (?:sunset|dusk)", "evening", "19:00"],
  ["after (?:dinner|supper)", "evening", "20:00"],
  ["before bed", "night", "21:30"],
];

const isPart = (part: PartOfDay, shadeText: string | undefined, date?: string): Meaning => {
  const at = shadeText && shades[shadeText.replace(/^.* /, "")]?.[part];
  return { kind: "part", part, ...(date && { date }), ...(at && { time: at }) };
};

export const partsOfDay: Pattern[] = [
  pattern(
    `(?:${shade}(?:r on)? )?tonight|(?<later>later) tonight|(?:${shade.replace("shade", "before")} )?this night`,
    (g, here) => isPart("night", g.shade ?? g.before, here.date),
  ),
  pattern(
    `(?:${shade}r? |later (?:on )?|mid-)?this (?<part>morning|afternoon|evening|lunch(?:time)?)`,
    ({ shade: s, part }, here) => isPart(partOf(part), s, here.date),
  ),
  pattern("last night|the other night", (_, here) => ({
    kind: "part",
    part: "night",
    date: addDays(here.date, -1),
    isPast: true,
  })),
  pattern(
    `(?:${shade} )?(?:in the|during the) (?:${shade.replace("shade", "inner")} )?(?<part>morning|afternoon|evening|night)s?`,
    (g) => isPart(partOf(g.part), g.shade ?? g.inner),
  ),
  pattern(
    `(?:at|around|by) (?<part>night|lunch ?time|dinner ?time|supper ?time|breakfast ?time|tea ?time|bed ?time)`,
    ({ part }) => isPart(partOf(part), undefined),
  ),
  pattern("first thing(?: (?:in the|this) morning)?", () => isPart("morning", undefined), "loose"),
  pattern(
    `(?:${shade}(?: |-))?(?:the )?(?<part>${partNames.replace("|night|", `|${timedNight}night|`)})`,
    ({ shade: s, part }) => isPart(partOf(part), s),
    "loose",
  ),
  // "friday am"; "am i free on friday" asks.
  pattern("(?<part>am(?! i\\b)|pm)", ({ part }) => isPart(partOf(part), undefined), "beside"),
  ...around.map(([words, part, at]) => pattern(words, () => ({ kind: "part", part, time: at }), "beside")),
  pattern("(?:at |by )?(?:the )?end of (?:the |my |our )?(?:work(?:ing)? ?)?day|eod|day'?s end", (_, here) => ({
    kind: "day",
    date: here.date,
    yields: true,
  })),
  pattern("(?<!on the )cob|(?:the )?close of (?:business|play)|(?:the )?end of (?:the )?business(?: day)?", () => ({
    kind: "part",
    part: "afternoon",
    time: "17:00",
  })),
  pattern("(?:at )?this (?:very )?(?:time|hour)(?= (?:tomorrow|next|on))", (_, here) =>
    time({ hour: Number(here.time.slice(0, 2)), minute: Number(here.time.slice(3)), isAmbiguous: false }),
  ),
  pattern("(?:right |just )?now|asap|immediately", () => null),
];

export function partOf(text = ""): PartOfDay {
  if (text.startsWith("lunch") || text.startsWith("noon")) return "lunch";
  if (text === "am" || text === "morning" || text.startsWith("breakfast")) return "morning";
  if (text === "pm" || text === "afternoon" || text.startsWith("tea")) return "afternoon";
  return /^(?:evening|dinner|supper)/.test(text) ? "evening" : "night";
}
