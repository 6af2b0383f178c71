"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { Refused, sentence } from "@/components/ask";
import { toast } from "@/components/ui/toast";
import type { Call } from "@/lib/activity/schema";
import type { Listed } from "./page";
import type { Picking } from "./use-selection";
import type { TasksState } from "./use-tasks";

export type RowDeeds = ReturnType<typeof useRowDeeds>["deeds"];

type Selecting = { isOn: boolean; pick: (number: number, how: Picking) => void };
/** A task whose open subtasks are to be asked about. */
type Parts = { task: Listed; all: (choice: "complete" | "leave") => void };

/** What a row can do. The object stays the same, so that a row is drawn again only when its own task has changed. */
export function useRowDeeds(list: TasksState, selection: Selecting) {
  const [renaming, setRenaming] = useState<number | null>(null);
  const [menu, setMenu] = useState<{ number: number; anchor: HTMLElement } | null>(null);
  const [parts, setParts] = useState<Parts | null>(null);
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const here = useRef({ list, selection });
  useEffect(() => {
    here.current = { list, selection };
  });

  const { runOn } = list;
  const deeds = useMemo(() => {
    function complete(task: Listed, completed: boolean, subtasks?: "complete" | "leave") {
      const ask = (task: Listed) => setParts({ task, all: (choice) => complete(task, true, choice) });
      if (completed && task.subtasks?.open && !subtasks) return ask(task);
      const said = completed ? `Completed “${task.title}”.` : `Reopened “${task.title}”.`;
      // Of a task that repeats, the date that is seen: in an old tab it may have been done already.
      const occurrence = completed && task.recurrence && task.dueDate ? { occurrence: task.dueDate } : {};
      const input = { numbers: [task.number], completed, ...occurrence, ...(subtasks && { subtasks }) };
      void runOn(task, { isCompleted: completed }, "set_task_complete", input, said, (error) => {
        // Somebody gave it subtasks meanwhile.
        const left = error instanceof Refused && error.details.reason === "has_subtasks" && error.details.subtasks;
        if (Array.isArray(left)) ask({ ...task, subtasks: { open: left.length, completed: 0 } });
        else toast(sentence(error), { wrong: true });
      });
    }

    return {
      runOn,
      complete,
      /** `back`: the task whose title gets the focus again. */
      rename(number: number | null, back?: number) {
        setRenaming(number);
        if (back) requestAnimationFrame(() => focusOn(back));
      },
      menu: (number: number, anchor: HTMLElement) => setMenu({ number, anchor }),
      isChoosing: () => here.current.selection.isOn,
      pick: (number: number, how: Picking) => here.current.selection.pick(number, how),
      /** Shows the parts of a task, or hides them again. */
      fold(number: number) {
        setUnfolded((now) => {
          const next = new Set(now);
          if (next.delete(number)) return next;
          return next.add(number);
        });
        void here.current.list.readParts(number);
      },
      restore: (task: Listed) =>
        void runOn(task, { deletedAt: null }, "restore_task", { numbers: [task.number] }, `Restored “${task.title}”.`),
      remove: (task: Listed) =>
        void runOn(
          task,
          { deletedAt: new Date().toISOString() },
          "delete_task",
          { numbers: [task.number] },
          `Moved “${task.title}” to the bin.`,
        ),
      retitle: (task: Listed, title: string, refused: (error: unknown) => void): Promise<Call | null> => {
        const input = { numbers: [task.number], patch: { title }, version: task.version };
        return runOn(task, { title }, "update_task", input, undefined, refused);
      },
    };
  }, [runOn]);

  return { deeds, renaming, unfolded, menu, closeMenu: () => setMenu(null), parts, closeParts: () => setParts(null) };
}

export function focusOn(number: number, part: "title" | "tick" = "title") {
  const rows = document.querySelectorAll<HTMLElement>(`[data-task="${number}"] [data-part="${part}"]`);
  [...rows].find((row) => row.checkVisibility())?.focus();
}
