"use client";

import { X } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { IconButton } from "./button";

type Note = { id: number; text: string; action?: { label: string; run: () => void }; wrong?: boolean };

let last = 0;
const show = new Set<(note: Note) => void>();

/** Says something in passing, at the foot of the page: what was done, perhaps with a way back. */
export function toast(text: string, options: Omit<Note, "id" | "text"> = {}) {
  last += 1;
  for (const one of show) one({ id: last, text, ...options });
}

export function Toaster() {
  const [notes, setNotes] = useState<Note[]>([]);
  const drop = useCallback((id: number) => setNotes((now) => now.filter((note) => note.id !== id)), []);

  useEffect(() => {
    const add = (note: Note) => {
      setNotes((now) => [...now.slice(-2), note]);
      // Long enough to reach the Undo by keyboard.
      setTimeout(() => drop(note.id), note.action || note.wrong ? 10_000 : 5_000);
    };
    show.add(add);
    return () => void show.delete(add);
  }, [drop]);

  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] z-50 grid justify-items-center gap-2 px-4 md:bottom-30"
    >
      {notes.map((note) => (
        <div
          key={note.id}
          className="pointer-events-auto flex max-w-120 animate-write items-center gap-2 rounded-panel bg-ink py-1.5 pr-1.5 pl-4 text-sheet shadow-pop"
        >
          <p className="py-1">{note.text}</p>
          {note.action ? (
            <button
              type="button"
              className="rounded-control px-2.5 py-1 font-semibold underline underline-offset-3 hover:no-underline focus-visible:outline-sheet"
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
        </div>
      ))}
    </div>
  );
}
