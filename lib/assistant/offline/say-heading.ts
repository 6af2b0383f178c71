import { sayDueLong } from "@/lib/words/say";
import { type Today, todayIn } from "@/lib/words/today";
import type { Filter } from "./command";

/** The sentence above a list: how many tasks there are of what was asked for. `period` is the person's own word for the time. */
export function heading(filter: Filter, total: number, today: Today, period?: string): string {
  const how = filter.priority ? `${filter.priority}-priority ` : "";
  const end = scope(filter, today);
  const count = total === 0 ? "no" : String(total);
  const noun = (kind: string) => `${count} ${how}${kind}${total === 1 ? "task" : "tasks"}`;
  if (filter.view === "overdue")
    return total === 0 ? `Nothing${end} is overdue.` : `You have ${noun("overdue ")}${end}.`;
  if (filter.view === "completed") return doneHeading(filter, total, today, period);
  if (filter.view === "bin") return total === 0 ? "The bin is empty." : `The bin holds ${noun("")}${end}.`;
  if (filter.view === "today") {
    // Of a week on its last day only today is left; the answer still speaks of what was asked.
    const when = period ? `${period}, which ends today` : "today";
    return total === 0 ? `Nothing${end} is due ${when}.` : `You have ${noun("")}${end} due ${when}.`;
  }
  if (filter.view === "upcoming") return `You have ${noun("upcoming ")}${end}.`;
  if (filter.view === "inbox") return `You have ${noun("")}${end} without a date.`;
  if (total === 0 && (filter.dueFrom || filter.dueTo))
    return `Nothing${how && ` of ${filter.priority} priority`}${end.replace(/ due /, " is due ")}.`;
  return total === 0 && end === "" && !how ? "Your list is empty." : `You have ${noun("open ")}${end}.`;
}

/** "what did I do today?" */
function doneHeading(filter: Filter, total: number, today: Today, period?: string) {
  const { doneFrom, doneTo, ...rest } = filter;
  const about = scope({ ...rest, dueFrom: undefined, dueTo: undefined }, today);
  const here = todayIn(today);
  const days =
    doneFrom && doneFrom === doneTo ? sayDay(doneFrom, today) : doneFrom ? `since ${sayDay(doneFrom, today)}` : "";
  const when =
    doneFrom === here ? " today" : period ? ` ${period}` : days && ` ${days.replace(/^(yesterday),.*/, "$1")}`;
  if (!when) return `You have ${total === 0 ? "no" : total} completed ${total === 1 ? "task" : "tasks"}${about}.`;
  return total === 0
    ? `You haven't finished anything${about}${when}${doneFrom === here ? " yet" : ""}.`
    : `You finished ${total} ${total === 1 ? "task" : "tasks"}${about}${when}.`;
}

const sayDay = (date: string, today: Today) => sayDueLong({ date, time: null }, today);

function scope({ text, tag, dueFrom, dueTo }: Filter, today: Today) {
  const parts = [text ? ` about “${text}”` : "", tag ? ` tagged #${tag}` : ""];
  if (dueFrom && dueTo) {
    parts.push(
      dueFrom === dueTo
        ? ` due ${sayDay(dueTo, today)}`
        : dueFrom === todayIn(today)
          ? ` due by ${sayDay(dueTo, today)}`
          : ` due from ${sayDay(dueFrom, today)} to ${sayDay(dueTo, today)}`,
    );
  } else if (dueTo) parts.push(` due by ${sayDay(dueTo, today)}`);
  return parts.join("");
}
