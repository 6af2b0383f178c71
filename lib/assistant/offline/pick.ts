import { findWhen } from "@/lib/words/find-when";
import type { Today } from "@/lib/words/today";
import type { Target } from "./command";
import { best } from "./locate";
import { dayIn, isDue } from "./narrow";
import { readTarget } from "./read-target";
import type { Seen } from "./seen";
import { isEverything, isIndifferent } from "./short-answer";

export const numbersOf = (tasks: Seen[]): Extract<Target, { kind: "numbers" }> => ({
  kind: "numbers",
  numbers: tasks.map(({ number }) => number),
});

/** Tasks that the person was asked about: they may be others by now. */
export const askedOf = (tasks: Seen[]): Target => ({ ...numbersOf(tasks), asked: tasks });

/** What an answer picks out of candidates. `isSure`: several, because it named several. */
type Picked = { tasks: Seen[]; isSure: boolean };

export function pickedFrom(said: string, candidates: Seen[], today: Today): Picked {
  if (isEverything(said)) return { tasks: candidates, isSure: true };
  if (isIndifferent(said)) return { tasks: candidates.slice(0, 1), isSure: true };
  const named = byReference(said, candidates, today);
  if (named) return { tasks: named, isSure: true };
  const tasks = described(said, candidates, today);
  const isAll = tasks.length === candidates.length && tasks.length > 1;
  // What fits all of them is no answer.
  return isAll ? { tasks: [], isSure: false } : { tasks, isSure: tasks.length === 1 };
}

function described(said: string, candidates: Seen[], today: Today): Seen[] {
  const not = /^(?:not|anything but|all but|all except|everything except) (?<words>.+)$/i.exec(said)?.groups?.words;
  if (not) {
    const out = pickedFrom(not, candidates, today).tasks;
    return out.length > 0 ? candidates.filter((task) => !out.includes(task)) : [];
  }
  return byTime(said, candidates, today) ?? byWords(said, candidates, today);
}

/** A number may be a task's or a place in the list. */
function byReference(said: string, candidates: Seen[], today: Today): Seen[] | null {
  const at = (place: number) => candidates.at(place > 0 ? place - 1 : place);
  const found = (tasks: (Seen | undefined)[]) => {
    const some = tasks.filter((task) => task !== undefined);
    return some.length > 0 ? some : null;
  };
  const target = readTarget(said, today);
  if (target?.kind === "numbers") {
    const named = candidates.filter(({ number }) => target.numbers.includes(number));
    return found(named.length > 0 ? named : target.numbers.map(at));
  }
  if (target?.kind === "places") return found(target.places.map(at));
  if (target?.kind === "them") return candidates;
  return target?.kind === "it" && candidates.length === 1 ? candidates : null;
}

const early = /^(?:the )?(?:earlier|earliest|sooner|soonest|nearer|nearest|next)(?: one)?$/i;
const late = /^(?:the )?(?:later|latest|furthest|farther)(?: one)?$/i;

/** "the one on sunday", "the 2 o'clock one", "the earlier one" */
function byTime(said: string, candidates: Seen[], today: Today): Seen[] | null {
  const dated = candidates.filter(({ dueDate }) => dueDate !== null);
  const inOrder = dated.toSorted((a, b) => momentOf(a).localeCompare(momentOf(b)));
  if (early.test(said)) return inOrder.slice(0, 1);
  if (late.test(said)) return inOrder.slice(-1);
  const day = dayIn(said, today);
  if (day) {
    const onDay = candidates.filter((task) => isDue(task, day.due));
    if (onDay.length > 0 && onDay.length < candidates.length) return onDay;
  }
  const { due, hasDay } = findWhen(said, today);
  if (!due?.time || hasDay) return null;
  const hour = (time: string) => (Number(time.slice(0, 2)) % 12) * 60 + Number(time.slice(3));
  const wanted = hour(due.time);
  const atTime = candidates.filter(({ dueTime }) => dueTime !== null && hour(dueTime) === wanted);
  return atTime.length > 0 ? atTime : null;
}

const momentOf = ({ dueDate, dueTime }: Seen) => `${dueDate}T${dueTime ?? "~"}`;

/** "the bill", "mia's", "the work one" */
function byWords(said: string, candidates: Seen[], today: Today): Seen[] {
  const words = said
    .replace(/^(?:the (?:one )?(?:about|for|with|at|in|from|to) |the )/i, "")
    .replace(/\s+(?:one|task)$/i, "");
  const found = best(words, candidates, today);
  return found.tier >= 2 ? found.tasks : [];
}
