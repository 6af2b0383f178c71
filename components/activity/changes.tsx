"use client";

import Link from "next/link";
import { createContext, useContext } from "react";
import { usePerson } from "@/components/frame/person";
import { useRecurrenceWords } from "@/components/words";
import { cn } from "@/lib/cn";
import type { Change } from "@/lib/tasks/schema";
import { type Line, linesOf, titleOf } from "./diff";
import { Folded } from "./folded";
import { LongText } from "./long-text";
import { wordDiff } from "./word-diff";

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

/** In the record a number leads to its task; in a chat it would lead away from what is being said. */
export const LinkedTasks = createContext(false);

export function TaskName({ number, title, struck = false }: TaskNameProps) {
  const isLinked = useContext(LinkedTasks);
  const look = "figures shrink-0 text-slip-ink";
  return (
    <span className="flex min-w-0 items-baseline gap-1.5">
      {number === null ? null : isLinked ? (
        <Link
          href={`/tasks?task=${number}`}
          prefetch={false}
          aria-label={`Open task #${number}`}
          className={cn(
            look,
            "underline decoration-slip-rule underline-offset-3 hover:decoration-current pointer-coarse:py-1",
          )}
        >
          #{number}
        </Link>
      ) : (
        <span className={look}>#{number}</span>
      )}
      <span className={cn("wrap-anywhere min-w-0 font-medium", struck && "line-through")}>{title}</span>
    </span>
  );
}

/** Together shorter, and before and after are read at a glance. */
const glance = 100;

function Field({ field, before, after }: Line) {
  const isLong = field === "Notes" && before !== null && after !== null && before.length + after.length > glance;
  if (isLong)
    return (
      <div className="grid min-w-0 max-w-full">
        <dt className="text-slip-ink">{field}</dt>
        <dd className="wrap-anywhere min-w-0 whitespace-pre-wrap">
          <WordDiff before={before} after={after} />
        </dd>
      </div>
    );
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

/** Of long notes only what was taken out and what was put in, with a few words around. */
function WordDiff({ before, after }: { before: string; after: string }) {
  return wordDiff(before, after).map(({ kind, text }, at) => {
    // The stretches of two texts that never change.
    const key = `${at} ${kind}`;
    if (kind === "same") return <span key={key}>{text}</span>;
    if (kind === "cut")
      return (
        <span key={key} className="text-faint">
          {text}
        </span>
      );
    const Mark = kind === "gone" ? "del" : "ins";
    return (
      <Mark key={key} className={kind === "gone" ? "text-soft" : "bg-accent-wash no-underline"}>
        <span className="sr-only">{kind === "gone" ? "taken out: " : "put in: "}</span>
        <LongText>{text}</LongText>
      </Mark>
    );
  });
}
