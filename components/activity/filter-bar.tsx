"use client";

import { Search, SlidersHorizontal, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { fieldLook } from "@/components/ui/field";
import { cn } from "@/lib/cn";
import { FilterMenus } from "./filter-menus";
import { countOf, type Filters } from "./filters";

type FilterBarProps = { filters: Filters; set: (change: Filters, how?: "typing") => void; clear: () => void };

export function FilterBar({ filters, set, clear }: FilterBarProps) {
  const [isOpen, setOpen] = useState(false);
  const many = countOf(filters);
  const isNarrowed = many > 0 || filters.text !== undefined;
  return (
    <div className="grid gap-2 px-4 pb-4 sm:px-6">
      <div className="flex gap-2">
        <SearchField text={filters.text} set={(text) => set({ text }, "typing")} />
        <Button className="sm:hidden" onClick={() => setOpen(true)} aria-haspopup="dialog">
          <SlidersHorizontal aria-hidden className="size-4" />
          {many > 0 ? `Filters: ${many}` : "Filters"}
        </Button>
      </div>
      <fieldset className="flex flex-wrap items-center gap-1.5 max-sm:contents">
        <legend className="sr-only">Show only</legend>
        <span className="contents max-sm:hidden">
          <FilterMenus filters={filters} set={set} />
        </span>
        <span className="flex flex-wrap gap-1.5 empty:hidden">
          {filters.task ? <Chip name={`Task #${filters.task}`} drop={() => set({ task: undefined })} /> : null}
          {filters.reply ? <Chip name="One reply" drop={() => set({ reply: undefined })} /> : null}
          {isNarrowed ? (
            <Button kind="quiet" size="small" onClick={clear}>
              Clear all
            </Button>
          ) : null}
        </span>
      </fieldset>
      {isOpen ? (
        <Dialog
          label="Filters"
          close={() => setOpen(false)}
          className="mb-0 w-full max-w-none rounded-b-none pb-[env(safe-area-inset-bottom)]"
        >
          <div className="grid gap-4 p-4">
            <h2 className="font-display text-head">Show only</h2>
            <FilterMenus filters={filters} set={set} isSheet />
            <div className="flex gap-2">
              <Button kind="primary" className="flex-1" onClick={() => setOpen(false)}>
                Show
              </Button>
              <Button className="flex-1" onClick={clear}>
                Clear all
              </Button>
            </div>
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}

function Chip({ name, drop }: { name: string; drop: () => void }) {
  return (
    <span className="figures inline-flex h-8 items-center rounded-control border border-accent bg-accent-wash pl-2.5 font-semibold text-small pointer-coarse:h-11">
      {name}
      <IconButton label={`Show more than ${name.toLowerCase()}`} onClick={drop} className="size-8">
        <X aria-hidden />
      </IconButton>
    </span>
  );
}

const typingMs = 250;

/** "#12" is the task of that number; anything else is words. */
function SearchField({ text = "", set }: { text: string | undefined; set: (text: string | undefined) => void }) {
  const [typed, setTyped] = useState(text);
  const [known, setKnown] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (known !== text) {
    setKnown(text);
    if (typed.trim() !== text) setTyped(text);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const soon = (value: string, wait: number) => {
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => set(value.trim() || undefined), wait);
  };
  return (
    <div className="relative min-w-0 flex-1">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint"
      />
      <input
        type="search"
        aria-label="Search the record"
        placeholder="Search, or #12"
        value={typed}
        maxLength={200}
        onChange={(event) => soon(event.target.value, typingMs)}
        onKeyDown={(event) => event.key === "Enter" && soon(typed, 0)}
        className={cn(fieldLook, "h-9 px-8.5 pointer-coarse:h-11")}
      />
      {typed ? (
        <IconButton
          label="Clear the search"
          onClick={() => soon("", 0)}
          className="absolute top-1/2 right-0.5 -translate-y-1/2"
        >
          <X aria-hidden />
        </IconButton>
      ) : null}
    </div>
  );
}
