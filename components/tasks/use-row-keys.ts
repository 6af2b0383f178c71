"use client";

import type { KeyboardEvent } from "react";
import { usePerson } from "@/components/frame/person";
import { focusOn, type RowDeeds } from "./row-deeds";
import { openTask } from "./sheet/open-task";
import type { Selection } from "./use-selection";
import type { TasksState } from "./use-tasks";

type Keyed = {
  list: TasksState;
  selection: Selection;
  deeds: RowDeeds;
  step: ((number: number, by: -1 | 1) => void) | null;
};

/** The keys of a row that has the focus; those that are single letters can be switched off (see lists in components/palette/commands). */
export function useRowKeys({ list, selection, deeds, step }: Keyed) {
  const { settings } = usePerson();

  return (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const number = Number(target?.closest<HTMLElement>("[data-task]")?.dataset.task);
    if (event.defaultPrevented || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) {
      if ((event.ctrlKey || event.metaKey) && event.key === "a" && number && !isField(target)) {
        event.preventDefault();
        selection.all();
      }
      return;
    }
    if (event.key === "Escape" && selection.isOn) {
      event.preventDefault();
      return selection.clear();
    }
    const task = list.find(number);
    if (!task || isField(target)) return;
    const isTitle = target?.dataset.part === "title";
    const to = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    const done = () => event.preventDefault();

    if (to && event.altKey) {
      done();
      return step?.(number, to);
    }
    if (event.altKey) return;
    if (to) {
      done();
      const rows = numbersIn(event.currentTarget);
      const next = rows[rows.indexOf(number) + to];
      if (!next) return;
      if (event.shiftKey) {
        if (!selection.isOn) selection.pick(number, "toggle");
        selection.pick(next, "range");
      }
      return focusOn(next, isTitle ? "title" : "tick");
    }
    if (event.key === "ContextMenu" || (event.shiftKey && event.key === "F10")) {
      done();
      return target ? deeds.menu(number, target) : undefined;
    }
    const isKept = task.deletedAt === null;
    if (isKept && event.key === "F2") {
      done();
      return deeds.rename(number);
    }
    if (isTitle && isKept && event.key === " ") {
      done();
      return deeds.complete(task, !task.isCompleted);
    }
    if (isKept && event.key === "Delete") {
      done();
      return deeds.remove(task);
    }
    if (!settings.shortcuts) return;
    if (event.key === "x") {
      done();
      return selection.pick(number, "toggle");
    }
    if (isKept && event.key === "e") {
      done();
      return openTask(number);
    }
    if (isKept && event.key === "#") {
      done();
      return deeds.remove(task);
    }
  };
}

/** The tasks as they stand in the list, parts below their parents. */
export const numbersIn = (list: HTMLElement | null) =>
  [...(list?.querySelectorAll<HTMLElement>("[data-task]") ?? [])].map((row) => Number(row.dataset.task));

const isField = (target: HTMLElement | null) =>
  Boolean(target?.matches("input:not([type=checkbox]), textarea, select") || target?.closest("form, [role=menu]"));
