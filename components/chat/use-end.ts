"use client";

import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";

/** Who is so close to the end reads it still. In CSS pixels. */
const near = 70;

/** The end follows: it was in sight, and nobody has gone up since. */
export type Hold = { follows: boolean; top: number };

/** What the hold is after a scroll: one upwards lets go, and back at the end, or near it on the way down, it takes hold again. */
export function heldAfter({ follows, top }: Hold, now: number, left: number): Hold {
  if (left <= 1 || (now > top && left <= near)) return { follows: true, top: now };
  return { follows: follows && now >= top, top: now };
}

const leftBelow = ({ scrollHeight, clientHeight, scrollTop }: Element) => scrollHeight - clientHeight - scrollTop;

/**
 * Keeps the end in sight while the content grows and when the window shrinks, until the person goes up. The page comes from the
 * server set from its end upwards, so that the first picture is the right one; here it is turned round.
 */
export function useEnd(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  beginsThere: boolean,
) {
  const [isAtEnd, setAtEnd] = useState(true);
  const hold = useRef<Hold>({ follows: beginsThere, top: 0 });

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = element.scrollHeight;
    hold.current = { follows: true, top: element.scrollTop };
    setAtEnd(true);
  }, [scroller]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: where it begins is asked once
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !content.current) return;
    // Set from the end, places are counted upwards; who has gone up before this ran stays there.
    const above = -element.scrollTop;
    element.style.flexDirection = "column";
    if (beginsThere && above <= near) toEnd();
    else if (beginsThere) {
      element.scrollTop = element.scrollHeight - element.clientHeight - above;
      hold.current = { follows: false, top: element.scrollTop };
    }
    const look = () => {
      hold.current = heldAfter(hold.current, element.scrollTop, leftBelow(element));
      setAtEnd(hold.current.follows || leftBelow(element) <= near);
    };
    const size = new ResizeObserver(() => {
      if (hold.current.follows) element.scrollTop = element.scrollHeight;
      look();
    });
    size.observe(element);
    size.observe(content.current);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      size.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, []);

  const follows = useCallback(() => hold.current.follows, []);
  return { isAtEnd, toEnd, follows };
}
