"use client";

import {
  ArchiveRestore,
  ArrowDown,
  ArrowUp,
  CalendarClock,
  Check,
  ListChecks,
  ListTree,
  Pencil,
  SquarePen,
  Trash2,
} from "lucide-react";
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { MenuItem } from "@/components/ui/menu";
import { addDays } from "@/lib/dates";
import type { Listed } from "./page";
import type { RowDeeds } from "./row-deeds";
import { openTask } from "./sheet/open-task";

type RowMenuProps = {
  task: Listed;
  anchor: HTMLElement;
  today: string;
  deeds: RowDeeds;
  /** Null where the list isn't in the order by hand. */
  step: ((number: number, by: -1 | 1) => void) | null;
  close: () => void;
};

/** What can be done with one task. One menu for the whole list, at the row that asked for it. */
export function RowMenu({ task, anchor, today, deeds, step, close }: RowMenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const inBin = task.deletedAt !== null;

  useLayoutEffect(() => {
    const menu = list.current;
    if (!menu) return;
    menu.showPopover();
    const from = anchor.getBoundingClientRect();
    const size = menu.getBoundingClientRect();
    const below = from.bottom + 4 + size.height < innerHeight;
    menu.style.top = `${below ? from.bottom + 4 : Math.max(8, from.top - size.height - 4)}px`;
    menu.style.left = `${Math.max(8, Math.min(from.left, innerWidth - size.width - 8))}px`;
    menu.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  }, [anchor]);

  function walk(event: KeyboardEvent) {
    event.stopPropagation();
    const all = [...(list.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Tab" || event.key === "Escape") {
      event.preventDefault();
      list.current?.hidePopover();
    }
    if (to === undefined) return;
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  }

  const due = (date: string | "remove") => {
    const look = { dueDate: date === "remove" ? null : date };
    const input = {
      numbers: [task.number],
      patch: { due: date === "remove" || !task.dueTime ? date : `${date}T${task.dueTime}` },
    };
    void deeds.runOn(task, look, "update_task", input, `Changed the date of “${task.title}”.`);
  };
  const item = (icon: React.ReactNode, name: string, run: () => void) => (
    <MenuItem
      onClick={() => {
        list.current?.hidePopover();
        run();
      }}
    >
      {icon}
      {name}
    </MenuItem>
  );

  return (
    <div
      ref={list}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={`Actions for “${task.title}”`}
      onKeyDown={walk}
      onToggle={(event) => {
        if (event.newState === "open") return;
        close();
      }}
      className="fixed m-0 min-w-44 rounded-panel border border-rule bg-sheet p-1 text-ink shadow-pop"
    >
      {inBin ? (
        item(<ArchiveRestore aria-hidden />, "Restore", () => deeds.restore(task))
      ) : (
        <>
          {item(<SquarePen aria-hidden />, "Open", () => openTask(task.number))}
          {item(<Pencil aria-hidden />, "Rename", () => deeds.rename(task.number))}
          {item(<Check aria-hidden />, task.isCompleted ? "Reopen" : "Complete", () =>
            deeds.complete(task, !task.isCompleted),
          )}
          {task.isCompleted || task.dueDate === today
            ? null
            : item(<CalendarClock aria-hidden />, "Do it today", () => due(today))}
          {task.isCompleted
            ? null
            : item(<CalendarClock aria-hidden />, "Do it tomorrow", () => due(addDays(today, 1)))}
          {task.dueDate && !task.recurrence && !task.isCompleted
            ? item(<CalendarClock aria-hidden />, "Remove the date", () => due("remove"))
            : null}
          {task.parent || task.isCompleted
            ? null
            : item(<ListTree aria-hidden />, "Add a subtask", () => deeds.fold(task.number))}
          {step ? item(<ArrowUp aria-hidden />, "Move up", () => step(task.number, -1)) : null}
          {step ? item(<ArrowDown aria-hidden />, "Move down", () => step(task.number, 1)) : null}
          {item(<Trash2 aria-hidden />, "Delete", () => deeds.remove(task))}
        </>
      )}
      {item(<ListChecks aria-hidden />, "Choose several", () => deeds.pick(task.number, "toggle"))}
    </div>
  );
}
