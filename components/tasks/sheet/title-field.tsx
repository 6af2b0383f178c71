"use client";

import { type KeyboardEvent, useId } from "react";
import { cn } from "@/lib/cn";
import { FieldFoot } from "./field-foot";
import type { Filled } from "./use-sheet";
import { useTyped } from "./use-typed";

export function TitleField({ sheet }: { sheet: Filled }) {
  const id = useId();
  const { task } = sheet.detail;
  const typed = useTyped(sheet, "title", {
    text: sheet.shown.title,
    read: (text) => {
      const title = text.replace(/\s+/g, " ").trim();
      return title ? { title } : "A task needs a title.";
    },
  });

  function key(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void typed.leave();
  }

  return (
    <div>
      <textarea
        {...typed.field}
        name="title"
        aria-label="Title"
        aria-invalid={Boolean(sheet.wrongs.title)}
        aria-describedby={sheet.wrongs.title ? id : undefined}
        rows={1}
        maxLength={500}
        readOnly={task.deletedAt !== null}
        value={typed.text}
        onChange={(event) => typed.change(event.target.value)}
        onKeyDown={key}
        className={cn(
          "field-sizing-content -mx-2 block w-[calc(100%+1rem)] resize-none rounded-control border border-transparent bg-transparent px-2 py-1 font-display text-head hover:border-rule focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 aria-invalid:border-red",
          task.isCompleted && "text-soft line-through decoration-faint",
        )}
      />
      <FieldFoot id={id} sheet={sheet} field="title" typed={typed} />
    </div>
  );
}
