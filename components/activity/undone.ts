import type { Call } from "@/lib/activity/schema";

/** Which calls an undo reversed, as its result says; one that was itself taken back reverses nothing any more. */
function undoneBy(call: Call): string[] {
  const result = call.result as { undone?: { call: string }[] } | null;
  const counts = call.toolName === "undo_change" && call.status === "SUCCESS" && call.undoneById === null;
  return counts ? (result?.undone ?? []).map((one) => one.call) : [];
}

/** An undo links what it took back to itself; taking back an undo makes what that had taken back count again. */
export function withUndone(rows: readonly Call[], undo: Call): readonly Call[] {
  const gone = new Set(undoneBy(undo));
  const isTouched = (row: Call) => gone.has(row.id) || (row.undoneById !== null && gone.has(row.undoneById));
  if (!rows.some(isTouched)) return rows;
  return rows.map((row) => (isTouched(row) ? { ...row, undoneById: gone.has(row.id) ? undo.id : null } : row));
}
