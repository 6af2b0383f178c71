import { sayDay } from "@/lib/dates";
import type { Counts, Task, View } from "@/lib/tasks/schema";

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

/** `isDay`: the heading names the day, so the rows need only the hour. */
export type Section = { name: string | null; isLate?: boolean; isDay?: boolean; tasks: Task[] };

/** A view under its headings: what is late, what is due today, then day by day, then what has no date. */
export function sectionsOf(view: PaneView, tasks: readonly Task[], today: string): Section[] {
  if (view === "inbox" || view === "completed" || view === "bin") return [{ name: null, tasks: [...tasks] }];
  const heading = ({ dueDate }: Task) => {
    if (!dueDate) return "No date";
    return dueDate < today ? "Overdue" : sayDay(dueDate, today);
  };
  const sorted = tasks.toSorted((one, other) =>
    dueKey(one) < dueKey(other) ? -1 : dueKey(one) > dueKey(other) ? 1 : 0,
  );
  const names = [...new Set(sorted.map(heading))];
  // One heading that only repeats the tab says nothing.
  if (names.length === 1 && names[0] === viewNames[view])
    return [{ name: null, isDay: view === "today", tasks: sorted }];
  return names.map((name) => ({
    name,
    isLate: name === "Overdue",
    isDay: name !== "Overdue",
    tasks: sorted.filter((task) => heading(task) === name),
  }));
}

// "~" comes after every digit.
const dueKey = ({ dueDate, dueTime }: Task) => `${dueDate ?? "~"} ${dueTime ?? "~"}`;
