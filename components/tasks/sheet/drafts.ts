import { keep, readKept } from "@/components/chat/kept";
import type { FieldName, Values } from "./values";

/** What was typed into a field and is not saved yet, and how the task was when that began. It survives reloads and refusals. */
export type Draft = { text: string; base: Values };

const keyOf = (user: string, number: number, field: FieldName) => `docket:task:${user}:${number}:${field}`;

export function readDraft(user: string, number: number, field: FieldName): Draft | null {
  try {
    return JSON.parse(readKept(keyOf(user, number, field)) || "null");
  } catch {
    return null;
  }
}

export const keepDraft = (user: string, number: number, field: FieldName, draft: Draft | null) =>
  keep(keyOf(user, number, field), draft ? JSON.stringify(draft) : "");
