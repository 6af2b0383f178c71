"use client";

import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { v7 as uuid } from "uuid";
import { usePerson } from "@/components/frame/person";
import { editOf, keepDraft, readDraft } from "./drafts";
import type { Edits } from "./edits";
import { chatStrings } from "./strings";
import { textOf } from "./to-chat";
import type { ConversationHere } from "./use-conversation";

type Around = {
  /** Something may be written here. */
  canWrite: boolean;
  sent: () => void;
  /** The editor is gone: the next thing to do is to write. `text` is what nobody could send any more. */
  closed: (text?: string) => void;
};

/** Which question is being edited, also after a reload, and how it is sent in the place of the old one. */
export function useEdits(chat: ConversationHere, { canWrite, sent, closed }: Around): Edits {
  const { id: user } = usePerson();
  const { messages, busy } = chat;
  const [open, setOpen] = useState<string | null>(null);
  /** What was saved without an answer: the same wish again is the same message. */
  const unanswered = useRef({ wish: "", id: "" });
  const newest = messages.findLast(({ role }) => role === "user");
  const editable = canWrite && !busy ? (newest?.id ?? null) : null;

  const begun = useEffectEvent(() => {
    if (newest && canWrite && readDraft(user, editOf(newest.id))) setOpen(newest.id);
  });
  useEffect(() => begun(), []);

  // It was replaced after all: by this edit, whose answer was lost, or from elsewhere.
  const gone = open !== null && messages.find(({ replacesId, role }) => role === "user" && replacesId === open);
  const leave = useEffectEvent(() => {
    if (!gone || busy || open === null) return;
    const text = readDraft(user, editOf(open));
    keepDraft(user, editOf(open), "");
    setOpen(null);
    chat.setWrong(null);
    if (text && text.trim() !== textOf(gone)) closed(text);
  });
  useEffect(() => {
    if (gone && !busy) leave();
  }, [gone, busy]);

  async function save(id: string, text: string) {
    const wish = `${id} ${text}`;
    if (unanswered.current.wish !== wish) unanswered.current = { wish, id: uuid() };
    keepDraft(user, editOf(id), text);
    sent();
    const refusal = await chat.send({ id: unanswered.current.id, text, replacesId: id });
    if (refusal) return chat.setWrong(refusal.is === "unanswered" ? chatStrings.editNotSent : refusal.why);
    keepDraft(user, editOf(id), "");
    setOpen(null);
    closed();
  }

  function cancel() {
    if (open) keepDraft(user, editOf(open), "");
    setOpen(null);
    chat.setWrong(null);
    closed();
  }

  const latest = useRef({ save, cancel });
  useEffect(() => {
    latest.current = { save, cancel };
  });
  return useMemo(
    () => ({
      editable,
      open,
      start: setOpen,
      cancel: () => latest.current.cancel(),
      save: (id, text) => void latest.current.save(id, text),
    }),
    [editable, open],
  );
}
