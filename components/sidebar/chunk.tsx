"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/** How far beyond the edge of what is seen a chunk is drawn already. */
const ahead = "800px 0px";

/**
 * A stretch of a long list, of which the page holds nothing but its height while it is far away; so that ten thousand
 * conversations can be scrolled through. It stays as long as the focus is in it.
 */
export function Chunk({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLUListElement>(null);
  const [height, setHeight] = useState<number | null>(null);

  useEffect(() => {
    const list = box.current;
    if (!list) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        if (entry.isIntersecting) setHeight(null);
        // Hidden as a whole, such as in a closed drawer, it has no height to keep.
        else if (entry.boundingClientRect.height > 0 && !list.contains(document.activeElement))
          setHeight(entry.boundingClientRect.height);
      },
      { root: list.closest("[data-scrolls]"), rootMargin: ahead },
    );
    observer.observe(list);
    return () => observer.disconnect();
  }, []);

  return (
    <ul ref={box} aria-label={label} style={height === null ? undefined : { height }}>
      {height === null ? children : null}
    </ul>
  );
}
