"use client";

import { useEffect } from "react";

/** Brings the task that the address names into view, ready to be opened. */
export function AskedTask({ number }: { number: number }) {
  useEffect(() => {
    const title = document.querySelector<HTMLElement>(`main [data-task="${number}"] [data-part="title"]`);
    title?.focus();
    title?.scrollIntoView({ block: "center" });
  }, [number]);
  return null;
}
