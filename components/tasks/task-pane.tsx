"use client";

import { usePerson } from "@/components/frame/person";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { QuickAdd } from "./quick-add";
import { TaskRow } from "./task-row";
import { useKeptFocus } from "./use-kept-focus";
import { type TaskPage, type TasksState, useTasks } from "./use-tasks";
import { emptyViews, listed, type PaneView, paneViews, sectionsOf, viewNames } from "./views";

type TaskPaneProps = {
  first: TaskPage;
  view: PaneView;
  /** One below the heading that stands above the pane. */
  heading: "h2" | "h3";
};

/** The tasks beside the chat, and, on the tasks page, by themselves. */
export function TaskPane({ first, view, heading: Heading }: TaskPaneProps) {
  const list = useTasks(first, view);
  const { today } = usePerson();
  const { tasks, runOn } = list;
  const kept = useKeptFocus();
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Views list={list} />
      <div {...kept} className="ledger min-h-0 flex-1 overflow-y-auto overscroll-contain pb-6">
        {list.view === "bin" || list.view === "completed" ? null : <QuickAdd run={list.run} />}
        {sectionsOf(list.view, tasks, today).map(({ name, isLate, isDay, tasks }) => (
          <div key={name ?? "all"}>
            {name ? (
              <div className="ledger-row">
                <p aria-hidden />
                <Heading className={cn("label pt-4 pb-1", isLate && "text-red")}>{name}</Heading>
              </div>
            ) : null}
            <ul aria-label={name ?? viewNames[list.view]}>
              {tasks.map((task) => (
                <TaskRow key={task.number} task={task} isDay={isDay} runOn={runOn} />
              ))}
            </ul>
          </div>
        ))}
        {tasks.length === 0 && list.isThere ? (
          <div className="ledger-row">
            <p aria-hidden />
            <p className="py-4 text-faint">{emptyViews[list.view]}</p>
          </div>
        ) : null}
        {list.more ? (
          <div className="ledger-row">
            <p aria-hidden />
            <div className="py-2">
              <Button kind="quiet" size="small" onClick={() => void list.more?.()}>
                Show more
              </Button>
            </div>
          </div>
        ) : null}
      </div>
    </div>
  );
}

function Views({ list }: { list: TasksState }) {
  return (
    <fieldset className="@container grid grid-cols-3 gap-px border-rule border-y bg-rule">
      <legend className="sr-only">Views</legend>
      {paneViews.map((view) => {
        const isOpen = view === list.view;
        return (
          <button
            key={view}
            type="button"
            aria-pressed={isOpen}
            onClick={() => list.setView(view)}
            className={cn(
              "relative flex h-8 items-center justify-between gap-1.5 whitespace-nowrap px-3 text-small pointer-coarse:h-11",
              isOpen ? "bg-accent-wash font-semibold text-ink" : "bg-paper text-soft hover:bg-tint",
            )}
          >
            {viewNames[view]}
            {view === "today" && list.counts.overdue > 0 ? (
              <span className="figures ml-auto text-red" title={`${list.counts.overdue} late`}>
                {list.counts.overdue}
                <span className="@max-md:sr-only"> late</span>
              </span>
            ) : null}
            <span className="figures text-faint">{listed(view, list.counts)}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
