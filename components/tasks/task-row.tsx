"use client";

import { ArchiveRestore, Repeat2 } from "lucide-react";
import { sayTaskDue } from "@/components/activity/diff";
import { usePerson } from "@/components/frame/person";
import { useRecurrenceWords } from "@/components/words";
import { cn } from "@/lib/cn";
import { isPast, sayTime, wallTimeIn } from "@/lib/dates";
import type { Priority, Task } from "@/lib/tasks/schema";
import { openTask } from "./sheet/open-task";
import type { TasksState } from "./use-tasks";

type TaskRowProps = { task: Task; isDay?: boolean; runOn: TasksState["runOn"] };

/** One line of the list: number in the margin, box, title, when. A click on the title opens its sheet. */
export function TaskRow({ task, isDay, runOn }: TaskRowProps) {
  const inBin = task.deletedAt !== null;
  return (
    <li data-task={task.number} className="ledger-row group">
      <p className="figures pt-2 text-faint text-micro pointer-coarse:pt-3.25" title={`Task ${task.number}`}>
        #{task.number}
      </p>
      <div className="border-rule border-b">
        <div className="flex items-start gap-2.5 py-1.5 pointer-coarse:py-2.75">
          {inBin ? <Restore task={task} runOn={runOn} /> : <Tick task={task} runOn={runOn} />}
          <button
            type="button"
            data-part="title"
            onClick={() => openTask(task.number)}
            aria-label={`Edit “${task.title}”`}
            className={cn(
              "min-w-0 flex-1 rounded-slip text-left pointer-coarse:-my-2.75 pointer-coarse:py-2.75",
              (task.isCompleted || inBin) && "text-faint",
              task.isCompleted && "line-through decoration-faint",
            )}
          >
            <Mark priority={task.priority} />
            {task.title}
          </button>
          <When task={task} isDay={isDay} />
        </div>
      </div>
    </li>
  );
}

function Tick({ task, runOn }: { task: Task; runOn: TasksState["runOn"] }) {
  return (
    <input
      type="checkbox"
      data-part="tick"
      checked={task.isCompleted}
      aria-label={`Complete “${task.title}”`}
      onChange={(event) => {
        const completed = event.target.checked;
        const said = completed ? `Completed “${task.title}”.` : `Reopened “${task.title}”.`;
        // Of a task that repeats, the date that is seen: in an old tab it may have been done already.
        const occurrence = completed && task.recurrence && task.dueDate ? { occurrence: task.dueDate } : {};
        const input = { numbers: [task.number], completed, ...occurrence };
        void runOn(task, { isCompleted: completed }, "set_task_complete", input, said);
      }}
      className="task-tick"
    />
  );
}

function Restore({ task, runOn }: { task: Task; runOn: TasksState["runOn"] }) {
  return (
    <button
      type="button"
      aria-label={`Restore “${task.title}”`}
      title="Restore"
      onClick={() =>
        void runOn(task, { deletedAt: null }, "restore_task", { numbers: [task.number] }, `Restored “${task.title}”.`)
      }
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

function When({ task, isDay }: { task: Task; isDay?: boolean }) {
  const { today, clock, timeZone } = usePerson();
  const due = isDay ? task.dueTime && sayTime(task.dueTime, clock) : sayTaskDue(task, { today, clock });
  const isLate =
    task.dueDate !== null &&
    !task.isCompleted &&
    isPast({ date: task.dueDate, time: task.dueTime }, { date: today, time: wallTimeIn(timeZone) });
  if (!due && !task.recurrence && task.tags.length === 0) return null;
  return (
    <p className="figures grid max-w-[45%] shrink-0 justify-items-end text-right text-soft text-small leading-5.5">
      {due || task.recurrence ? (
        <span
          className={cn("inline-flex items-center gap-1", isLate && "font-medium text-red")}
          suppressHydrationWarning
        >
          {task.recurrence ? <Repeats rule={task.recurrence} /> : null}
          {due}
        </span>
      ) : null}
      {task.tags.length > 0 ? (
        <span className="max-w-full truncate text-faint text-micro">{task.tags.map((tag) => `#${tag}`).join(" ")}</span>
      ) : null}
    </p>
  );
}

function Repeats({ rule }: { rule: string }) {
  const label = `Repeats ${useRecurrenceWords(true)(rule)}`;
  return (
    <span role="img" aria-label={label} title={label}>
      <Repeat2 aria-hidden className="size-3.5" />
    </span>
  );
}
