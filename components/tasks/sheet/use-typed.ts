"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { type Draft, keepDraft, readDraft } from "./drafts";
import type { Filled } from "./use-sheet";
import { type FieldName, same, type Values, valuesOf } from "./values";

type Typing = {
  /** The field's text, as the task has it. */
  text: string;
  /** What a typed text means, or why it means nothing. */
  read: (text: string) => Promise<Partial<Values> | string> | Partial<Values> | string;
};

/**
 * A field that is typed into: what stands there is kept as a draft from the first letter, saved when the field is left, and let go
 * only once the server has it. Meanwhile nothing that happens elsewhere changes what is typed.
 */
export function useTyped(sheet: Filled, field: FieldName, { text, read }: Typing) {
  const { user, number } = sheet;
  const [typed, setTyped] = useState<Draft | null>(() => readDraft(user, number, field));
  const [isHere, setHere] = useState(false);
  const [isSaving, setSaving] = useState(false);

  function set(draft: Draft | null) {
    setTyped(draft);
    keepDraft(user, number, field, draft);
  }

  function change(to: string) {
    sheet.complain(field);
    sheet.decide(field);
    set({ text: to, base: typed?.base ?? valuesOf(sheet.detail.task) });
  }

  function drop() {
    sheet.complain(field);
    sheet.decide(field);
    set(null);
  }

  /** Enter was pressed in the field. What the person is asked about stands until they have chosen, or written on. */
  async function leave() {
    setHere(false);
    if (!typed || isSaving || sheet.conflicts[field]) return;
    if (typed.text === text) return set(null);
    setSaving(true);
    try {
      const wanted = await read(typed.text);
      if (typeof wanted === "string") return sheet.complain(field, wanted);
      const result = await sheet.save(field, wanted, typed.base);
      const isSettled = result === "saved" || result === "same";
      // What was typed since the field was left is a change of its own.
      if (isSettled && readDraft(user, number, field)?.text === typed.text) set(null);
    } finally {
      setSaving(false);
    }
  }

  /** What was refused as it stands is not asked for again by itself: its buttons would go from under the pointer. */
  function blur() {
    setHere(false);
    if (!sheet.wrongs[field]) void leave();
  }

  const left = useEffectEvent(blur);
  // A sheet that is closed is left too: its fields go without a word.
  useEffect(() => () => left(), []);

  const now = valuesOf(sheet.detail.task)[field];
  const isElsewhere = typed !== null && !isSaving && !same(now, typed.base[field]);
  const isKept = typed !== null && !isHere && !isSaving && !sheet.wrongs[field] && !sheet.conflicts[field];
  return {
    text: typed?.text ?? text,
    typed,
    isHere,
    isElsewhere,
    isKept,
    change,
    drop,
    leave,
    field: { onFocus: () => setHere(true), onBlur: blur },
  };
}

export type TypedField = ReturnType<typeof useTyped>;
