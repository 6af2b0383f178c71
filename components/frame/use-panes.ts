"use client";

import { useEffect, useRef, useState } from "react";
import { type Hidden, keepHidden, type Pane } from "./panes";

/** As the breakpoint lg in globals.css. */
const wide = "(min-width: 68.75rem)";
/** As the breakpoint md. */
const phone = "(max-width: 43.99rem)";

/** Which panes are hidden, remembered by this browser; and, where there is no room for the sidebar, whether it is slid in. */
export function usePanes(first: Hidden, path: string) {
  const [hidden, setHidden] = useState(first);
  const [drawer, setDrawer] = useState(false);
  const opener = useRef<Element | null>(null);

  // Choosing something in the drawer is what it was opened for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the event
  useEffect(() => setDrawer(false), [path]);

  useEffect(() => {
    if (!drawer) return;
    const key = (event: KeyboardEvent) => {
      // An open menu or dialog is what Escape closes first.
      if (event.key !== "Escape" || document.querySelector("dialog[open], [popover]:popover-open")) return;
      setDrawer(false);
    };
    // What is behind it can't be reached meanwhile, so the focus goes along, and comes back.
    document.querySelector<HTMLElement>("#sidebar [aria-label='Close the sidebar']")?.focus();
    const room = matchMedia(wide);
    const close = () => setDrawer(false);
    addEventListener("keydown", key);
    room.addEventListener("change", close);
    return () => {
      removeEventListener("keydown", key);
      room.removeEventListener("change", close);
      const isLost = document.activeElement === document.body || document.activeElement?.closest("#sidebar");
      if (isLost && opener.current instanceof HTMLElement) opener.current.focus();
    };
  }, [drawer]);

  function slide(open: boolean) {
    if (open) opener.current = document.activeElement;
    setDrawer(open);
  }

  function set(pane: Pane, isHidden: boolean) {
    const now = { ...hidden, [pane]: isHidden };
    setHidden(now);
    keepHidden(now);
  }

  return {
    hidden,
    drawer,
    slide,
    set,
    toggle(pane: Pane) {
      if (pane === "sidebar" && !matchMedia(wide).matches) slide(!drawer);
      else set(pane, !hidden[pane]);
    },
    /** So that what is in it can be reached. */
    bring(pane: Pane) {
      if (pane === "sidebar" && !matchMedia(wide).matches) slide(true);
      else if (hidden[pane]) set(pane, false);
    },
    isPhone: () => matchMedia(phone).matches,
  };
}
