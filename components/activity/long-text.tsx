"use client";

import { useState } from "react";

const enough = 140;

/** What a field holds: of long notes the beginning, and the rest on demand. */
export function LongText({ children: text }: { children: string }) {
  const [isOpen, setOpen] = useState(false);
  if (text.length <= enough) return text;
  return (
    <>
      <span className={isOpen ? "whitespace-pre-wrap" : undefined}>{isOpen ? text : `${text.slice(0, enough)}…`}</span>{" "}
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="rounded-control px-1 font-semibold text-accent hover:bg-slip-rule/50 pointer-coarse:py-3"
      >
        {isOpen ? "Show less" : "Show all"}
      </button>
    </>
  );
}
