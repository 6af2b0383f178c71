"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback, useRef } from "react";
import { queryIn, withQuery } from "./query";
import { type Asking, TaskBoard } from "./task-pane";
import type { TaskPage } from "./use-tasks";

/** The tasks by themselves. View, tag, order and search stand in the address, so that a reload, a link and the way back keep them. */
export function TasksPage({ first }: { first: TaskPage }) {
  const params = useSearchParams();
  const path = usePathname();
  const query = queryIn(params, "all");
  // The page goes away under this component before the component does.
  const last = useRef(query);
  if (path === "/tasks") last.current = query;
  const ask: Asking = useCallback((query, step) => {
    const to = location.pathname + withQuery(location.search, query, "all");
    if (step === "push") history.pushState(null, "", to);
    else history.replaceState(null, "", to);
  }, []);
  return <TaskBoard first={first} query={last.current} ask={ask} heading="h2" />;
}
