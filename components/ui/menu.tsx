"use client";

import { type ComponentProps, type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { cn } from "@/lib/cn";

type MenuProps = { label: string; icon: ReactNode; className?: string; children: ReactNode };

/**
 * A menu on the platform's own popover: top layer, light dismiss and Escape come with the browser and cost no script.
 * Arrow keys walk through the items, and the focus returns to the button.
 */
export function Menu({ label, icon, className, children }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  const items = () => [...(list.current?.querySelectorAll<HTMLElement>("[role^=menuitem]:not(:disabled)") ?? [])];

  function place() {
    if (!button.current || !list.current) return;
    const from = button.current.getBoundingClientRect();
    const size = list.current.getBoundingClientRect();
    const below = from.bottom + 4 + size.height < window.innerHeight;
    list.current.style.top = `${below ? from.bottom + 4 : Math.max(8, from.top - size.height - 4)}px`;
    list.current.style.left = `${Math.max(8, Math.min(from.right - size.width, window.innerWidth - size.width - 8))}px`;
    items()[0]?.focus();
  }

  function walk(event: KeyboardEvent) {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === "Tab") list.current?.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={label}
        title={label}
        className={cn(
          "inline-grid size-7 shrink-0 place-items-center rounded-control text-soft hover:bg-rule hover:text-ink pointer-coarse:size-11 [&_svg]:size-4",
          className,
        )}
      >
        {icon}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onKeyDown={walk}
        onClick={() => list.current?.hidePopover()}
        // What it holds is made when it opens: a list has a menu on every row. Closed, it first gives the focus back.
        onBeforeToggle={(event) => {
          if (event.newState === "open") flushSync(() => setOpen(true));
        }}
        onToggle={(event) => {
          setOpen(event.newState === "open");
          if (event.newState === "open") place();
        }}
        className="fixed m-0 min-w-44 rounded-panel border border-rule bg-sheet p-1 text-ink shadow-pop"
      >
        {open ? children : null}
      </div>
    </>
  );
}

export function MenuItem({ className, ...props }: ComponentProps<"button">) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={cn(
        "flex h-8 w-full items-center gap-2.5 rounded-control px-2.5 text-left hover:bg-tint focus-visible:bg-tint focus-visible:outline-none pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:text-soft",
        className,
      )}
      {...props}
    />
  );
}
