"use client";

import { ArrowUp, ListPlus, Square } from "lucide-react";
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { usePerson } from "@/components/frame/person";
import { keepDraft, readDraft } from "./drafts";
import { below, onceUncovered, usePutIntoComposer } from "./put-into-composer";
import { isSendKey } from "./send-key";
import { messageLimit, tooLong } from "./strings";
import { useGrowing } from "./use-growing";

/** Text put into the box from outside, e.g. a starter, or `above` what stands there, or only the focus; a new object each time. */
export type Given = { text?: string; above?: string };

type ComposerProps = {
  /** Names the draft: the conversation, or "new". */
  draft: string;
  send: (text: string) => Promise<boolean>;
  /** While a reply runs: what is sent then waits for its end. */
  stop: (() => void) | null;
  /** The arrow up in an empty box: what was written last, to be written anew. */
  recall: () => void;
  given: Given | null;
  children?: ReactNode;
};

/** Where the message is written. What stands here leaves only when the server has it. */
export function Composer({ draft, send, stop, recall, given, children }: ComposerProps) {
  const { id: user } = usePerson();
  const [text, setText] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  /** What stands in the box, for what was begun before it was typed. */
  const latest = useRef("");
  const drawn = useRef(draft);
  const starter = useRef<string>(undefined);
  const left = messageLimit - text.trim().length;
  useGrowing(box, text);

  useLayoutEffect(() => {
    // What was typed before React took the page over is not lost; the first render after hydration would empty the box.
    if (drawn.current === draft) latest.current ||= box.current?.value || readDraft(user, draft);
    // A new conversation has got its address: what was typed meanwhile goes along, and what is being sent does not come back.
    else if (latest.current) {
      keepDraft(user, drawn.current, "");
      keepDraft(user, draft, latest.current);
    }
    drawn.current = draft;
    setText(latest.current);
    focusWithMouse(box.current);
  }, [user, draft]);

  useEffect(() => {
    if (!given) return;
    if (given.text || given.above) box.current?.focus();
    else focusWithMouse(box.current);
    put(given);
  }, [given]);

  const put = useEffectEvent(({ text: whole, above }: Given) => {
    if (above !== undefined) change(latest.current.trim() ? `${above}\n${latest.current}` : above);
    else if (whole === "") show("");
    // A starter takes another one's place, but never that of what was typed.
    else if (whole !== undefined)
      change(latest.current.trim() && latest.current !== starter.current ? `${latest.current}\n${whole}` : whole);
    starter.current = whole;
  });

  usePutIntoComposer((text) => {
    change(below(latest.current, text));
    onceUncovered(() => box.current?.focus());
  });

  function show(now: string) {
    latest.current = now;
    setText(now);
  }

  function change(now: string) {
    show(now);
    keepDraft(user, draft, now);
  }

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    const written = text.trim();
    if (!written || left < 0) return void box.current?.focus();
    show("");
    if (await send(written)) return;
    const since = latest.current.trim() === written ? "" : latest.current;
    change(since ? `${text}\n${since}` : text);
  }

  function key(event: KeyboardEvent) {
    if (event.key === "ArrowUp" && !text) {
      event.preventDefault();
      recall();
    }
    if (!isSendKey(event)) return;
    event.preventDefault();
    void submit();
  }

  return (
    <form
      onSubmit={submit}
      className="rounded-panel border border-edge bg-well shadow-pop transition-colors focus-within:border-accent"
    >
      <textarea
        ref={box}
        aria-label="Message"
        aria-describedby={left < 500 ? "message-left" : undefined}
        rows={1}
        value={text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={key}
        placeholder="Write what is to be done…"
        className="field-sizing-content block max-h-[40dvh] min-h-11 w-full resize-none bg-transparent px-3.5 pt-2.5 pb-1 text-read outline-none"
      />
      {left < 0 ? (
        <p id="message-left" role="alert" className="px-3.5 py-1 text-red text-small">
          {tooLong(-left)}
        </p>
      ) : null}
      <div className="flex items-center gap-2 px-2 pb-2">
        <div className="flex min-w-0 flex-1 items-center gap-2">{children}</div>
        {left >= 0 && left < 500 ? (
          <p id="message-left" className="figures text-faint text-small">
            {left} left
          </p>
        ) : null}
        {stop ? (
          <button
            type="button"
            onClick={stop}
            className="inline-flex h-9 items-center gap-2 rounded-control border border-edge px-3 font-medium hover:bg-tint pointer-coarse:h-11"
          >
            <Square aria-hidden className="size-3 fill-current" />
            Stop
          </button>
        ) : null}
        <button
          type="submit"
          aria-label={stop ? "Queue" : "Send"}
          title={stop ? "Queue: goes out when the reply is done (Enter)" : "Send (Enter)"}
          disabled={!text.trim()}
          className="inline-grid size-9 place-items-center rounded-control bg-accent text-on-accent transition-colors hover:bg-accent-deep disabled:bg-tint disabled:text-faint pointer-coarse:size-11"
        >
          {stop ? <ListPlus aria-hidden className="size-4.5" /> : <ArrowUp aria-hidden className="size-4.5" />}
        </button>
      </div>
    </form>
  );
}

/** A phone's keyboard should not jump up unasked; a mouse means that there is a real one. */
function focusWithMouse(box: HTMLTextAreaElement | null) {
  if (matchMedia("(pointer: fine)").matches) box?.focus();
}
