"use client";

import { Repeat2 } from "lucide-react";
import { sayTaskDue } from "@/components/activity/diff";
import { usePerson } from "@/components/frame/person";
import { useRecurrenceWords } from "@/components/words";
import { cn } from "@/lib/cn";
import { sayTime, wallTimeIn } from "@/lib/dates";
import { isLate } from "./listed";
import type { Listed } from "./page";

/** When a task is due, whether it comes again, and its tags. */
export function When({ task, isDay }: { task: Listed; isDay?: boolean | undefined }) {
  const { today, clock, timeZone } = usePerson();
  const due = isDay ? task.dueTime && sayTime(task.dueTime, clock) : sayTaskDue(task, { today, clock });
  const late = !task.isCompleted && isLate(task, { today, time: task.dueDate === today ? wallTimeIn(timeZone) : "" });
  if (!due && !task.recurrence && task.tags.length === 0) return null;
  return (
    <p className="figures grid max-w-[45%] shrink-0 justify-items-end text-right text-soft text-small leading-5.5">
      {due || task.recurrence ? (
        <span className={cn("inline-flex items-center gap-1", late && "font-medium text-red")} suppressHydrationWarning>
          {task.recurrence ? <Repeats rule={task.recurrence} /> : null}
          {due}
        </span>
      ) : null}
      {task.tags.length > 0 ? (
        <span className="max-w-24 truncate text-faint text-micro @min-[46rem]:max-w-full">
          {task.tags.map((tag) => `#${tag}`).join(" ")}
        </span>
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
