"use client";

import { useCallback, useRef, useState } from "react";
import { usePerson } from "@/components/frame/person";
import { announce } from "@/components/ui/announce";
import { AskParts } from "./ask-parts";
import { BulkBar } from "./bulk-bar";
import type { Move } from "./list-state";
import { ListTools } from "./list-tools";
import { siblingsOf } from "./parts";
import { orderOf, type Query } from "./query";
import { QuickAdd } from "./quick-add";
import { useRowDeeds } from "./row-deeds";
import { RowMenu } from "./row-menu";
import { TaskList } from "./task-list";
import { useDrag } from "./use-drag";
import { useKeptFocus } from "./use-kept-focus";
import { numbersIn, useRowKeys } from "./use-row-keys";
import { useSelection } from "./use-selection";
import { type TaskPage, useTasks } from "./use-tasks";
import type { PaneView } from "./views";
import { ViewsNav } from "./views-nav";

/** Asks for another list; where it stands in the address, as a step to come back from or not. */
export type Asking = (query: Query, step: "push" | "replace") => void;

type TaskPaneProps = {
  first: TaskPage;
  view: PaneView;
  /** One below the heading that stands above the pane. */
  heading: "h2" | "h3";
};

/** The tasks beside the chat. */
export function TaskPane({ first, view, heading }: TaskPaneProps) {
  const [query, setQuery] = useState<Query>({ view, tag: null, sort: null, text: "" });
  return <TaskBoard first={first} query={query} ask={setQuery} heading={heading} />;
}

type TaskBoardProps = Pick<TaskPaneProps, "first" | "heading"> & { query: Query; ask: Asking };

/** Views, tools, quick add and the list: below each other in a narrow place, the views beside it in a wide one. */
export function TaskBoard({ first, query, ask, heading }: TaskBoardProps) {
  const list = useTasks(first, query);
  const { today } = usePerson();
  const box = useRef<HTMLDivElement>(null);
  const selection = useSelection(useCallback(() => numbersIn(box.current), []));
  const { deeds, renaming, unfolded, menu, closeMenu, parts, closeParts } = useRowDeeds(list, selection);
  const view = { list, renaming, unfolded, selection };
  const kept = useKeptFocus();
  const isByHand = orderOf(query) === "manual" && !query.text;

  const step = (number: number, by: -1 | 1) => {
    const siblings = siblingsOf(number, list.tasks, list.parts);
    const at = siblings.findIndex((task) => task.number === number);
    const [task, other] = [siblings[at], siblings[at + by]];
    if (!task || !other) return announce(by < 0 ? "It is the first one already." : "It is the last one already.");
    void list.move({ number, after: by > 0 ? other.number : null, before: by < 0 ? other.number : null });
    announce(`Moved “${task.title}” to place ${at + by + 1} of ${siblings.length + list.total - list.tasks.length}.`);
  };
  const keys = useRowKeys({ list, selection, deeds, step: isByHand ? step : null });
  const place = async (to: Move) => {
    const title = list.find(to.number)?.title;
    if (await list.move(to)) announce(`Moved “${title}”.`);
  };
  useDrag({ box, isOn: isByHand, move: place, held: list.hold.drag });
  const asked = menu && list.find(menu.number);
  const { hold } = list;

  return (
    <div className="@container flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1 flex-col @min-[46rem]:flex-row">
        <ViewsNav list={list} ask={ask} />
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <ListTools list={list} ask={ask} selection={selection} />
          {query.view === "bin" || query.view === "completed" ? null : (
            <div className="ledger">
              <QuickAdd run={list.run} />
            </div>
          )}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the rows inside */}
          <div
            ref={(element) => {
              kept.ref.current = element;
              hold.box.current = element;
              box.current = element;
            }}
            data-scrolls
            onFocus={kept.onFocus}
            onBlur={(event) => {
              kept.onBlur(event);
              hold.look();
            }}
            {...hold.on}
            onKeyDown={(event) => {
              hold.on.onKeyDown();
              keys(event);
            }}
            data-choosing={selection.isOn || undefined}
            data-by-hand={isByHand || undefined}
            className="ledger min-h-0 flex-1 overflow-y-auto overscroll-contain pb-6"
          >
            <TaskList view={view} heading={heading} deeds={deeds} />
          </div>
          {selection.isOn ? <BulkBar list={list} selection={selection} /> : null}
        </div>
      </div>
      {parts ? <AskParts task={parts.task} all={parts.all} close={closeParts} /> : null}
      {menu && asked ? (
        <RowMenu
          key={menu.number}
          task={asked}
          anchor={menu.anchor}
          today={today}
          deeds={deeds}
          step={isByHand ? step : null}
          close={closeMenu}
        />
      ) : null}
    </div>
  );
}
