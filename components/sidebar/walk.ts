import type { KeyboardEvent } from "react";

const rowsIn = (list: Element | null) => [...(list?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];

/** The arrow keys, Home and End go from one conversation of the list to another. */
export function walk(event: KeyboardEvent<HTMLElement>) {
  const rows = rowsIn(event.currentTarget);
  const at = rows.indexOf(event.target as HTMLElement);
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  rows[Math.max(0, Math.min(to, rows.length - 1))]?.focus();
}

export const focusFirst = (list: Element | null) => rowsIn(list)[0]?.focus();

/** The row of a conversation is about to go: the focus, if it is there, goes to the next one. */
export function leaveRow(row: Element | null) {
  const rows = rowsIn(row?.closest("[data-scrolls]") ?? null);
  const at = rows.findIndex((one) => row?.contains(one));
  if (at >= 0) (rows[at + 1] ?? rows[at - 1])?.focus();
}
