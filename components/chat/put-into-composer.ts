"use client";

import { useEffect, useEffectEvent } from "react";
import { keepDraft, readDraft } from "./drafts";

const hearers = new Set<(text: string) => void>();

/** Puts a text where the next message is written, below what stands there; true when a chat is beside what asks. Without one it waits in the new chat's draft. */
export function putIntoComposer(text: string, user: string): boolean {
  const hear = [...hearers].at(-1);
  if (hear) hear(text);
  else keepDraft(user, "new", below(readDraft(user, "new"), text));
  return hear !== undefined;
}

/** The same question twice stands there once. */
export function below(draft: string, text: string): string {
  if (!draft.trim()) return text;
  return draft.trimEnd().endsWith(text.trimEnd()) ? draft : `${draft.trimEnd()}\n${text}`;
}

/** While what the text comes from is still open, it keeps the focus; when it closes it gives it back to where it was. So after that. */
export function onceUncovered(go: () => void, pictures = 300): void {
  if (pictures > 0 && document.querySelector("dialog[open]"))
    requestAnimationFrame(() => onceUncovered(go, pictures - 1));
  else go();
}

export function usePutIntoComposer(take: (text: string) => void) {
  const taken = useEffectEvent(take);
  useEffect(() => {
    const hear = (text: string) => taken(text);
    hearers.add(hear);
    return () => void hearers.delete(hear);
  }, []);
}
