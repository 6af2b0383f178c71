// When an answer counts as right. A gold field may hold one value or a list, of which any will do.

export type Either<T> = T | T[];
export const listOf = <T>(value: Either<T>): T[] => (Array.isArray(value) ? value : [value]);

const edges = /^[\s"'.,!?;:()[\]-]+|[\s"'.,!?;:()[\]-]+$/g;

/** Titles are the same whatever their case, quotes, outer punctuation, leading article and final "please". */
export const plainTitle = (title: string | null | undefined): string =>
  (title ?? "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(edges, "")
    .replace(/\s+/g, " ")
    .replace(/^(?:(?:to|the|an?|my|some) )+/, "")
    .replace(/,? please$/, "")
    .trim();

export const isTitle = (gold: Either<string | null>, said: string | null | undefined) =>
  listOf(gold).some((title) => plainTitle(title) === plainTitle(said));

/** How far two titles share their words: 1 for the same words, 0 for none in common. */
export function wordsInCommon(one: string | null | undefined, other: string | null | undefined): number {
  const [left, right] = [one, other].map((title) => plainTitle(title).split(/\W+/).filter(Boolean));
  if (!left?.length || !right?.length) return left?.length === right?.length ? 1 : 0;
  const open = [...right];
  const common = left.filter((word) => {
    const place = open.indexOf(word);
    if (place >= 0) open.splice(place, 1);
    return place >= 0;
  });
  return (2 * common.length) / (left.length + right.length);
}

export type Moment = { date: string; time: string | null };

/** Seconds and an offset are ignored. What is no date is kept, and so equals nothing else. */
export function momentOf(text: string | null | undefined): Moment | null {
  if (text === null || text === undefined || text === "") return null;
  const [, date, time] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?/.exec(text) ?? [];
  return { date: date ?? text, time: time ?? null };
}

type Due = Either<string | null | undefined>;

function isSome(gold: Due, said: string | null | undefined, fits: (gold: Moment, said: Moment) => boolean): boolean {
  const answer = momentOf(said);
  return listOf(gold).some((one) => {
    const wanted = momentOf(one);
    return wanted && answer ? fits(wanted, answer) : !wanted && !answer;
  });
}

/** A gold date is met by any time on that date, a gold time by that time alone. */
export const isDue = (gold: Due, said: string | null | undefined) =>
  isSome(gold, said, (wanted, { date, time }) => wanted.date === date && (wanted.time ?? time) === time);

export const isDueDate = (gold: Due, said: string | null | undefined) =>
  isSome(gold, said, (wanted, { date }) => wanted.date === date);

/** Whether a moment lies in [from, to); a date without a time lies in it when its day does. */
export function isWithin([from, to]: [string, string], said: string | null | undefined): boolean {
  const [low, high, answer] = [momentOf(from), momentOf(to), momentOf(said)];
  if (!low || !high || !answer) return false;
  const isFrom = answer.date >= low.date;
  if (answer.time === null) {
    const endsAtMidnight = (high.time ?? "00:00") === "00:00";
    return isFrom && (endsAtMidnight ? answer.date < high.date : answer.date <= high.date);
  }
  const key = ({ date, time }: Moment) => `${date}T${time ?? "00:00"}`;
  const isInside = key(answer) >= key(low) && key(answer) < key(high);
  return isInside || (low.time === null && isFrom && answer.date < high.date);
}

const unscored = new Set(["BYHOUR", "BYMINUTE", "BYSECOND", "WKST", "DTSTART", "COUNT", "UNTIL"]);

/** An RRULE in one spelling, without start, end and times of day. */
export function plainRule(rule: string | null | undefined): string | null {
  if (!rule) return null;
  const parts = new Map<string, string>();
  for (const pair of rule
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .split(";")) {
    const [name = "", value] = pair.split("=");
    if (!value || unscored.has(name) || pair === "INTERVAL=1") continue;
    const items = value.split(",").map((item) => item.replace(/^\+/, ""));
    parts.set(name, items.sort().join(","));
  }
  const [place, day] = [parts.get("BYSETPOS"), parts.get("BYDAY")];
  if (place && day && /^[A-Z]{2}$/.test(day)) {
    parts.set("BYDAY", place + day);
    parts.delete("BYSETPOS");
  }
  return [...parts.keys()]
    .sort()
    .map((name) => `${name}=${parts.get(name)}`)
    .join(";");
}

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

/** A rule that names no day repeats the day of its first date. */
function filled(rule: string | null, first: string | null): string | null {
  if (rule === null || first === null) return rule;
  const day = new Date(`${first}T12:00Z`);
  if (rule === "FREQ=WEEKLY") return `BYDAY=${weekdays[day.getUTCDay()]};FREQ=WEEKLY`;
  if (rule === "FREQ=MONTHLY") return `BYMONTHDAY=${day.getUTCDate()};FREQ=MONTHLY`;
  if (rule === "FREQ=YEARLY") return `BYMONTH=${day.getUTCMonth() + 1};BYMONTHDAY=${day.getUTCDate()};FREQ=YEARLY`;
  return rule;
}

/** `due`: the gold date on which the rule starts, the first of a list. */
export function isRecurrence(gold: Either<string | null> | undefined, said: string | null | undefined, due?: Due) {
  const first = momentOf(listOf(due ?? null)[0])?.date ?? null;
  const answer = filled(plainRule(said), first);
  return listOf(gold ?? null).some((rule) => filled(plainRule(rule), first) === answer);
}

const levels: Record<string, string | null> = {
  p1: "high",
  p2: "medium",
  p3: "low",
  none: null,
  normal: null,
  "": null,
};

const plainPriority = (priority: string | null | undefined): string | null => {
  const name = (priority ?? "").toLowerCase();
  return Object.hasOwn(levels, name) ? (levels[name] ?? null) : name;
};

export const isPriority = (gold: Either<string | null>, said: string | null | undefined) =>
  listOf(gold).some((priority) => plainPriority(priority) === plainPriority(said));

const plainTags = (tags: string[]) => JSON.stringify(tags.map((tag) => tag.toLowerCase().replace(/^#/, "")).sort());

export const areTags = (gold: string[], said: string[]) => plainTags(gold) === plainTags(said);
