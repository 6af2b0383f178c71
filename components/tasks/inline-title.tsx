"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { Refused, sentence } from "@/components/ask";
import { Wrong } from "@/components/ui/field";
import type { Listed } from "./page";
import type { RowDeeds } from "./row-deeds";

/** The title where it stands: Enter or going elsewhere keeps it, Escape gives it up. What is refused stays to be mended. */
export function InlineTitle({ task, deeds }: { task: Listed; deeds: RowDeeds }) {
  const [text, setText] = useState(task.title);
  const [wrong, setWrong] = useState<string | null>(null);
  /** What the person saw when they began: what was changed elsewhere since isn't theirs to overwrite unasked. */
  const seen = useRef({ title: task.title, version: task.version });
  const isOver = useRef(false);

  function close(back: boolean) {
    isOver.current = true;
    deeds.rename(null, back ? task.number : undefined);
  }

  function meanwhile(fresh: Listed) {
    seen.current = { title: fresh.title, version: fresh.version };
    setWrong(`It was changed to “${fresh.title}” meanwhile. Enter keeps yours, Escape keeps that.`);
  }

  async function save(back: boolean) {
    const title = text.trim();
    if (isOver.current) return;
    if (!title || title === seen.current.title) return close(back);
    const isNewer = task.version > seen.current.version;
    if (isNewer && task.title !== seen.current.title) return meanwhile(task);
    setWrong(null);
    isOver.current = true;
    const version = Math.max(task.version, seen.current.version);
    const done = await deeds.retitle({ ...task, version }, title, (error) => {
      isOver.current = false;
      const fresh = nowOf(error, task.number);
      if (fresh && fresh.title !== seen.current.title) return meanwhile(fresh);
      if (!fresh) return setWrong(sentence(error));
      // Something else of it was changed: that stays, and so does what was typed.
      seen.current = { title: fresh.title, version: fresh.version };
      void save(back);
    });
    if (done) close(back);
  }

  function key(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      void save(true);
    }
    if (event.key === "Escape") close(true);
    event.stopPropagation();
  }

  return (
    <div className="min-w-0 flex-1">
      <input
        // The person asked to rename it.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        aria-label={`New title of “${seen.current.title}”`}
        aria-invalid={wrong !== null}
        value={text}
        maxLength={500}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={key}
        onBlur={() => void save(false)}
        className="-mx-1.5 -my-0.75 w-full rounded-control border border-accent bg-well px-1.25 py-0.5 outline-none aria-invalid:border-red pointer-coarse:-my-2.75 pointer-coarse:h-11"
      />
      <Wrong className={wrong ? "mt-1.5 py-1! text-small" : ""}>{wrong}</Wrong>
    </div>
  );
}

/** How the task is now, when that is why it was refused. */
function nowOf(error: unknown, number: number): Listed | undefined {
  if (!(error instanceof Refused) || error.status !== 409 || !Array.isArray(error.details.tasks)) return undefined;
  return (error.details.tasks as Listed[]).find((task) => task.number === number);
}
