import { presentOf } from "@/lib/words/english/requests";
import { actionVerbs } from "@/lib/words/english/verbs";
import type { Today } from "@/lib/words/today";
import { allBut, without } from "./all-but";
import type { Target, Targeted } from "./command";
import { type Discourse, lastOf } from "./discourse";
import { bestOf, fitOf, tokens, wordsShared } from "./match";
import { type Changed, unlessChanged } from "./meanwhile";
import { dayIn, exceptions, isAbout, isDue, isSameTag } from "./narrow";
import { readTarget } from "./read-target";
import type { Seen } from "./seen";

export type Found =
  | { kind: "tasks"; tasks: Seen[]; candidates: Seen[] }
  | { kind: "which"; candidates: Seen[]; words: string }
  /** Nothing fits the words. */
  | { kind: "none"; words: string }
  /** A reference to something that was never spoken of. */
  | { kind: "what" }
  | { kind: "empty" }
  /** What was to be left alone could not be told from the rest. */
  | { kind: "unsure"; words: string }
  | Changed
  /** A place that the list doesn't reach. */
  | { kind: "beyond"; candidates: Seen[] };

const asTasks = (tasks: Seen[], candidates: Seen[] = []): Found => ({ kind: "tasks", tasks, candidates });

/** The tasks that a command means, among those that were looked up and those spoken of before. */
export function locate(command: Targeted, seen: Seen[], discourse: Discourse, today: Today): Found {
  const { target } = command;
  const some = allBut(target, discourse);
  if (some) {
    const left = without(some.except, some.tasks, today);
    if (!left) return { kind: "unsure", words: some.except };
    const there = seen.filter(({ number }) => left.some((task) => task.number === number));
    return there.length > 0 ? asTasks(there) : { kind: "empty" };
  }
  if (target.kind === "words" && command.do === "complete" && command.isGuess) return guessed(target.text, seen);
  if (target.kind === "words") {
    const found = onlyPossible(command, byWords(target.text, seen, discourse, today));
    // Nothing is thrown out for half a fit: "the old report" may be another one.
    return command.do === "delete" && isHalf(target.text, found)
      ? { kind: "which", candidates: found.tasks, words: target.text }
      : found;
  }
  if (target.kind === "title") return byTitle(target.text, seen);
  if (target.kind === "bulk") return inBulk(target, seen, today);
  if (target.kind === "rest") return rest(seen, discourse);
  const known = (task: Seen) => seen.find(({ number }) => number === task.number) ?? task;
  if (target.kind === "numbers" && target.asked) return unlessChanged(target.asked, seen, discourse.shown);
  const found = spoken(target, discourse, seen);
  if (found === "many") return { kind: "which", candidates: discourse.focus.map(known), words: "" };
  if (target.kind === "places") {
    const listed = listFor(discourse, seen);
    if (listed.length > 0 && (found?.length ?? 0) < target.places.length) return { kind: "beyond", candidates: listed };
  }
  if (!found || found.length === 0) return { kind: "what" };
  const isGuess = command.do === "delete" && target.kind === "places" && discourse.shown.length === 0;
  if (isGuess && discourse.focus.length === 0) return { kind: "which", candidates: found, words: "" };
  return asTasks(found.map(known), discourse.shown.map(known));
}

/** Of several that could be moved by an hour it is the one that has a time. */
function onlyPossible(command: Targeted, found: Found): Found {
  const shift = command.do === "update" ? command.patch.shift : undefined;
  if (!shift || found.kind !== "which") return found;
  const isOfHours = /^(?:h|min)/i.test(shift.unit);
  const able = found.candidates.filter(({ dueDate, dueTime }) => (isOfHours ? dueTime : dueDate) !== null);
  return able.length === 1 ? asTasks(able, found.candidates) : found;
}

/** One task that shares some of the words, and has none of the others. */
function isHalf(words: string, found: Found): found is Extract<Found, { kind: "tasks" }> {
  const [only, ...others] = found.kind === "tasks" ? found.tasks : [];
  return only !== undefined && others.length === 0 && bestOf(words, [only]).tier === 1;
}

