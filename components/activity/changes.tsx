"use client";

import { usePerson } from "@/components/frame/person";
import { useRecurrenceWords } from "@/components/words";
import { cn } from "@/lib/cn";
import type { Change } from "@/lib/tasks/schema";
import { type Line, linesOf, titleOf } from "./diff";
import { Folded } from "./folded";
import { LongText } from "./long-text";

/** Tasks that a call changed, each with its number and title, and what each field was and is. */
export function Changes({ changes, undone = false }: { changes: readonly Change[]; undone?: boolean }) {
  return (
    <Folded items={changes} className="grid gap-1">
      {(change) => (
        <li key={change.taskId} className="flex flex-wrap items-baseline gap-x-3">
          <TaskName number={change.number} title={titleOf(change)} struck={undone && !change.before} />
          <ChangedFields change={change} undone={undone} />
        </li>
      )}
    </Folded>
  );
}

export function ChangedFields({ change, undone }: { change: Change; undone: boolean }) {
  const { today, clock } = usePerson();
  const sayRule = useRecurrenceWords(Boolean(change.before?.recurrence || change.after?.recurrence));
  const lines = linesOf(change, { today, clock, sayRule });
  if (lines.length === 0) return null;
  return (
    <dl className={cn("figures flex flex-wrap gap-x-4 text-small", undone && "line-through opacity-60")}>
      {lines.map((line) => (
        <Field key={line.field} {...line} />
      ))}
    </dl>
  );
}

type TaskNameProps = { number: number | null; title: string; struck?: boolean };

export function TaskName({ number, title, struck = false }: TaskNameProps) {
  return (
    <span className="flex min-w-0 gap-1.5">
      {number === null ? null : <span className="figures shrink-0 text-slip-ink">#{number}</span>}
      <span className={cn("wrap-anywhere min-w-0 font-medium", struck && "line-through")}>{title}</span>
    </span>
  );
}

function Field({ field, before, after }: Line) {
  return (
    <div className="flex min-w-0 max-w-full gap-1.5">
      <dt className="shrink-0 text-slip-ink">{field}</dt>
      <dd className="wrap-anywhere min-w-0">
        {before === null ? null : (
          <>
            <span className="sr-only">before: </span>
            <del className="text-soft">
              <LongText>{before}</LongText>
            </del>
            <span className="sr-only">, now: </span>
            <span aria-hidden> → </span>
          </>
        )}
        <ins className="no-underline">
          <LongText>{after ?? "none"}</LongText>
        </ins>
      </dd>
    </div>
  );
}
