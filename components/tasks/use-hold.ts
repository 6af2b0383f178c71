"use client";

import { useCallback, useEffect, useRef } from "react";

/** So long after the last move of the pointer or key in the list, a person is taken to be looking elsewhere. */
const patience = 4_000;

/**
 * While somebody points at a row, types in it or drags it, nothing that others change may move it away. `free` is called when
 * the list may move again.
 */
export function useHold(free: () => void) {
  const box = useRef<HTMLElement | null>(null);
  const until = useRef(0);
  const isDragging = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const freed = useRef(free);
  useEffect(() => {
    freed.current = free;
  });

  const isHeld = useCallback(() => {
    const at = document.activeElement;
    const isTyping =
      at instanceof HTMLElement &&
      at !== box.current &&
      box.current?.contains(at) &&
      at.matches("input:not([type=checkbox]), textarea, select");
    return isDragging.current || Boolean(isTyping) || Date.now() < until.current;
  }, []);

  const look = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => (isHeld() ? look() : freed.current()), Math.max(120, until.current - Date.now()));
  }, [isHeld]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const touch = useCallback(() => {
    until.current = Date.now() + patience;
  }, []);
  const leave = useCallback(
    ({ pointerType }: { pointerType: string }) => {
      // A finger leaves whenever it is lifted.
      if (pointerType === "mouse") until.current = 0;
      look();
    },
    [look],
  );

  return {
    isHeld,
    /** Something waits: say so when the list is free. */
    look,
    drag(on: boolean) {
      isDragging.current = on;
      if (!on) touch();
    },
    box,
    on: { onPointerMove: touch, onPointerDown: touch, onKeyDown: touch, onPointerLeave: leave },
  };
}
