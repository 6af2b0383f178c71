"use client";

import { Fragment, useEffect, useMemo, useRef, useState } from "react";
import { usePerson } from "@/components/frame/person";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { foldedIn } from "./parts";
import type { RowDeeds } from "./row-deeds";
import { TaskParts } from "./task-parts";
import { TaskRow } from "./task-row";
import type { Selection } from "./use-selection";
import type { TasksState } from "./use-tasks";
import { sayEmpty, sectionsOf, viewNames } from "./views";

/** What of the list is open, unfolded or chosen. */
export type ListView = {
  list: TasksState;
  /** The task whose title is being changed in its place. */
  renaming: number | null;
  unfolded: ReadonlySet<number>;
  selection: Selection;
};
type TaskListProps = { view: ListView; heading: "h2" | "h3"; deeds: RowDeeds };

/**
 * The rows under their headings. All that were read are in the page, where the browser's own search, a screen reader and the focus find
 * them; what is out of sight isn't laid out (content-visibility), and more come from the server as one scrolls.
 */
export function TaskList({ view, heading: Heading, deeds }: TaskListProps) {
  const { list, renaming, unfolded, selection } = view;
  const { today, timeZone } = usePerson();
  const { query, tasks } = list;
  const sections = useMemo(() => {
    const isFolded = foldedIn(tasks);
    return sectionsOf(
      query,
      tasks.filter((task) => !isFolded(task)),
      { today, timeZone },
    );
  }, [query, tasks, today, timeZone]);
  return (
    <>
      {sections.map(({ name, isLate, isDay, tasks }) => (
        <div key={name ?? "all"}>
          {name ? (
            <div className="ledger-row">
              <p aria-hidden />
              <Heading className={cn("label pt-4 pb-1", isLate && "text-red")}>{name}</Heading>
            </div>
          ) : null}
          <ul aria-label={name ?? viewNames[query.view]}>
            {tasks.map((task) => {
              const isUnfolded = unfolded.has(task.number);
              return (
                <Fragment key={task.number}>
                  <TaskRow
                    task={task}
                    isDay={isDay}
                    isChosen={selection.chosen.has(task.number)}
                    isRenaming={renaming === task.number}
                    isUnfolded={isUnfolded}
                    deeds={deeds}
                  />
                  {isUnfolded ? <TaskParts task={task} view={view} deeds={deeds} /> : null}
                </Fragment>
              );
            })}
          </ul>
        </div>
      ))}
      {tasks.length === 0 && list.isThere ? <Line>{sayEmpty(query)}</Line> : null}
      {list.isLost ? (
        <Line>
          The list could not be read.{" "}
          <Button size="small" onClick={() => void list.readAll()}>
            Try again
          </Button>
        </Line>
      ) : null}
      {list.hasMore ? <More more={list.more} /> : null}
    </>
  );
}

function Line({ children }: { children: React.ReactNode }) {
  return (
    <div className="ledger-row">
      <p aria-hidden />
      <p className="py-4 text-faint">{children}</p>
    </div>
  );
}

/** Asks for the next tasks before one has scrolled to the last; the button is for those who don't scroll. */
function More({ more }: { more: () => Promise<boolean> }) {
  const mark = useRef<HTMLDivElement>(null);
  const [turn, setTurn] = useState({ failed: 0 });
  // Looked at again after each page, for the mark may still be in sight.
  useEffect(() => {
    if (!mark.current) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const near = new IntersectionObserver(
      async ([entry]) => {
        if (!entry?.isIntersecting) return;
        near.disconnect();
        const isRead = await more();
        if (isOver) return;
        const failed = isRead ? 0 : turn.failed + 1;
        again = setTimeout(() => setTurn({ failed }), isRead ? 0 : Math.min(30_000, 500 * 2 ** failed));
      },
      { root: mark.current.closest("[data-scrolls]"), rootMargin: "1200px" },
    );
    near.observe(mark.current);
    return () => {
      isOver = true;
      clearTimeout(again);
      near.disconnect();
    };
  }, [more, turn]);
  return (
    <div ref={mark} className="ledger-row">
      <p aria-hidden />
      <div className="py-2">
        <Button kind="quiet" size="small" onClick={() => void more()}>
          Show more
        </Button>
      </div>
    </div>
  );
}