export function spoken(target: Target, discourse: Discourse, seen: Seen[]): Seen[] | "many" | null {
  const { focus, shown } = discourse;
  if (target.kind === "numbers")
    return target.numbers.map(
      (number) => [...focus, ...shown].find((task) => task.number === number) ?? unknown(number),
    );
  if (target.kind === "it") return focus.length > 1 ? "many" : focus;
  if (target.kind === "them") return focus;
  if (target.kind === "places") {
    const list = listFor(discourse, seen);
    return target.places.map((place) => list.at(place > 0 ? place - 1 : place)).filter((task) => task !== undefined);
  }
  return otherOf(discourse);
}

/** The list in which places are counted. */
const listFor = ({ shown, focus }: Discourse, seen: Seen[]) =>
  [shown, focus, seen].find((tasks) => tasks.length > 0) ?? [];

/** "the other one": of those that the last words might have meant, or of the two or three that were shown. */
function otherOf(discourse: Discourse): Seen[] | null {
  const last = lastOf(discourse);
  const used = last?.tasks.length ? last.tasks : discourse.focus;
  const isOther = ({ number }: Seen) => !used.some((task) => task.number === number);
  for (const candidates of [last?.candidates ?? [], discourse.shown]) {
    const others = candidates.filter(isOther);
    if (others.length === 1) return others;
  }
  return null;
}

/** A task known by its number alone. */
const unknown = (number: number): Seen => ({
  number,
  title: `#${number}`,
  dueDate: null,
  dueTime: null,
  priority: "none",
  tags: [],
  recurrence: null,
  isCompleted: false,
  inBin: false,
  occurrence: null,
  completedAt: null,
  notes: null,
});

/**
 * Those listed last to which nothing was done yet; without a list, all that were looked up. Where nothing was done to any, there is
 * no telling of what it would be the rest.
 */
function rest(seen: Seen[], { shown, handled }: Discourse): Found {
  if (handled.length === 0) return { kind: "what" };
  const isLeft = ({ number }: Seen) => !handled.includes(number);
  const listed = shown.filter((task) => isLeft(task) && seen.some(({ number }) => number === task.number));
  const tasks = shown.length > 1 && listed.length > 0 ? listed : seen.filter(isLeft);
  return tasks.length > 0 ? asTasks(tasks) : { kind: "empty" };
}

/** The task that shares most words with something told, to be asked about. */
function guessed(text: string, seen: Seen[]): Found {
  const shared = seen.map((task) => ({ task, words: wordsShared(text, task.title) }));
  const most = Math.max(0, ...shared.map(({ words }) => words));
  const whole = shared.filter(({ task, words }) => words >= 2 && words === tokens(task.title).length);
  const [only] = whole;
  if (only && whole.length === 1) return asTasks([only.task]);
  const candidates = most > 0 ? shared.filter(({ words }) => words === most).map(({ task }) => task) : [];
  return candidates.length === 0 || candidates.length > 3
    ? { kind: "none", words: text }
    : { kind: "which", candidates, words: text };
}

function byTitle(text: string, seen: Seen[]): Found {
  const { tasks, tier } = bestOf(text, seen);
  const isName = ({ title }: Seen) => tier === 5 || fitOf(text, title.replace(/^\S+\s+/, "")).tier === 5;
  const named = tier >= 4 ? tasks.filter(isName) : [];
  if (named.length === 0) return { kind: "none", words: text };
  return named.length === 1 ? asTasks(named) : { kind: "which", candidates: named, words: text };
}

export const partsOf = (text: string) =>
  text.split(/\s*,\s*(?:and\s+)?|\s+(?:and|&|plus|\+)\s+/i).filter((part) => tokens(part).length > 0);

