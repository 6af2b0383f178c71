"use client";

import { ArchiveRestore, ChevronRight, GripVertical, MoreHorizontal } from "lucide-react";
import { memo, useRef } from "react";
import { cn } from "@/lib/cn";
import type { Priority } from "@/lib/tasks/schema";
import { InlineTitle } from "./inline-title";
import type { Listed } from "./page";
import type { RowDeeds } from "./row-deeds";
import { openTask } from "./sheet/open-task";
import { When } from "./when";

export type RowProps = {
  task: Listed;
  isDay?: boolean | undefined;
  isChosen: boolean;
  isRenaming: boolean;
  /** Are its parts shown below it? */
  isUnfolded?: boolean;
  deeds: RowDeeds;
};

/** A second click within this time renames, so the first one waits for it. */
const doubleClick = 180;

/** One line of the list: number in the margin, box, title, when. Most of a long list is never drawn (see .task-row). */
export const TaskRow = memo(function TaskRow({ task, isDay, isChosen, isRenaming, isUnfolded, deeds }: RowProps) {
  const inBin = task.deletedAt !== null;
  return (
    <li data-task={task.number} className={cn("ledger-row group task-row", isChosen && "bg-accent-wash")}>
      <Margin task={task} isChosen={isChosen} deeds={deeds} />
      <div className="border-rule border-b">
        <div className="flex items-start gap-2.5 py-1.5 pointer-coarse:py-2.75">
          {inBin ? <Restore task={task} deeds={deeds} /> : <Tick task={task} deeds={deeds} />}
          {isRenaming ? <InlineTitle task={task} deeds={deeds} /> : <Title task={task} deeds={deeds} />}
          {isRenaming ? null : <Fold task={task} isUnfolded={isUnfolded} deeds={deeds} />}
          {isRenaming ? null : <When task={task} isDay={isDay} />}
        </div>
      </div>
    </li>
  );
});

function Title({ task, deeds }: Pick<RowProps, "task" | "deeds">) {
  const waits = useRef<ReturnType<typeof setTimeout>>(undefined);
  const inBin = task.deletedAt !== null;
  return (
    <button
      type="button"
      data-part="title"
      onClick={(event) => {
        clearTimeout(waits.current);
        const { pointerType } = event.nativeEvent as PointerEvent;
        if (event.shiftKey || event.ctrlKey || event.metaKey || (pointerType && deeds.isChoosing()))
          return deeds.pick(task.number, event.shiftKey ? "range" : "toggle");
        if (pointerType !== "mouse") return openTask(task.number);
        if (event.detail > 1 && !inBin) return deeds.rename(task.number);
        waits.current = setTimeout(() => openTask(task.number), doubleClick);
      }}
      aria-label={`Edit “${task.title}”`}
      className={cn(
        "wrap-anywhere min-w-0 flex-1 select-none rounded-slip text-left pointer-coarse:-my-2.75 pointer-coarse:py-2.75",
        (task.isCompleted || inBin) && "text-faint",
        task.isCompleted && "line-through decoration-faint",
      )}
    >
      <Mark priority={task.priority} />
      {task.title}
    </button>
  );
}

/**
 * The number of the task. Pointed at, it is the button of its menu; while tasks are being chosen, a box to choose it by stands there. Both
 * are always in the page, and the list says which is shown, so that no row is drawn again for it.
 */
function Margin({ task, isChosen, deeds }: Pick<RowProps, "task" | "isChosen" | "deeds">) {
  return (
    <div className="relative">
      <GripVertical
        aria-hidden
        className="task-grip absolute top-2 left-0 size-3.5 cursor-grab text-faint opacity-0 group-hover:opacity-100"
      />
      <button
        type="button"
        tabIndex={-1}
        title={`Task ${task.number}`}
        aria-haspopup="menu"
        aria-label={`#${task.number}, actions for “${task.title}”`}
        onClick={(event) => deeds.menu(task.number, event.currentTarget)}
        className="task-number figures h-8 min-w-7 place-items-center justify-items-end rounded-control text-faint text-micro hover:text-ink focus-visible:-outline-offset-2 pointer-coarse:h-11 pointer-coarse:min-w-11"
      >
        <span className="col-start-1 row-start-1 group-hover:opacity-0 pointer-coarse:opacity-100!">
          #{task.number}
        </span>
        <MoreHorizontal
          aria-hidden
          className="col-start-1 row-start-1 size-4 opacity-0 group-hover:opacity-100 pointer-coarse:hidden"
        />
      </button>
      <input
        type="checkbox"
        checked={isChosen}
        aria-label={`Choose “${task.title}”`}
        onClick={(event) => event.shiftKey && deeds.pick(task.number, "range")}
        onChange={(event) => (event.nativeEvent as MouseEvent).shiftKey || deeds.pick(task.number, "toggle")}
        className="task-tick task-choice"
      />
    </div>
  );
}

/** How many parts are done; a click shows them. */
function Fold({ task, isUnfolded = false, deeds }: Pick<RowProps, "task" | "isUnfolded" | "deeds">) {
  if (!task.subtasks) return null;
  const { open, completed } = task.subtasks;
  return (
    <button
      type="button"
      aria-expanded={isUnfolded}
      onClick={() => deeds.fold(task.number)}
      className="figures inline-flex h-5.5 shrink-0 items-center gap-0.5 rounded-control px-1 text-small text-soft hover:bg-tint pointer-coarse:-my-2.75 pointer-coarse:h-11 pointer-coarse:px-2"
    >
      <ChevronRight aria-hidden className={cn("size-3.5 transition-transform", isUnfolded && "rotate-90")} />
      <span aria-hidden>
        {completed}/{open + completed}
      </span>
      <span className="sr-only">
        {completed} of {open + completed} subtasks of “{task.title}” done
      </span>
    </button>
  );
}

function Tick({ task, deeds }: Pick<RowProps, "task" | "deeds">) {
  return (
    <input
      type="checkbox"
      data-part="tick"
      checked={task.isCompleted}
      aria-label={`Complete “${task.title}”`}
      onChange={(event) => deeds.complete(task, event.target.checked)}
      className="task-tick"
    />
  );
}

function Restore({ task, deeds }: Pick<RowProps, "task" | "deeds">) {
  return (
    <button
      type="button"
      data-part="tick"
      aria-label={`Restore “${task.title}”`}
      title="Restore"
      onClick={() => deeds.restore(task)}
      className="grid size-5.5 shrink-0 place-items-center rounded-control text-accent hover:bg-tint pointer-coarse:-my-2.75 pointer-coarse:size-11"
    >
      <ArchiveRestore aria-hidden className="size-4" />
    </button>
  );
}

const marks: { [P in Priority]: { sign: string; look: string } | null } = {
  none: null,
  low: { sign: "!", look: "text-faint" },
  medium: { sign: "!!", look: "text-ochre" },
  high: { sign: "!!!", look: "text-red" },
};

function Mark({ priority }: { priority: Priority }) {
  const mark = marks[priority];
  if (!mark) return null;
  return (
    <span className={cn("mr-1.5 font-bold", mark.look)}>
      <span aria-hidden>{mark.sign}</span>
      <span className="sr-only">{priority} priority: </span>
    </span>
  );
}
