import { findWhen } from "@/lib/words/find-when";
import { type Due, type Today, timeIn, todayIn } from "@/lib/words/today";
import { wallOf } from "@/lib/words/zone";
import type { Filter } from "./command";
import { bestOf, fitOf } from "./match";
import { readTarget } from "./read-target";
import type { Seen } from "./seen";

export const isSameTag = (own: string, wanted: string) => own.toLowerCase() === wanted.toLowerCase();

/** Whether a word speaks of a task's title or names one of its tags. */
export const isAbout = (text: string, { title, tags }: Seen) =>
  fitOf(text, title).tier >= 2 || tags.some((tag) => isSameTag(tag, text.replace(/^#/, "")));

/** Whether a task that was looked up fits a filter: what the tool `list_tasks` would have answered. */
export function fits(task: Seen, filter: Filter, today: Today): boolean {
  const here = todayIn(today);
  const { dueDate } = task;
  const isOverdue = dueDate !== null && `${dueDate}T${task.dueTime ?? "~"}` < `${here}T${timeIn(today)}`;
  const views: { [V in NonNullable<Filter["view"]>]: boolean } = {
    all: true,
    today: dueDate === here,
    upcoming: (dueDate ?? "") > here,
    overdue: isOverdue,
    inbox: dueDate === null,
    completed: task.isCompleted,
    bin: task.inBin,
  };
  return (
    views[filter.view ?? "all"] &&
    (!filter.tag || task.tags.some((tag) => isSameTag(tag, filter.tag ?? ""))) &&
    (!filter.priority || task.priority === filter.priority) &&
    (!filter.dueFrom || (dueDate ?? "") >= filter.dueFrom) &&
    (!filter.dueTo || (dueDate ?? "9") <= filter.dueTo) &&
    (!filter.text || isAbout(filter.text, task))
  );
}

/** The tasks that a bulk command is to leave alone; null when some of the words that name them fit none. */
export function exceptions(words: string, tasks: Seen[], today: Today): Seen[] | null {
  const parts = fitOf(words, words).tier > 0 ? words.split(/\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|&|plus)\s+/i) : [];
  const found = parts.filter(Boolean).map((part) => named(part, tasks, today));
  if (found.length > 1 && found.some((each) => each.length === 0)) {
    const whole = named(words, tasks, today);
    return whole.length > 0 ? whole : null;
  }
  return found.length > 0 && found.every((each) => each.length > 0) ? found.flat() : null;
}

/** What is left out is left out in full: all that fit, where a change would ask which. */
function named(words: string, tasks: Seen[], today: Today): Seen[] {
  const target = readTarget(words, today);
  if (target?.kind === "numbers") return tasks.filter(({ number }) => target.numbers.includes(number));
  const filter = target?.kind === "bulk" ? target.filter : null;
  if (filter && !filter.except) return tasks.filter((task) => fits(task, filter, today));
  const when = findWhen(words.replace(/'s\b/g, ""), today);
  if (when.due && /^(?:ones?|tasks?|those|that|stuff|things?|the|\s)*$/i.test(when.rest)) {
    const { date } = when.due;
    return tasks.filter(({ dueDate }) => dueDate === date);
  }
  const tag = words.replace(
    /^(?:the |those |that |tagged |with (?:the )?tag )+|\s+(?:ones?|tasks?|stuff|things)$/gi,
    "",
  );
  const tagged = tasks.filter(({ tags }) => tags.some((own) => isSameTag(own, tag.replace(/^#/, ""))));
  const best = bestOf(words, tasks);
  return best.tier >= 2 ? best.tasks : tagged;
}

/** "the one on sunday", "my call tomorrow": a day in a reference tells which of several; null when none is named. */
export function dayIn(words: string, today: Today): { due: Due; rest: string } | null {
  const when = findWhen(words.replace(/\b(\p{L}+day|tomorrow|today)'s\b/giu, "on $1"), today);
  if (!when.due || when.recurrence || !when.hasDay) return null;
  const rest = when.rest
    .replace(/^(?:the|my|that|this)\b|\b(?:one|ones|task|thing|due|from|for|on|at|of)$/gi, "")
    .trim();
  return { due: when.due, rest };
}

export const isDue = ({ dueDate, dueTime }: Seen, due: Due) =>
  dueDate === due.date && (due.time === null || dueTime === null || dueTime === due.time);

/** Whether a task was done within these days, where the person is. */
export function wasDoneIn({ completedAt }: Seen, from: string | undefined, to: string | undefined, today: Today) {
  if (completedAt === null) return false;
  const { date } = wallOf(new Date(completedAt), today.timeZone);
  return (!from || date >= from) && (!to || date <= to);
}
