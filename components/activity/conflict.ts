import type { Call } from "@/lib/activity/schema";
import type { Conflict } from "@/lib/tasks/refusals";

export type UndoTarget = { call: string } | { reply: string };
/** An undo that was refused because of what was changed since; `others`: so many tasks could go back without that. */
export type Clash = { target: UndoTarget; conflicts: readonly Conflict[]; others: number; take: (call: Call) => void };

const watchers = new Set<() => void>();
let current: Clash | null = null;

/** What the person is asked about now. The frame of the page shows it, wherever the undo was asked for. */
export const clash = () => current;

export function watchClash(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

export function settle(next: Clash | null): void {
  current = next;
  for (const watcher of watchers) watcher();
}

/** The conflicts of a refusal, as the server names them; null when it was refused for another reason. */
export function clashIn(details: Record<string, unknown>): Pick<Clash, "conflicts" | "others"> | null {
  const { conflicts, others } = details;
  if (!Array.isArray(conflicts) || conflicts.length === 0) return null;
  return { conflicts, others: typeof others === "number" ? others : 0 };
}