function byWords(words: string, seen: Seen[], discourse: Discourse, today: Today): Found {
  const whole = best(words, seen, today);
  const parts = partsOf(words);
  if (parts.length > 1 && whole.tier < 4) {
    const each = parts.map((part) => partOf(part, seen, discourse, today));
    if (each.every(({ tasks, tier }) => tasks.length === 1 && tier >= 1)) {
      return asTasks([...new Set(each.flatMap(({ tasks }) => tasks))]);
    }
    const unclear = each.find(({ tasks, tier }) => tasks.length > 1 && tier >= 2);
    if (unclear && whole.tier < 2) return { kind: "which", candidates: unclear.tasks, words };
  }
  const either = words.split(/\s+or\s+/i);
  if (either.length > 1 && whole.tier < 4) {
    const candidates = [...new Set(either.flatMap((one) => best(one, seen, today).tasks))];
    if (candidates.length > 1) return { kind: "which", candidates, words };
  }
  const subject = words.replace(/(?:'s|'re|s'| is| are| has| have) .+$/i, "");
  if (whole.tasks.length === 0 && subject !== words) return byWords(subject, seen, discourse, today);
  if (whole.tasks.length === 0) return { kind: "none", words };
  const [first] = whole.tasks;
  if (whole.tasks.length === 1 && first && !(whole.tier === 1 && isOtherDeed(words, first))) {
    return asTasks(
      whole.tasks,
      seen.filter((task) => fitOf(words, task.title).tier > 0),
    );
  }
  return { kind: "which", candidates: whole.tasks, words };
}

type Best = { tasks: Seen[]; tier: number };

/** One of several references: "the milk, #3 and the second one". */
function partOf(part: string, seen: Seen[], discourse: Discourse, today: Today): Best {
  const target = readTarget(part, today);
  const tasks = target && target.kind !== "words" && target.kind !== "bulk" ? spoken(target, discourse, seen) : null;
  if (tasks && tasks !== "many" && tasks.length > 0) return { tasks: tasks.slice(0, 1), tier: 5 };
  return best(part, seen, today);
}

/** What fits a title best. Of several, a day, a tag or a priority that the words name tells which. */
export function best(words: string, seen: Seen[], today: Today): Best {
  const whole = bestOf(words, seen);
  if (whole.tier >= 4 && whole.tasks.length === 1) return whole;
  const day = dayIn(words, today);
  if (day) {
    const pool = seen.filter((task) => isDue(task, day.due));
    if (!day.rest && pool.length > 0) return { tasks: pool, tier: 3 };
    const onDay = bestOf(day.rest, pool);
    if (onDay.tier >= 2) return { ...onDay, tier: Math.max(onDay.tier, 4) };
  }
  if (whole.tier >= 2) return whole;
  const marked = seen.filter((task) => isMarked(words, task));
  return marked.length > 0 ? { tasks: marked, tier: 3 } : whole;
}

/** "the work one", "the urgent one" */
function isMarked(words: string, { tags, priority }: Seen) {
  const mark = words.toLowerCase().replace(/^(?:the|my|that) |(?: priority)?(?: one| task| thing)?$/g, "");
  const isHigh = /^(?:urgent|important|high)$/.test(mark) && priority === "high";
  return tags.some((tag) => isSameTag(tag, mark)) || isHigh || (/^(?:medium|low)$/.test(mark) && priority === mark);
}

/**
 * "buy groceries" is not "sort groceries": a weak fit to a title with another verb. A title that is a thing takes any verb, if all of it
 * was named: "paid for coffee" is not "coffee with Ann".
 */
function isOtherDeed(words: string, task: Seen) {
  const [first = ""] = words.toLowerCase().split(/\s+/);
  if (!actionVerbs.has(presentOf(first) ?? first)) return false;
  const named = tokens(task.title);
  const [verb = ""] = named;
  const isTitledDeed = named.length > 1 && actionVerbs.has(task.title.toLowerCase().split(/\s+/)[0] ?? "");
  return isTitledDeed
    ? !tokens(words).some((token) => token.startsWith(verb) || verb.startsWith(token))
    : wordsShared(words, task.title) < named.length;
}

function inBulk({ filter }: Extract<Target, { kind: "bulk" }>, seen: Seen[], today: Today): Found {
  const { text, except } = filter;
  const tasks = text ? seen.filter((task) => isAbout(text, task)) : seen;
  if (!except || tasks.length === 0) return tasks.length > 0 ? asTasks(tasks) : { kind: "empty" };
  const left = exceptions(except, tasks, today);
  if (!left) return { kind: "unsure", words: except };
  const others = tasks.filter((task) => !left.includes(task));
  return others.length > 0 ? asTasks(others) : { kind: "empty" };
}
