import { canUndo } from "@/components/activity/call-slip";
import type { Call } from "@/lib/activity/schema";
import type { ChatMessage } from "@/lib/assistant/schema";
import { isToolPart } from "./fold";

export type WayBack = { words: string; label: string; undone: boolean; undo: { reply: string } | { call: string } };

/** What stands below a reply about its changes; null when its cards say it all. */
export function wayBack(message: ChatMessage, calls: readonly Call[]): WayBack | null {
  const changed = calls.filter(canUndo);
  const hasCard = ({ callId }: Call) => message.parts.some((part) => isToolPart(part) && part.toolCallId === callId);
  if (changed.length > 1 || changed.some((call) => !hasCard(call))) {
    const many = changed.reduce((sum, { changes }) => sum + changes.length, 0);
    const [words, label] = many === 1 ? ["1 change", "Undo"] : [`${many} changes`, "Undo all"];
    return { words, label, undone: false, undo: { reply: message.id } };
  }
  // Taken back together they come back together; one by one, each has its own way on its card.
  const [by, ...others] = new Set(calls.flatMap(({ undoneById }) => undoneById ?? []));
  const undone = calls.filter(({ undoneById }) => undoneById !== null);
  const isTogether = by !== undefined && others.length === 0 && changed.length === 0;
  if (!isTogether || (undone.length === 1 && undone.every(hasCard))) return null;
  return { words: "Undone", label: undone.length === 1 ? "Redo" : "Redo all", undone: true, undo: { call: by } };
}
