"use client";

import { useEffect, useState } from "react";

type Say = typeof import("@/lib/words/say");
let say: Say | null = null;

/** How a rule such as FREQ=WEEKLY is said; the words arrive when something that repeats is first shown. */
export function useRecurrenceWords(needed: boolean): (rule: string) => string {
  const [loaded, setLoaded] = useState(say);
  useEffect(() => {
    if (!needed || loaded) return;
    void import("@/lib/words/say").then((module) => {
      say = module;
      setLoaded(module);
    });
  }, [needed, loaded]);
  return (rule) => loaded?.sayRecurrence(rule) ?? "…";
}
