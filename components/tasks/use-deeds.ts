"use client";

import { type Dispatch, useCallback, useRef, useState } from "react";
import { ask, Refused, sentence } from "@/components/ask";
import { runTool } from "@/components/tool";
import { toast } from "@/components/ui/toast";
import type { Call } from "@/lib/activity/schema";
import type { Task, TaskDetail } from "@/lib/tasks/schema";
import type { ToolInputs, ToolName } from "@/lib/tools/registry";
import type { ListState, Move, News } from "./list-state";
import type { Listed } from "./page";
import type { Query } from "./query";

/** How a task looks until the server has answered. */
export type Look = Partial<Task>;
type Ahead = { id: number; numbers: ReadonlySet<number>; look: Look };

/** Who shows what went wrong: a form beside its field, all others in passing. */
type Refusal = (error: unknown) => void;
const inPassing: Refusal = (error) => toast(sentence(error), { wrong: true });

type Deeds = { state: ListState; tell: Dispatch<News>; readAll: () => Promise<void> };

let last = 0;

/** What can be done with the tasks of a list. Each is one call of a tool, and is seen before the server has answered. */
export function useDeeds({ state, tell, readAll }: Deeds) {
  const [ahead, setAhead] = useState<readonly Ahead[]>([]);
  const here = useRef({ state, readAll });
  here.current = { state, readAll };

  /** Runs a tool; says what was done with an Undo beside it, or what went wrong. Null when it did. */
  const run = useCallback(async function run<Name extends ToolName>(
    name: Name,
    input: Partial<ToolInputs[Name]>,
    said?: string | ((call: Call) => string),
    refused: Refusal = inPassing,
  ): Promise<Call | null> {
    try {
      const { call } = await runTool(name, input);
      const text = typeof said === "function" ? said(call) : said;
      if (text) toast(text, { action: { label: "Undo", run: () => void run("undo_change", { call: call.id }) } });
      return call;
    } catch (error) {
      refused(error);
      // What is shown was not true, or is true no longer.
      if (error instanceof Refused && error.status !== 0) void here.current.readAll();
      return null;
    }
  }, []);

  /** The same for some tasks of the list, which look changed until the server has answered. */
  const runOnAll = useCallback(
    async <Name extends ToolName>(
      numbers: readonly number[],
      look: Look,
      name: Name,
      input: Partial<ToolInputs[Name]>,
      said?: string | ((call: Call) => string),
      refused?: Refusal,
    ) => {
      last += 1;
      const mine = { id: last, numbers: new Set(numbers), look };
      setAhead((now) => [...now, mine]);
      const call = await run(name, input, said, refused);
      setAhead((now) => now.filter((one) => one !== mine));
      return call;
    },
    [run],
  );

  const runOn = useCallback(
    <Name extends ToolName>(
      task: Task,
      look: Look,
      name: Name,
      input: Partial<ToolInputs[Name]>,
      said?: string | ((call: Call) => string),
      refused?: Refusal,
    ) => runOnAll([task.number], look, name, input, said, refused),
    [runOnAll],
  );

  /** To another place in the order by hand. */
  const move = useCallback(
    async (to: Move) => {
      const before = here.current.state.tasks;
      tell({ type: "moved", ...to });
      const call = await run("move_task", to);
      if (call) return true;
      // Back to where it was, for the server didn't move it.
      const at = before.findIndex(({ number }) => number === to.number);
      const [previous, next] = [before[at - 1], before[at + 1]];
      tell({ type: "moved", number: to.number, after: previous?.number ?? null, before: next?.number ?? null });
      return false;
    },
    [run, tell],
  );

  /** The tasks as they look while answers are awaited; what leaves the list has left already. */
  const looking = useCallback(
    (tasks: readonly Listed[], { view }: Query): readonly Listed[] => {
      if (ahead.length === 0) return tasks;
      return tasks.flatMap((task) => {
        const looks = ahead.filter(({ numbers }) => numbers.has(task.number)).map(({ look }) => look);
        if (looks.length === 0) return task;
        const seen = Object.assign({}, task, ...looks) as Listed;
        return (seen.deletedAt !== null) === (view === "bin") ? seen : [];
      });
    },
    [ahead],
  );

  const readParts = useCallback(
    async (of: number) => {
      const detail = await ask<TaskDetail>(`/api/tasks/${of}`).catch((error) => inPassing(error));
      if (detail) tell({ type: "parts", of, parts: detail.subtasks });
    },
    [tell],
  );

  return { run, runOn, runOnAll, move, looking, readParts };
}
