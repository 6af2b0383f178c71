"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";
import { cn } from "@/lib/cn";

type DialogProps = { label: string; close: () => void; className?: string; children: ReactNode };

/**
 * The platform's own modal dialog, open as long as it is mounted: the browser keeps the focus inside, makes everything
 * else inert, hears Escape, and gives the focus back.
 */
export function Dialog({ label, close, className, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key for it is Escape
    <dialog
      ref={ref}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      // The dialog itself is hit only outside of what it holds.
      onClick={(event) => event.target === event.currentTarget && close()}
      className={cn(
        "m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-120 overflow-y-auto overscroll-contain rounded-panel border border-rule bg-sheet p-0 text-ink shadow-pop",
        className,
      )}
    >
      {children}
    </dialog>
  );
}
