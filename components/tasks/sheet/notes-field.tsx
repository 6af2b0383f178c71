"use client";

import { Pencil } from "lucide-react";
import { type MouseEvent, useId, useRef, useState } from "react";
import { TextPart } from "@/components/chat/text-part";
import { Button } from "@/components/ui/button";
import { fieldLook } from "@/components/ui/field";
import { cn } from "@/lib/cn";
import { FieldFoot } from "./field-foot";
import type { Filled } from "./use-sheet";
import { useTyped } from "./use-typed";

/** Notes are read as they are drawn, and written as they are. */
export function NotesField({ sheet }: { sheet: Filled }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const typed = useTyped(sheet, "description", {
    text: sheet.shown.description,
    read: (text) => ({ description: text.trim() }),
  });
  const [isOpen, setOpen] = useState(false);
  const isEditing = isOpen || typed.typed !== null;
  const isLocked = sheet.detail.task.deletedAt !== null;

  const begin = () => !isLocked && setOpen(true);
  // A link inside is followed, and a text that was marked is to be copied.
  const click = ({ target }: MouseEvent) => {
    const isOwn = target instanceof Element && target.closest("a, button, summary") !== null;
    if (!isOwn && getSelection()?.isCollapsed !== false) begin();
  };

  return (
    <section aria-labelledby={`${id}-name`}>
      <div className="flex items-center gap-2">
        <label id={`${id}-name`} htmlFor={isEditing ? `${id}-box` : undefined} className="label flex-1">
          Notes
        </label>
        {isEditing || isLocked ? null : (
          <Button ref={button} kind="quiet" size="small" onClick={begin} aria-label="Edit the notes">
            <Pencil aria-hidden className="size-3.5" />
            {typed.text ? "Edit" : "Add notes"}
          </Button>
        )}
      </div>
      {isEditing ? (
        <textarea
          {...typed.field}
          id={`${id}-box`}
          aria-invalid={Boolean(sheet.wrongs.description)}
          aria-describedby={sheet.wrongs.description ? id : `${id}-how`}
          // The person asked for it with the button; a draft that came back did not.
          // biome-ignore lint/a11y/noAutofocus: see above
          autoFocus={isOpen}
          onBlur={() => {
            typed.field.onBlur();
            // What is below moves up only once the click that left the box has landed.
            setTimeout(() => setOpen(false), 250);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            void typed.leave().then(() => {
              setOpen(false);
              // Drawn with the next picture, when the box has made room for it.
              requestAnimationFrame(() => button.current?.focus());
            });
          }}
          maxLength={10_000}
          value={typed.text}
          onChange={(event) => typed.change(event.target.value)}
          className={cn(fieldLook, "field-sizing-content max-h-[50dvh] min-h-24 py-2")}
        />
      ) : typed.text ? (
        // For the pointer; the keyboard has the button above.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        <div onClick={click} className="wrap-anywhere cursor-text text-base">
          <TextPart text={typed.text} isGrowing={false} />
        </div>
      ) : null}
      {isEditing ? (
        <p id={`${id}-how`} className="mt-1 text-faint text-micro">
          Markdown works: **bold**, - lists, [links](https://…). Saved when you leave the box.
        </p>
      ) : null}
      <FieldFoot id={id} sheet={sheet} field="description" typed={typed} />
    </section>
  );
}
