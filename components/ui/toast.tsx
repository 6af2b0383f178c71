"use client";
"use no memo";

import { X } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { IconButton } from "./button";

type Note = { id: number; text: string; action?: { label: string; run: () => void }; wrong?: boolean };

let last = 0;
const show = new Set<(note: Note) => void>();

/** Says something in passing, at the head of the page: what was done, perhaps with a way back. */
export function toast(text: string, options: Omit<Note, "id" | "text"> = {}) {
  last += 1;
  for (const one of show) one({ id: last, text, ...options });
}

/** Milliseconds that a note stays; one with a way back long enough to be reached by keyboard. */
const stays = (note: Note) => (note.action || note.wrong ? 10_000 : 5_000);

/** At the head of the page, where neither the box to write in nor what is said beside it can be covered. F6 goes there. */
export function Toaster() {
  const [notes, setNotes] = useState<Note[]>([]);
  const list = useRef<HTMLDivElement>(null);
  const from = useRef<HTMLElement | null>(null);
  const drop = useCallback((id: number) => {
    if (list.current?.contains(document.activeElement)) from.current?.focus();
    setNotes((now) => now.filter((note) => note.id !== id));
  }, []);

  useEffect(() => {
    const add = (note: Note) => setNotes((now) => [...now.slice(-2), note]);
    show.add(add);
    return () => void show.delete(add);
  }, []);

  useEffect(() => {
    if (notes.length === 0) return;
    const key = (event: KeyboardEvent) => {
      if (event.key !== "F6" || !list.current) return;
      event.preventDefault();
      from.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      list.current.querySelector<HTMLElement>("[data-note]:last-child button")?.focus();
    };
    addEventListener("keydown", key);
    return () => removeEventListener("keydown", key);
  }, [notes.length]);

  return (
    <div
      ref={list}
      role="status"
      className="pointer-events-none fixed inset-x-0 top-[calc(0.75rem+env(safe-area-inset-top))] z-50 [body:has([data-reminders=head])_&]:top-44 [body:has([data-top-notice])_&]:top-24 grid justify-items-center gap-2 px-4"
    >
      {notes.map((note) => (
        <NoteSlip key={note.id} note={note} drop={drop} />
      ))}
    </div>
  );
}

/** Goes by itself, but not from under the pointer or the focus. */
function NoteSlip({ note, drop }: { note: Note; drop: (id: number) => void }) {
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isHeld = isHovered || isFocused;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => drop(note.id), stays(note));
    return () => clearTimeout(timer);
  }, [note, isHeld, drop]);
  return (
    <fieldset
      data-note
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onKeyDown={(event) => event.key === "Escape" && drop(note.id)}
      className="pointer-events-auto flex max-w-[min(30rem,100%)] animate-write items-center gap-2 rounded-panel bg-ink py-1.5 pr-1.5 pl-4 text-sheet shadow-pop"
    >
      <p className="wrap-anywhere min-w-0 py-1">
        {note.text}
        {note.action ? <span className="sr-only"> F6 goes to its buttons.</span> : null}
      </p>
      {note.action ? (
        <button
          type="button"
          className="shrink-0 rounded-control px-2.5 py-1 font-semibold underline underline-offset-3 hover:no-underline focus-visible:outline-sheet pointer-coarse:min-h-11"
          onClick={() => {
            note.action?.run();
            drop(note.id);
          }}
        >
          {note.action.label}
        </button>
      ) : null}
      <IconButton
        label="Dismiss"
        onClick={() => drop(note.id)}
        className="text-sheet! hover:bg-soft! focus-visible:outline-sheet"
      >
        <X aria-hidden />
      </IconButton>
    </fieldset>
  );
}
