"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "@/components/ui/button";

/** Asks for the next page shortly before its place comes into view; also a button, for who doesn't scroll. */
export function More({ shown, show }: { shown: number; show: () => Promise<void> }) {
  const foot = useRef<HTMLDivElement>(null);
  const near = useEffectEvent(() => void show());
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came may not have filled the view
  useEffect(() => {
    const here = foot.current;
    if (!here) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && near(), {
      root: here.closest("[data-scrolls]"),
      rootMargin: "600px 0px",
    });
    observer.observe(here);
    return () => observer.disconnect();
  }, [shown]);
  return (
    <div ref={foot} className="pb-2">
      <Button kind="quiet" size="small" className="pointer-coarse:h-11" onClick={() => void show()}>
        Show more
      </Button>
    </div>
  );
}
