"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { ask } from "@/components/ask";
import { useListbox } from "@/components/ui/use-listbox";
import { cn } from "@/lib/cn";
import { FieldFoot } from "./field-foot";
import { Row } from "./row";
import { TagList } from "./tag-list";
import type { Filled } from "./use-sheet";

type Known = { tags?: { tag: string; open: number }[] };

/** Tags as chips; what is typed is one when the space comes, and those that are known are offered. */
export function TagsField({ sheet }: { sheet: Filled }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [isHere, setHere] = useState(false);
  const [known, setKnown] = useState<string[] | null>(null);
  const { tags } = sheet.shown;
  const isLocked = sheet.detail.task.deletedAt !== null;
  const found = isHere && known ? offered(known, tags, text) : [];
  const list = useListbox({ count: found.length, first: -1, anew: text, choose: (at) => add(found[at] ?? "") });

  function learn() {
    setHere(true);
    if (known) return;
    const read = ({ tags = [] }: Known) => setKnown(tags.map(({ tag }) => tag));
    // Without them a tag is typed whole.
    ask<Known>("/api/tasks?view=all&limit=1").then(read, () => {});
  }

  function set(now: string[]) {
    void sheet.save("tags", { tags: now });
  }

  function add(typed: string) {
    setText("");
    list.unmark();
    const fresh = typed.split(/[\s,]+/).flatMap((tag) => tag.replace(/^#+/, "") || []);
    const lower = new Set(tags.map((tag) => tag.toLowerCase()));
    const added = fresh.filter((tag) => !lower.has(tag.toLowerCase()));
    if (added.length > 0) set([...tags, ...added]);
  }

  function remove(tag: string) {
    set(tags.filter((one) => one !== tag));
    field.current?.focus();
  }

  function key(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape" && found.length > 0) {
      // The list first, the sheet with the next one.
      event.preventDefault();
      return setHere(false);
    }
    const last = tags.at(-1);
    if (event.key === "Backspace" && !text && last) return remove(last);
    const isEnd = event.key === "Enter" ? list.index < 0 : event.key === " " || event.key === ",";
    if (isEnd && (text || event.key !== "Enter")) {
      event.preventDefault();
      return add(text);
    }
    list.field.onKeyDown(event);
  }

  return (
    <Row label="Tags" id={`${id}-name`}>
      <div className="relative">
        <ul aria-labelledby={`${id}-name`} className={cn("flex flex-wrap gap-1", tags.length > 0 && "pt-1 pb-1.5")}>
          {tags.map((tag) => (
            <li key={tag} className="flex items-center rounded-slip bg-accent-wash pl-1.5 text-accent text-small">
              <span className="wrap-anywhere">#{tag}</span>
              <button
                type="button"
                disabled={isLocked}
                aria-label={`Remove the tag ${tag}`}
                onClick={() => remove(tag)}
                className="grid size-6 place-items-center rounded-slip hover:bg-rule pointer-coarse:size-11"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
        <input
          {...list.field}
          ref={field}
          id={`${id}-add`}
          role="combobox"
          aria-expanded={found.length > 0}
          aria-invalid={Boolean(sheet.wrongs.tags)}
          aria-describedby={sheet.wrongs.tags ? id : undefined}
          aria-label="Add a tag"
          readOnly={isLocked}
          spellCheck={false}
          autoCapitalize="none"
          maxLength={60}
          placeholder={tags.length > 0 ? "Add another…" : "home, shopping…"}
          value={text}
          onFocus={learn}
          onBlur={() => {
            setHere(false);
            add(text);
          }}
          onChange={(event) => {
            setHere(true);
            setText(event.target.value);
          }}
          onKeyDown={key}
          className="h-8 w-full rounded-control border border-edge bg-well px-2.5 text-base hover:border-soft focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 aria-invalid:border-red pointer-coarse:h-11"
        />
        <TagList list={list} found={found} add={add} />
      </div>
      <FieldFoot id={id} sheet={sheet} field="tags" />
    </Row>
  );
}

function offered(known: string[], tags: string[], text: string): string[] {
  const typed = text.replace(/^#+/, "").toLowerCase();
  const taken = new Set(tags.map((tag) => tag.toLowerCase()));
  return known.filter((tag) => !taken.has(tag.toLowerCase()) && tag.toLowerCase().startsWith(typed)).slice(0, 8);
}
