"use client";

import { type RefObject, useEffect } from "react";

type Viewport = { height: number; offsetTop: number };

/** How much of what ends at `bottom` a phone's keyboard covers, where it lies over the page instead of shrinking it. */
export const coveredBy = ({ height, offsetTop }: Viewport, bottom: number) =>
  Math.max(0, Math.round(bottom - (height + offsetTop)));

/** Keeps the foot of an element above a phone's keyboard. Safari lays the keyboard over the page; elsewhere the page itself shrinks. */
export function useKeyboard(place: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const viewport = window.visualViewport;
    const element = place.current;
    if (!viewport || !element) return;
    const measure = () => {
      // Who zooms in sees less as well, and needs no room for a keyboard.
      const covered = viewport.scale > 1.01 ? 0 : coveredBy(viewport, element.getBoundingClientRect().bottom);
      element.style.paddingBottom = covered > 80 ? `${covered}px` : "";
    };
    let drawn = 0;
    // A window that changes its size tells its two viewports one after the other; what is measured in between fits neither.
    const adjust = () => {
      cancelAnimationFrame(drawn);
      drawn = requestAnimationFrame(measure);
    };
    viewport.addEventListener("resize", adjust);
    viewport.addEventListener("scroll", adjust);
    window.addEventListener("resize", adjust);
    measure();
    return () => {
      cancelAnimationFrame(drawn);
      window.removeEventListener("resize", adjust);
      viewport.removeEventListener("resize", adjust);
      viewport.removeEventListener("scroll", adjust);
    };
  }, [place]);
}
