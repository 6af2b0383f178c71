"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { ask, sentence } from "@/components/ask";
import { useLive } from "@/components/live/use-live";
import { runTool } from "@/components/tool";
import { toast } from "@/components/ui/toast";
import type { Call } from "@/lib/activity/schema";
import type { Counts, Task, View } from "@/lib/tasks/schema";
import type { ToolInputs, ToolName } from "@/lib/tools/registry";
import { united } from "./united";
import type { PaneView } from "./views";

export type TaskPage = { tasks: Task[]; counts: Counts; total: number; nextCursor?: string | null };
type Shown = Partial<Pick<Task, "isCompleted" | "deletedAt" | "title">>;

/** Who shows what went wrong: a form beside its field, all others in passing. */
type Refusal = (error: unknown) => void;
const inPassing: Refusal = (error) => toast(sentence(error), { wrong: true });

/** One view of the tasks: read from the server, shown as changed at once, read again when anything changed anywhere. */
export function useTasks(first: TaskPage, firstView: PaneView) {
  const [view, setView] = useState(firstView);
  const [page, setPage] = useState({ ...first, of: firstView });
  const [ahead, setAhead] = useState<Record<number, Shown>>({});
  const turn = useRef(0);
  /** What is shown when an answer has come: not always what was shown when it was asked for. */
  const shown = useRef(view);

  const read = useCallback(async (of: PaneView, cursor?: string | null) => {
    turn.current += 1;
    const mine = turn.current;
    const get = (view: View) => {
      const query = new URLSearchParams({ view, limit: "100", ...(cursor ? { cursor } : {}) });
      return ask<TaskPage>(`/api/tasks?${query}`).catch(() => null);
    };
    // What is late belongs to today, and comes before it.
    const [late, answer] = await Promise.all([of === "today" && !cursor ? get("overdue") : null, get(of)]);
    if (!answer || mine !== turn.current) return;
    const before = late?.tasks ?? [];
    setPage((now) => ({ ...answer, of, tasks: united(cursor ? now.tasks : before, answer.tasks) }));
  }, []);

  const soon = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive((event) => {
    if (event.type !== "tasks" && event.type !== "reconnected") return;
    clearTimeout(soon.current);
    soon.current = setTimeout(() => void read(shown.current), 60);
  });

  const firstRead = useRef(true);
  useEffect(() => {
    shown.current = view;
    if (firstRead.current) firstRead.current = false;
    else void read(view);
  }, [view, read]);

  const undo = useCallback((call: Call) => {
    runTool("undo_change", { call: call.id }).catch((error) => toast(sentence(error), { wrong: true }));
  }, []);

  /** Runs a tool on a task; says what was done with an Undo beside it, or what went wrong. Null when it did. */
  async function run<Name extends ToolName>(
    name: Name,
    input: Partial<ToolInputs[Name]>,
    said?: string,
    refused: Refusal = inPassing,
  ) {
    try {
      const { call } = await runTool(name, input);
      if (said) toast(said, { action: { label: "Undo", run: () => undo(call) } });
      return call;
    } catch (error) {
      refused(error);
      return null;
    } finally {
      await read(shown.current);
    }
  }

  /** The same for one task of the list, which looks changed until the server has answered. */
  async function runOn<Name extends ToolName>(
    task: Task,
    look: Shown,
    name: Name,
    input: Partial<ToolInputs[Name]>,
    said?: string,
    refused?: Refusal,
  ) {
    setAhead((now) => ({ ...now, [task.number]: look }));
    const call = await run(name, input, said, refused);
    setAhead(({ [task.number]: _, ...others }) => others);
    return call;
  }

  // The tasks of the view before don't stand under the new one's name.
  const isThere = page.of === view;
  const tasks = (isThere ? page.tasks : []).map((task) =>
    ahead[task.number] ? { ...task, ...ahead[task.number] } : task,
  );
  const more = page.nextCursor ? () => read(view, page.nextCursor) : null;
  return { view, setView, isThere, tasks, counts: page.counts, more: isThere ? more : null, run, runOn };
}

export type TasksState = ReturnType<typeof useTasks>;
