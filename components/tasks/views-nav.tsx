"use client";

import { X } from "lucide-react";
import { cn } from "@/lib/cn";
import type { Counts } from "@/lib/tasks/schema";
import type { Asking } from "./task-pane";
import type { TasksState } from "./use-tasks";
import { listed, type PaneView, paneViews, viewNames } from "./views";

type ViewsNavProps = { list: TasksState; ask: Asking };

/** The views with their counts: two lines above a narrow list, a column beside a wide one, with the tags below. */
export function ViewsNav({ list, ask }: ViewsNavProps) {
  const { query, counts } = list;
  return (
    <div className="@min-[46rem]:w-46 @min-[46rem]:shrink-0 @min-[46rem]:overflow-y-auto @min-[46rem]:py-2 @min-[46rem]:pr-3">
      <fieldset className="grid grid-cols-3 gap-px border-rule border-y bg-rule @min-[46rem]:grid-cols-1 @min-[46rem]:gap-0.5 @min-[46rem]:border-0 @min-[46rem]:bg-transparent">
        <legend className="sr-only">Views</legend>
        {paneViews.map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={view === query.view}
            onClick={() => ask({ ...query, view, text: "" }, "push")}
            className={choice(view === query.view)}
          >
            {viewNames[view]}
            <Counted view={view} counts={counts} />
          </button>
        ))}
      </fieldset>
      {list.tags.length > 0 ? (
        <fieldset className="hidden grid-cols-1 gap-0.5 pt-4 @min-[46rem]:grid">
          <legend className="label float-left px-3 pb-1">Tags</legend>
          {list.tags.slice(0, 40).map(({ tag, open }) => (
            <button
              key={tag}
              type="button"
              aria-pressed={tag === query.tag}
              onClick={() => ask({ ...query, tag: tag === query.tag ? null : tag }, "push")}
              className={choice(tag === query.tag)}
            >
              <span className="truncate">#{tag}</span>
              <span className="figures text-faint">{open}</span>
            </button>
          ))}
        </fieldset>
      ) : null}
      {query.tag ? (
        <p className="flex items-center border-rule border-b bg-accent-wash pl-3 text-small @min-[46rem]:hidden">
          <span className="min-w-0 flex-1 truncate">Tagged #{query.tag}</span>
          <button
            type="button"
            onClick={() => ask({ ...query, tag: null }, "push")}
            className="flex h-8 items-center gap-1 px-3 text-accent hover:underline pointer-coarse:h-11"
          >
            <X aria-hidden className="size-3.5" />
            Any tag
          </button>
        </p>
      ) : null}
    </div>
  );
}

function Counted({ view, counts }: { view: PaneView; counts: Counts }) {
  return (
    <>
      {view === "today" && counts.overdue > 0 ? (
        <span className="figures ml-auto text-red" title={`${counts.overdue} late`}>
          {counts.overdue}
          <span className="@max-md:sr-only"> late</span>
        </span>
      ) : null}
      <span className="figures text-faint">{listed(view, counts)}</span>
    </>
  );
}

const choice = (isOpen: boolean) =>
  cn(
    "relative flex h-8 items-center justify-between gap-1.5 whitespace-nowrap px-3 text-small @min-[46rem]:rounded-control pointer-coarse:h-11",
    isOpen ? "bg-accent-wash font-semibold text-ink" : "bg-paper text-soft hover:bg-tint @min-[46rem]:bg-transparent",
  );
