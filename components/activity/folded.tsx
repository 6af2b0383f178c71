"use client";

import { type ReactNode, useState } from "react";

/** So many are shown before the rest is folded away; a fold that hides one or two would cost more than it saves. */
const shown = 8;
const spare = 2;

type FoldedProps<Item> = { items: readonly Item[]; className?: string; children: (item: Item) => ReactNode };

/** A list of tasks of which a long one shows its beginning, and all of it on demand. */
export function Folded<Item>({ items, className, children }: FoldedProps<Item>) {
  const [isOpen, setOpen] = useState(false);
  const isLong = items.length > shown + spare;
  return (
    <>
      <ul className={className}>{(isLong && !isOpen ? items.slice(0, shown) : items).map(children)}</ul>
      {isLong ? (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="-ml-1.5 rounded-control px-1.5 py-0.5 font-semibold text-accent text-small hover:bg-slip-rule/50 pointer-coarse:py-3"
        >
          {isOpen ? `Show the first ${shown}` : `Show all ${items.length}`}
        </button>
      ) : null}
    </>
  );
}
