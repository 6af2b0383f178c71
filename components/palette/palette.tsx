"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Pieces } from "@/components/sidebar/found-list";
import { IconButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Keycaps } from "@/components/ui/keycaps";
import { useListbox } from "@/components/ui/use-listbox";
import { cn } from "@/lib/cn";
import type { Piece } from "@/lib/conversations/schema";
import { commandsFor, type Hands } from "./commands";
import { isMac, sayKeys } from "./keys";
import { useFound } from "./use-found";

type Item = {
  key: string;
  group: string;
  name: string;
  excerpt?: Piece[];
  side?: string;
  keys?: string;
  choose: () => void;
};

/** Go anywhere, run any command, find any conversation or task, by typing a few letters. */
export function Palette({ hands, close }: { hands: Hands; close: () => void }) {
  const router = useRouter();
  const [text, setText] = useState("");
  const wanted = text.trim();
  const { found, searching } = useFound(wanted);

  const conversations: Item[] = found.conversations.map(({ id, title, status, at, excerpt }) => ({
    key: id,
    group: excerpt ? "In messages" : found.of ? "Conversations" : "Lately",
    name: title ?? "New chat",
    excerpt,
    side: status === "ARCHIVED" ? "Archived" : undefined,
    choose: () => router.push(`/chat/${id}${at ? `?at=${at}` : ""}`),
  }));
  const items: Item[] = [
    ...commandsFor(wanted, matchMedia("(pointer: coarse)").matches).map(({ name, group, keys, run }) => ({
      key: name,
      group,
      name,
      keys,
      choose: () => run(hands),
    })),
    // What is called by the words comes before what only mentions them.
    ...conversations.filter(({ excerpt }) => !excerpt),
    ...found.tasks.map(({ number, title }) => ({
      key: `#${number}`,
      group: "Tasks",
      name: title,
      side: `#${number}`,
      choose: () => router.push(`/tasks?task=${number}`),
    })),
    ...conversations.filter(({ excerpt }) => excerpt),
  ];
  const groups = [...new Set(items.map(({ group }) => group))];
  const list = useListbox({ count: items.length, anew: wanted, choose: (index) => choose(items[index]) });

  function choose(item: Item | undefined) {
    if (!item) return;
    // First away with the dialog, which gives the focus back; then the command may take it elsewhere.
    close();
    setTimeout(item.choose);
  }

  const isEmpty = items.length === 0 && !searching;
  return (
    <Dialog label="Find or run anything" close={close} className="mt-[10dvh] max-h-[75dvh] max-w-140 overflow-hidden">
      <div className="flex max-h-[75dvh] flex-col">
        <div className="flex shrink-0 items-center border-rule border-b">
          <input
            {...list.field}
            role="combobox"
            aria-expanded={items.length > 0}
            aria-label="Find or run anything"
            autoFocus
            value={text}
            maxLength={200}
            placeholder="Find or run anything"
            onChange={(event) => setText(event.target.value)}
            className="h-12 min-w-0 flex-1 text-ellipsis bg-transparent px-4 text-read outline-none"
          />
          <IconButton label="Close" onClick={close} className="mr-0.5 pointer-fine:hidden">
            <X aria-hidden />
          </IconButton>
        </div>
        <div
          id={list.listId}
          role="listbox"
          aria-label="Results"
          className="min-h-0 flex-1 overflow-y-auto p-1.5 pb-0 after:pointer-events-none after:sticky after:bottom-0 after:block after:h-6 after:bg-linear-to-t after:from-sheet"
        >
          {groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
            <div key={group} role="group" aria-label={group}>
              <p aria-hidden className="label px-2.5 pt-2 pb-1">
                {group}
              </p>
              {items.map((item, index) =>
                item.group === group ? (
                  // The cursor stays in the field, which hears the keys.
                  // biome-ignore lint/a11y/useKeyWithClickEvents: see above
                  // biome-ignore lint/a11y/useFocusableInteractive: see above
                  <div
                    key={item.key}
                    id={list.optionId(index)}
                    role="option"
                    aria-selected={index === list.index}
                    onPointerMove={() => index !== list.index && list.mark(index)}
                    onClick={() => choose(item)}
                    className={cn(
                      "flex min-h-9 scroll-mb-6 cursor-pointer items-center justify-between gap-3 rounded-control px-2.5 py-1 pointer-coarse:min-h-11",
                      index === list.index && "bg-accent-wash",
                    )}
                  >
                    <span className="grid min-w-0">
                      <span className="truncate">{item.name}</span>
                      {item.excerpt ? (
                        <span className="line-clamp-2 text-small text-soft">
                          <Pieces pieces={item.excerpt} />
                        </span>
                      ) : null}
                    </span>
                    {item.side ? <span className="figures shrink-0 text-faint text-small">{item.side}</span> : null}
                    {item.keys ? (
                      <span className="pointer-coarse:hidden">
                        <Keycaps keys={sayKeys(item.keys, isMac())} />
                      </span>
                    ) : null}
                  </div>
                ) : null,
              )}
            </div>
          ))}
        </div>
        <p role="status" className={cn("px-4", found.wrong || isEmpty ? "pb-4 text-soft" : "sr-only")}>
          {found.wrong ?? (isEmpty ? "Nothing found. Other words may help." : searching ? "" : sayCount(items.length))}
        </p>
      </div>
    </Dialog>
  );
}

const sayCount = (count: number) => (count === 1 ? "1 result" : `${count} results`);
