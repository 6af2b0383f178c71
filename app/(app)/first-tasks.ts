import "server-only";
import type { TaskPage } from "@/components/tasks/use-tasks";
import type { SignedIn } from "@/lib/auth/schema";
import { tasksOf } from "@/lib/tasks/store";

/** The pane's first view, everything open, so that it is there with the page. */
export async function firstTasks({ id, timeZone }: SignedIn): Promise<TaskPage> {
  const tasks = tasksOf(id);
  const today = { now: new Date(), timeZone };
  const [page, counts] = await Promise.all([tasks.list({ view: "all", limit: 100 }, today), tasks.counts(today)]);
  return { ...page, counts };
}
