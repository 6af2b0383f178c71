"use client";

import Link from "next/link";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { cn } from "@/lib/cn";
import type { Conversation, ConversationPatch } from "@/lib/conversations/schema";
import { ConversationMenu } from "./conversation-menu";
import { Marks } from "./marks";
import { Rename } from "./rename";
import { leaveRow } from "./walk";

/** What the list knows of a row beside its conversation. */
export type RowState = { isOpen: boolean; isUnread: boolean; isRenaming: boolean };
export type RowDeeds = {
  change: (conversation: Conversation, patch: ConversationPatch) => Promise<void>;
  remove: (conversation: Conversation) => Promise<void>;
  setRenaming: (id: string | null) => void;
};

type ConversationItemProps = { conversation: Conversation; state: RowState; deeds: RowDeeds };

export function ConversationItem({ conversation, state, deeds }: ConversationItemProps) {
  const { id } = conversation;
  const { isOpen, isUnread, isRenaming } = state;
  const title = conversation.title ?? "New chat";
  const row = useRef<HTMLLIElement>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const returns = useRef(false);
  // Asked for ahead one by one: a list that is scrolled through would ask for all that pass by, before its own next page.
  const [isNear, setNear] = useState(false);

  useEffect(() => {
    if (!isRenaming && returns.current) link.current?.focus();
    returns.current = false;
  }, [isRenaming]);

  function remove() {
    leaveRow(row.current);
    void deeds.remove(conversation);
  }

  function press(event: KeyboardEvent) {
    if (event.key === "F2") deeds.setRenaming(id);
    else if (event.key === "Delete") remove();
    else return;
    event.preventDefault();
  }

  if (isRenaming) {
    return (
      <li ref={row}>
        <Rename
          title={title}
          end={(now, byKey) => {
            returns.current = byKey;
            deeds.setRenaming(null);
            if (now) void deeds.change(conversation, { title: now });
          }}
        />
      </li>
    );
  }
  return (
    <li
      ref={row}
      className={cn(
        "group relative flex h-8 items-center rounded-control px-2 pointer-coarse:h-11",
        isOpen ? "bg-accent-wash" : "hover:bg-tint",
      )}
    >
      <Link
        ref={link}
        href={`/chat/${id}`}
        data-row
        prefetch={isNear ? null : false}
        onPointerEnter={() => setNear(true)}
        onFocus={() => setNear(true)}
        aria-current={isOpen ? "page" : undefined}
        aria-keyshortcuts="F2 Delete"
        onKeyDown={press}
        className={cn(
          // The button of the menu stands over the end of the row, so the title gives way to it when it shows.
          "flex min-w-0 flex-1 items-center gap-2 self-stretch group-focus-within:pr-6 group-hover:pr-6 pointer-coarse:pr-9",
          isOpen ? "font-medium" : isUnread ? "font-semibold" : "text-soft",
        )}
      >
        <span className="truncate" title={title}>
          {title}
        </span>
        <Marks conversation={conversation} isUnread={isUnread} />
      </Link>
      <ConversationMenu
        conversation={conversation}
        rename={() => deeds.setRenaming(id)}
        change={(patch) => void deeds.change(conversation, patch)}
        remove={remove}
      />
    </li>
  );
}
