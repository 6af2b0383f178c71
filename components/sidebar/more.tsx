"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

/** Asks for the next page shortly before its place comes into view; also a button, for who doesn't scroll. */
export function More({ show }: { show: () => Promise<boolean> }) {
  const foot = useRef<HTMLDivElement>(null);
  const [looks, setLooks] = useState(0);
  // What came may not have filled the view. What failed is left to the button.
  const near = useEffectEvent(() => void show().then((went) => went && setLooks((many) => many + 1)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: it looks anew after each page
  useEffect(() => {
    const here = foot.current;
    if (!here) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && near(), {
      root: here.closest("[data-scrolls]"),
      rootMargin: "600px 0px",
    });
    observer.observe(here);
    return () => observer.disconnect();
  }, [looks]);
  return (
    <div ref={foot} className="pb-2">
      <Button kind="quiet" size="small" className="pointer-coarse:h-11" onClick={() => void show()}>
        Show more
      </Button>
    </div>
  );
}
