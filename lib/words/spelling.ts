import { distance } from "./distance";

/** Shorthands and slips that are no words of their own, and what they stand for. */
const meant: Record<string, string> = {
  ...words("tomorrow", "tmrw tmr tmw tmrrw tomoz tomoro tomo 2moro 2morrow 2mrw tmoro tmorrow"),
  ...words("today", "2day todya tday tdy"),
  ...words("tonight", "tonite 2nite 2night tnite tonigt"),
  ...words("night", "nite nigth nihgt"),
  ...words("morning", "mornin morn"),
  ...words("afternoon", "arvo aft afternon"),
  ...words("yesterday", "yest ystday"),
  ...words("every", "evry evrey eveyr eery"),
  ...words("next", "nxt nex"),
  ...words("week", "wek weeek"),
  ...words("weekend", "wkend wknd wkd weekned"),
  ...words("wednesday", "wensday wednes wendsday wedsday weds"),
  ...words("thursday", "thur thurday thusday thirsday"),
  ...words("tuesday", "tuseday teusday"),
  ...words("monday", "mony munday"),
  ...words("sunday", "sundy"),
  ...words("march", "mrach amrch marhc"),
  ...words("noon", "nooon"),
  ...words("o'clock", "oclock o'clok oclok"),
  ...words("minutes", "mintues minuets minuts"),
};

function words(correct: string, slips: string) {
  return Object.fromEntries(slips.split(" ").map((slip) => [slip, correct]));
}

/** Long enough that a slip of one letter (two from eight letters on) still tells which word was meant. */
const long =
  "sunday monday tuesday wednesday thursday friday saturday january february april august september october november december tomorrow today tonight yesterday weekend afternoon evening morning fortnight christmas thanksgiving halloween midnight".split(
    " ",
  );
const longPlurals = new Map(long.filter((word) => word.endsWith("day")).map((word) => [`${word}s`, word]));

/** Words that are only a slip away from one of those, and right as they are. */
const right = new Set(
  "sundae sundry sunny monkey mourning mooring moaning meaning morsel toddy todday tody toady todd augusta augustus weekends weekday weekdays weekender weekends evenings mornings afternoons tonights todays fortnights aprils marchs saturated wedding thirsty midday midnights eventing evensong loaning octobers knight tomorrows yesterdays holiday someday sundays mondays tuesdays wednesdays thursdays fridays saturdays maundy faraday augury apricot toda".split(
    /\s+/,
  ),
);

const known = new Map<string, string>();
for (const word of long) known.set(word, word);
for (const word of right) known.set(word, word);
for (const [slip, word] of Object.entries(meant)) known.set(slip, word);

function spelt(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  if (word.length < 5 || word.length > 14) return word;
  for (const target of long) {
    const allowed = target.length >= 8 ? 2 : 1;
    if (target[0] !== word[0] || Math.abs(target.length - word.length) > allowed) continue;
    if (distance(word, target) <= allowed) return target;
    if (longPlurals.has(`${target}s`) && word.endsWith("s") && distance(word, `${target}s`) <= allowed)
      return `${target}s`;
  }
  return word;
}

type Corrected = {
  text: string /** Where a position of the corrected text is in the text as it was typed. */;
  typed(position: number): number;
};

/** The text with the words of dates and times spelt right. */
export function corrected(lower: string): Corrected {
  const shifts: [from: number, by: number][] = [];
  let grown = 0;
  const text = lower.replace(/(?<![\p{L}\p{N}'_-])[\p{L}\d][\p{L}']*\p{L}(?![\p{L}\p{N}_])/gu, (word, at: number) => {
    const owner = /'s$/.exec(word)?.[0] ?? "";
    const better = spelt(owner ? word.slice(0, -2) : word) + owner;
    if (better === word) return word;
    grown += better.length - word.length;
    shifts.push([at + word.length + grown, grown]);
    return better;
  });
  const typed = (position: number) => position - (shifts.findLast(([from]) => from <= position)?.[1] ?? 0);
  return { text, typed };
}
