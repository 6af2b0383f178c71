import { clock, halfOf, offsetClock, time } from "./clock";
import { number, numberOf, tomorrow, weekday } from "./english/dates";
import { type Here, type Pattern, pattern } from "./piece";

const half = "(?<half>[ap](?:\\.? ?)m\\b\\.?)";
const hourWord = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";
const hour = `(?<hour>\\d{1,2}|${hourWord})`;
const tens = "(?:twenty|thirty|forty|fourty|fifty)";
const units = "(?:one|two|three|four|five|six|seven|eight|nine)";
/** Minutes as they are read off a digital clock: "oh five", "fifteen", "forty five". */
const minuteWord = `(?:(?:oh|o|zero)[- '](?<ohs>${units})|(?<minute>${tens}(?:[- ]${units})?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))`;
const spoken = `(?<hour>${hourWord})[- ]${minuteWord}`;
const lead =
  "(?:at|@|around|about|by|before|after|until|till|from|near|approx(?:imately)?|roughly|circa|is|be|past|starting|between|make (?:it|that))";
// "dinner for two", "a table for 4": a bare number after "for" counts people, but for a word before it that tells of time.
const timedFor = `(?:${weekday}|today|tonight|${tomorrow}|\\d|reminders?|alarms?|alerts?) for`;
const seats =
  "table|dinner|lunch|brunch|breakfast|supper|meal|food|drinks|tea|coffee|picnic|barbecue|bbq|party|room|cabin|tent|car|van|taxi|cab|tickets?|seats?|places?|beds?|reservation|booking|recipe|cake|cook|enough";
// "at 4.22 dollars", "at 10 elm street", "by 3 points": what is counted is no time.
const noUnit = "(?! ?(?:%|percent|dollars?|bucks|euros?|pounds?|cents|usd|eur|km|miles?|mph|degrees|points?|x\\b|\\/))";

type Groups = Record<string, string | undefined>;
const minuteOf = (g: Groups) => (g.ohs ? numberOf(g.ohs) : numberOf((g.minute ?? "").replace("fourty", "forty"))) ?? 0;
const written = (g: Groups) => time(clock(g.hour ?? "", Number(g.minute ?? 0), halfOf(g.half)));
const said = (g: Groups) => time(clock(g.hour ?? "", minuteOf(g), halfOf(g.half)));
const bare = (g: Groups) => time(clock(g.hour ?? g.at ?? "", 0, null));

const pastOrTo = `(?:past|after|to|before|till|til|of)`;
const otherEnd = "(?:noon|midday|midnight)";

/** "at five past": the next moment at which the clock's long hand stands there. */
function nextMinute(minutes: number, isBefore: boolean, here: Here) {
  const minute = isBefore ? 60 - minutes : minutes;
  if (minute < 0 || minute > 59) return null;
  const hour = Number(here.time.slice(0, 2)) + (minute > Number(here.time.slice(3)) ? 0 : 1);
  return time({ hour: hour % 24, minute, isAmbiguous: false });
}

