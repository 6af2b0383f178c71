"use client";

import { type FormEvent, type KeyboardEvent, use, useEffect, useRef, useState } from "react";
import { usePerson } from "@/components/frame/person";
import { Button } from "@/components/ui/button";
import { cn } from "@/lib/cn";
import { editOf, keepDraft, readDraft } from "./drafts";
import { EditsHere } from "./edits";
import { isSendKey } from "./send-key";
import { chatStrings, messageLimit, tooLong } from "./strings";
import { useGrowing } from "./use-growing";

/** A question while it is written anew, in its own place. What stands here survives a reload and a refusal. */
export function QuestionEditor({ id, text }: { id: string; text: string }) {
  const { id: user } = usePerson();
  const { editable, cancel, save } = use(EditsHere);
  const [now, setNow] = useState(() => readDraft(user, editOf(id)) || text);
  const box = useRef<HTMLTextAreaElement>(null);
  const left = messageLimit - now.trim().length;
  useGrowing(box, now);

  useEffect(() => {
    box.current?.focus();
    box.current?.setSelectionRange(box.current.value.length, box.current.value.length);
  }, []);

  function change(written: string) {
    setNow(written);
    keepDraft(user, editOf(id), written);
  }

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (now.trim() && left >= 0 && editable === id) save(id, now.trim());
  }

  function key(event: KeyboardEvent) {
    if (event.key === "Escape" && !event.nativeEvent.isComposing) {
      event.stopPropagation();
      cancel();
    }
    if (!isSendKey(event)) return;
    event.preventDefault();
    submit();
  }

  return (
    <div className="py-1">
      <form onSubmit={submit} className="rounded-panel border border-accent bg-well" aria-label="Edit your message">
        <textarea
          ref={box}
          aria-label="New wording"
          aria-describedby={`edit-${id}`}
          rows={1}
          value={now}
          onChange={(event) => change(event.target.value)}
          onKeyDown={key}
          className="field-sizing-content block max-h-[40dvh] min-h-11 w-full resize-none bg-transparent px-3 pt-2 pb-1 text-read outline-none"
        />
        <div className="flex flex-wrap items-center justify-end gap-2 px-2 pb-2">
          <p id={`edit-${id}`} className={cn("mr-auto px-1 text-small", left < 0 ? "text-red" : "text-faint")}>
            {left < 0 ? tooLong(-left) : editable === id ? chatStrings.editHint : chatStrings.editWaits}
          </p>
          <Button size="small" kind="quiet" className="pointer-coarse:h-11" onClick={cancel}>
            Cancel
          </Button>
          <Button
            type="submit"
            size="small"
            kind="primary"
            className="pointer-coarse:h-11"
            disabled={!now.trim() || left < 0 || editable !== id}
          >
            {chatStrings.saveEdit}
          </Button>
        </div>
      </form>
    </div>
  );
}
