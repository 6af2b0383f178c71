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
    // Only a touch screen has a keyboard that lies over the page.
    if (!viewport || !element || !matchMedia("(any-pointer: coarse)").matches) return;
    const measure = () => {
      // Who zooms in sees less as well, and needs no room for a keyboard.
      const covered = viewport.scale > 1.01 ? 0 : coveredBy(viewport, element.getBoundingClientRect().bottom);
      element.style.paddingBottom = covered > 80 ? `${covered}px` : "";
    };
    let drawn = 0;
    // When the window changes its size, its viewports and the element follow one after the other; what is measured in between fits none.
    const adjust = () => {
      cancelAnimationFrame(drawn);
      drawn = requestAnimationFrame(measure);
    };
    viewport.addEventListener("resize", adjust);
    viewport.addEventListener("scroll", adjust);
    const size = new ResizeObserver(adjust);
    size.observe(element, { box: "border-box" });
    measure();
    return () => {
      cancelAnimationFrame(drawn);
      size.disconnect();
      viewport.removeEventListener("resize", adjust);
      viewport.removeEventListener("scroll", adjust);
    };
  }, [place]);
}
