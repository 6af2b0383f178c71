"use client";

import { type FocusEvent, useEffect, useRef } from "react";

type Place = { number: string; part: "tick" | "title" };

/** A removed element drops the focus on the page's body without a word. */
export const isFocusLost = () => document.activeElement === null || document.activeElement === document.body;

const numbersIn = (list: HTMLElement) =>
  [...list.querySelectorAll<HTMLElement>("[data-task]")].map((row) => row.dataset.task ?? "");

/**
 * A row that moves under another heading, or leaves the list, takes the focus with it. After each draw this gives it back: to the
 * same part of the same task, or else of the one that followed.
 */
export function useKeptFocus() {
  const list = useRef<HTMLDivElement>(null);
  const last = useRef<Place | null>(null);
  const order = useRef<string[]>([]);

  useEffect(() => {
    if (!list.current) return;
    const [before, now] = [order.current, numbersIn(list.current)];
    order.current = now;
    if (!last.current || !isFocusLost()) return;
    const { number, part } = last.current;
    const at = before.indexOf(number);
    const next = [number, ...before.slice(at + 1), ...before.slice(0, Math.max(0, at)).reverse()];
    const to = next.find((one) => now.includes(one));
    const row = to && list.current.querySelector(`[data-task="${to}"]`);
    const target =
      row &&
      (row.querySelector<HTMLElement>(`[data-part="${part}"]:enabled`) ??
        row.querySelector<HTMLElement>("button:enabled"));
    if (target) target.focus();
  });

  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const number = target.closest<HTMLElement>("[data-task]")?.dataset.task;
    last.current = number ? { number, part: target.dataset.part === "tick" ? "tick" : "title" } : null;
  };
  // React is silent about a blur by removal, so this one is the person going elsewhere.
  const onBlur = ({ relatedTarget }: FocusEvent<HTMLElement>) => {
    if (!relatedTarget) last.current = null;
  };
  return { ref: list, onFocus, onBlur };
}