/** Times of day by the clock. */
export const clockTimes: Pattern[] = [
  pattern(`(?<hour>\\d{1,2})(?:[:.h;]? ?(?<minute>[0-5]\\d)(?::[0-5]\\d)?)?[ -]?${half}`, written),
  pattern("(?<hour>1[0-2]|0?[1-9])(?::?(?<minute>[0-5]\\d))?(?<half>[ap])", written),
  pattern(`(?<hour>${hourWord}) ?${half}`, written),
  pattern(`${spoken} ?${half}`, said),
  pattern(
    "(?<hour>[01]?\\d|2[0-4])(?::|h ?)(?<minute>[0-5]\\d)(?::[0-5]\\d(?:\\.\\d+)?)?(?: ?(?:h|hrs|hours|uhr))?",
    written,
  ),
  pattern(`(?<hour>[01]?\\d|2[0-4]) ?(?:h|uhr)`, written, "loose"),
  pattern("(?<hour>[01]\\d|2[0-3]):?(?<minute>[0-5]\\d) ?(?:h|hrs|hours)", written),
  pattern(
    `(?<=(?:^|\\s)(?:at|@|by|from|until|till|to|around|before|after|between|make (?:it|that)) ?)(?<hour>[01]?\\d|2[0-3])[.]?(?<minute>[0-5]\\d)${noUnit}`,
    written,
    "loose",
  ),
  pattern(`(?<hour>[01]?\\d|2[0-3])[. ]?(?<minute>[0-5]\\d)${noUnit}`, written, "beside"),
  pattern(`(?:(?<=(?:^|\\s)${timedFor} )|(?<=^\\s*for )(?=\\S+ to ))${hour}`, bare, "loose"),
  pattern(`(?<=(?:^|\\s)for )(?<!\\b(?:${seats}) for )(?<hour>\\d{1,2})${noUnit}`, bare, "loose"),
  // Of "9 to 5" only what stands before can tell that it is of times.
  pattern(`(?<=(?:^|\\s)to )(?<!(?:\\d|${hourWord}) to )${hour}${noUnit}`, bare, "loose"),
  pattern(`(?<=(?:^|\\s)${lead} )${hour}${noUnit}|(?<=(?:^|\\s)@)(?<at>\\d{1,2})`, bare, "loose"),
  pattern(`(?<hour>\\d{1,2}|${hourWord})${noUnit}`, bare, "beside"),
  pattern(`(?<=(?:^|\\s)(?:at|by|until|till|from|to|around|before|after) )${spoken}`, said, "loose"),
  pattern(spoken, said, "beside"),
  pattern(`${hour} ?o'? ?clock(?:[ -]?ish)?(?: ${half})?`, written),
  pattern(`(?<hour>\\d{1,2})(?::(?<minute>[0-5]\\d))?[- ]?ish|(?<word>${hourWord})[- ]?ish`, (g) =>
    time(clock(g.hour ?? g.word ?? "", Number(g.minute ?? 0), null)),
  ),
  pattern(`half[- ]past (?<hour>\\d{1,2}|${hourWord}|${otherEnd})(?: ?${half})?`, (g) =>
    time(offsetClock(g.hour ?? "", 30, halfOf(g.half))),
  ),
  pattern(`(?<=(?:^|\\s)(?:at|by|around|about|from|until|till|for) )half[- ]${hour}(?: ?${half})?`, (g) =>
    time(offsetClock(g.hour ?? "", 30, halfOf(g.half))),
  ),
  pattern(`half[- ](?<hour>${hourWord}|[1-9]|1[0-2])`, (g) => time(offsetClock(g.hour ?? "", 30, null)), "beside"),
  pattern(
    `(?<!(?:from|between) )(?:a )?(?<n>quarter|${number})(?: minutes?| mins?)? (?<way>${pastOrTo}) (?<hour>\\d{1,2}|${hourWord}|${otherEnd})(?![:.]\\d)(?: ?${half}| o'? ?clock)?`,
    (g) => {
      const minutes = g.n === "quarter" ? 15 : (numberOf(g.n ?? "") ?? 0);
      const isBefore = !/past|after/.test(g.way ?? "");
      // "5 to 6" and "3 before 4" are counts and ranges; people say such times in fives.
      if (minutes % 5 !== 0 || minutes > 30 || minutes === 0 || /^an?$/.test(g.n ?? "")) return null;
      return time(offsetClock(g.hour ?? "", isBefore ? -minutes : minutes, halfOf(g.half)));
    },
  ),
  pattern(
    `(?<=(?:^|\\s)at )(?:(?:a )?(?<n>quarter|half|five|ten|twenty(?:[- ]five)?|\\d\\d?)(?: minutes)?) (?<way>past|to)(?=\\s*(?:$|[,.!?]))`,
    (g, here) =>
      nextMinute(g.n === "quarter" ? 15 : g.n === "half" ? 30 : (numberOf(g.n ?? "") ?? 0), g.way === "to", here),
  ),
  pattern(
    `(?<=(?:^|\\s)(?:from|between) )(?<hour>\\d{1,2}|${hourWord})(?=(?: ?[-–] ?| to | and | until | till )(?:\\d|${hourWord}))`,
    bare,
    "loose",
  ),
  pattern(
    "(?:(?:12|twelve) )?(?:high )?(?:noon|mid[- ]?day)(?:[- ]?(?:ish|time))?",
    () => time({ hour: 12, minute: 0, isAmbiguous: false }),
    "loose",
  ),
  pattern("(?:(?:12|twelve) )?mid[- ]?night", () => time({ hour: 0, minute: 0, isAmbiguous: false }), "loose"),
];
