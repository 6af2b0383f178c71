import { ask } from "@/components/ask";
import type { TaskChanges, TaskList } from "@/lib/tasks/schema";
import { askedFor, type Query } from "./query";

export type { Listed } from "@/lib/tasks/schema";
export type TaskPage = Pick<TaskList, "tasks" | "counts" | "tags" | "total" | "nextCursor" | "seq">;

/** So many come at once; the next come before one has scrolled to the end of these. */
const atOnce = { first: 100, later: 200 };

export const readPage = (query: Query, today: string, cursor?: string | null) =>
  ask<TaskPage>(
    `/api/tasks?${new URLSearchParams({ ...askedFor(query, today), limit: String(cursor ? atOnce.later : atOnce.first), ...(cursor && { cursor }) })}`,
  );

/** As many as are shown already, page by page, so that nothing that was scrolled to is lost. */
export async function readAgain(query: Query, today: string, shown: number): Promise<TaskPage> {
  let page = await readPage(query, today);
  while (page.nextCursor && page.tasks.length < shown) {
    const next = await readPage(query, today, page.nextCursor);
    page = { ...next, seq: page.seq, tasks: [...page.tasks, ...next.tasks] };
  }
  return page;
}

export const readChanges = (since: number) => ask<TaskChanges>(`/api/tasks/changes?since=${since}`);
