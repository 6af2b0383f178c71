import { dateIn, sayDay, sayWholeDay } from "@/lib/dates";
import type { Counts, Priority, View } from "@/lib/tasks/schema";
import type { Listed } from "./page";
import { orderOf, type Query } from "./query";

/** The views of the pane, in their order. "overdue" has no tab: it heads Today. */
export const paneViews = ["today", "upcoming", "inbox", "all", "completed", "bin"] as const satisfies readonly View[];
export type PaneView = (typeof paneViews)[number];

export const viewNames: { [V in PaneView]: string } = {
  today: "Today",
  upcoming: "Upcoming",
  inbox: "Inbox",
  all: "All",
  completed: "Completed",
  bin: "Bin",
};

/** How many tasks a view lists. Today also lists what is late: every open task with a date, but for those to come. */
export const listed = (view: PaneView, counts: Counts): number =>
  view === "today" ? counts.all - counts.upcoming - counts.inbox : counts[view];

/** What an empty view says: what it is for, and what to do. */
export const emptyViews: { [V in PaneView]: string } = {
  today: "Nothing is due today. Add a task above, or write it in the chat.",
  upcoming: "Nothing is planned. Try “call mum on Friday”.",
  inbox: "No tasks without a date.",
  all: "No tasks yet. Add the first one above, or write it in the chat.",
  completed: "Nothing completed yet.",
  bin: "The bin is empty. Deleted tasks stay here for 30 days.",
};

/** Why this list is empty: most often because it was narrowed. */
export function sayEmpty({ view, tag, text }: Query): string {
  const where = view === "all" ? "" : ` in ${viewNames[view]}`;
  const what = [text.trim() && `with “${text.trim()}”`, tag && `tagged #${tag}`].filter(Boolean).join(" and ");
  return what ? `No task ${what}${where}.` : emptyViews[view];
}

/** `isDay`: the heading names the day, so the rows need only the hour. */
export type Section = { name: string | null; isLate?: boolean; isDay?: boolean; tasks: Listed[] };
type Here = { today: string; timeZone: string };

/** A list under its headings: what is late, what is due today, then day by day, then what has no date. */
export function sectionsOf(query: Query, tasks: readonly Listed[], here: Here): Section[] {
  const order = orderOf(query);
  const heading = headings[order];
  // A search has its best match first, whatever day that is.
  if (!heading || query.view === "inbox" || (query.text && !query.sort)) return [{ name: null, tasks: [...tasks] }];
  const sections = new Map<string, Listed[]>();
  for (const task of tasks) {
    const name = heading(task, here, query);
    const section = sections.get(name);
    if (section) section.push(task);
    else sections.set(name, [task]);
  }
  const [only] = sections.keys();
  const isDue = order === "due";
  // One heading that only repeats the tab says nothing.
  if (sections.size === 1 && only === viewNames[query.view]) return [{ name: null, isDay: isDue, tasks: [...tasks] }];
  return [...sections].map(([name, tasks]) => ({
    name,
    isLate: name === "Overdue",
    isDay: isDue && name !== "Overdue",
    tasks,
  }));
}

const priorities: { [P in Priority]: string } = {
  high: "High priority",
  medium: "Medium priority",
  low: "Low priority",
  none: "No priority",
};

type Heading = (task: Listed, here: Here, query: Query) => string;
const headings: { [order: string]: Heading | undefined } = {
  due: ({ dueDate }, { today }) => {
    if (!dueDate) return "No date";
    return dueDate < today ? "Overdue" : sayDay(dueDate, today);
  },
  priority: ({ priority }) => priorities[priority],
  lately: ({ completedAt, deletedAt }, { today, timeZone }, { view }) => {
    const moment = view === "bin" ? deletedAt : completedAt;
    return moment ? sayWholeDay(dateIn(timeZone, moment), today) : "";
  },
};
