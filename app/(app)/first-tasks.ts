import "server-only";
import { askedFor, type Query } from "@/components/tasks/query";
import type { TaskPage } from "@/components/tasks/use-tasks";
import type { SignedIn } from "@/lib/auth/schema";
import { dateIn } from "@/lib/dates";
import { tasksOf } from "@/lib/tasks/store";

const everything: Query = { view: "all", tag: null, sort: null, text: "" };

/** The first view of a list, so that it is there with the page. */
export async function firstTasks({ id, timeZone }: SignedIn, query: Query = everything): Promise<TaskPage> {
  const tasks = tasksOf(id);
  const today = { now: new Date(), timeZone };
  const asked = { ...askedFor(query, dateIn(timeZone)), limit: 100 };
  const [page, counts, tags] = await Promise.all([
    tasks.list({ ...asked, inNotes: true }, today),
    tasks.counts(today),
    tasks.tags(),
  ]);
  return { ...page, counts, tags };
}
