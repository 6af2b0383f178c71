"use client";

import { ArrowUpDown, ListChecks, Search, Tag, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { IconButton } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { cn } from "@/lib/cn";
import type { Sort } from "@/lib/tasks/schema";
import { orderOf, sortNames } from "./query";
import type { Asking } from "./task-pane";
import type { Selection } from "./use-selection";
import type { TasksState } from "./use-tasks";

type ListToolsProps = { list: TasksState; ask: Asking; selection: Selection };

const sorts = Object.keys(sortNames) as Sort[];

/** Search, order, tag and choosing: one line above the list. */
export function ListTools({ list, ask, selection }: ListToolsProps) {
  const { query } = list;
  const order = orderOf(query);
  return (
    <div className="flex items-center gap-0.5 border-rule border-b bg-paper px-2">
      <SearchBox text={query.text} search={(text) => ask({ ...query, text }, "replace")} />
      {order === "lately" ? null : (
        <Menu
          label={`Order: ${sortNames[order].toLowerCase()}`}
          icon={<ArrowUpDown aria-hidden />}
          className={look(query.sort !== null)}
        >
          {sorts.map((sort) => (
            <MenuItem
              key={sort}
              role="menuitemradio"
              aria-checked={sort === order}
              onClick={() =>
                ask({ ...query, sort: sort === orderOf({ ...query, sort: null }) ? null : sort }, "replace")
              }
              className={cn(sort === order && "font-semibold text-accent")}
            >
              {sortNames[sort]}
            </MenuItem>
          ))}
        </Menu>
      )}
      {list.tags.length > 0 || query.tag ? (
        <Menu
          label={query.tag ? `Tag: #${query.tag}` : "Tags"}
          icon={<Tag aria-hidden />}
          className={cn("@min-[46rem]:hidden", look(query.tag !== null))}
        >
          <div className="max-h-80 max-w-72 overflow-y-auto">
            <MenuItem
              role="menuitemradio"
              aria-checked={query.tag === null}
              onClick={() => ask({ ...query, tag: null }, "push")}
            >
              Any tag
            </MenuItem>
            {list.tags.map(({ tag, open }) => (
              <MenuItem
                key={tag}
                role="menuitemradio"
                aria-checked={tag === query.tag}
                onClick={() => ask({ ...query, tag }, "push")}
                className={cn(tag === query.tag && "font-semibold text-accent")}
              >
                <span className="min-w-0 flex-1 truncate">#{tag}</span>
                <span className="figures text-faint">{open}</span>
              </MenuItem>
            ))}
          </div>
        </Menu>
      ) : null}
      <IconButton
        label={selection.isOn ? "Stop choosing" : "Choose several"}
        aria-pressed={selection.isOn}
        onClick={() => (selection.isOn ? selection.clear() : selection.start())}
        className={cn("size-7", look(selection.isOn))}
      >
        <ListChecks aria-hidden />
      </IconButton>
    </div>
  );
}

const look = (isOn: boolean) => (isOn ? "bg-accent-wash text-accent" : "");

function SearchBox({ text, search }: { text: string; search: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const told = useRef(text);
  useEffect(() => {
    // The address changed by itself: back, or a link.
    if (text !== told.current) setTyped(text);
    told.current = text;
  }, [text]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function change(next: string, wait: number) {
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      told.current = next;
      search(next);
    }, wait);
  }

  return (
    <search className="flex min-w-0 flex-1 items-center gap-1.5 pl-2">
      <Search aria-hidden className="size-4 shrink-0 text-faint" />
      <input
        type="search"
        aria-label="Search tasks"
        placeholder="Search"
        value={typed}
        maxLength={200}
        onChange={(event) => change(event.target.value, 200)}
        onKeyDown={(event) => {
          if (event.key === "Escape" && typed) {
            event.preventDefault();
            event.stopPropagation();
            change("", 0);
          }
          if (event.key === "Enter") change(typed, 0);
        }}
        className="h-9 w-full min-w-0 bg-transparent outline-none pointer-coarse:h-11"
      />
      {typed ? (
        <IconButton label="Clear the search" onClick={() => change("", 0)} className="size-7">
          <X aria-hidden />
        </IconButton>
      ) : null}
    </search>
  );
}
