"use client";

import { Archive, ArchiveRestore, CircleCheck, MoreHorizontal, Pencil, Pin, PinOff, Trash2 } from "lucide-react";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { fieldLook } from "@/components/ui/field";
import { Menu, MenuItem } from "@/components/ui/menu";
import { cn } from "@/lib/cn";
import type { Conversation, ConversationPatch } from "@/lib/conversations/schema";

type ConversationItemProps = {
  conversation: Conversation;
  isOpen: boolean;
  change: (patch: ConversationPatch) => void;
  remove: () => void;
};

export function ConversationItem({ conversation, isOpen, change, remove }: ConversationItemProps) {
  const [renaming, setRenaming] = useState(false);
  const title = conversation.title ?? "New chat";
  const isArchived = conversation.status === "ARCHIVED";
  if (renaming) {
    return (
      <Rename
        title={title}
        save={(now) => {
          setRenaming(false);
          if (now && now !== title) change({ title: now });
        }}
      />
    );
  }
  return (
    <li
      className={cn(
        "group flex h-8 items-center rounded-control pr-0.5 pl-2 pointer-coarse:h-11",
        isOpen ? "bg-accent-wash" : "hover:bg-tint",
      )}
    >
      <Link
        href={`/chat/${conversation.id}`}
        aria-current={isOpen ? "page" : undefined}
        className={cn("flex min-w-0 flex-1 items-center gap-2 self-stretch", isOpen ? "font-medium" : "text-soft")}
      >
        <span className="truncate" title={title}>
          {title}
        </span>
        <Dot {...conversation} />
      </Link>
      <Menu
        label={`Options for “${title}”`}
        icon={<MoreHorizontal aria-hidden />}
        className="opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100"
      >
        <MenuItem onClick={() => setRenaming(true)}>
          <Pencil aria-hidden /> Rename
        </MenuItem>
        <MenuItem onClick={() => change({ pinned: !conversation.pinnedAt })}>
          {conversation.pinnedAt ? <PinOff aria-hidden /> : <Pin aria-hidden />}
          {conversation.pinnedAt ? "Unpin" : "Pin"}
        </MenuItem>
        {conversation.status === "ACTIVE" ? (
          <MenuItem onClick={() => change({ status: "INACTIVE" })}>
            <CircleCheck aria-hidden /> End conversation
          </MenuItem>
        ) : null}
        <MenuItem onClick={() => change({ status: isArchived ? "ACTIVE" : "ARCHIVED" })}>
          {isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
          {isArchived ? "Unarchive" : "Archive"}
        </MenuItem>
        <MenuItem onClick={remove} className="text-red [&_svg]:text-red">
          <Trash2 aria-hidden /> Delete
        </MenuItem>
      </Menu>
    </li>
  );
}

/** What a conversation is at, if anything: a reply, or its end. */
function Dot({ activity, status }: Pick<Conversation, "activity" | "status">) {
  const marks = {
    PENDING: ["A reply is being written", "animate-wait bg-accent"],
    PROCESSING: ["A reply is being written", "animate-wait bg-accent"],
    AWAITING_APPROVAL: ["Waits for your yes", "bg-ochre"],
    INACTIVE: ["Ended", "border border-faint"],
    ACTIVE: null,
    ARCHIVED: null,
  } as const;
  const mark = marks[activity ?? status];
  if (!mark) return null;
  const [label, look] = mark;
  return <span role="img" aria-label={label} title={label} className={cn("size-2 shrink-0 rounded-full", look)} />;
}

function Rename({ title, save }: { title: string; save: (title: string | null) => void }) {
  const [text, setText] = useState(title);
  function submit(event?: FormEvent) {
    event?.preventDefault();
    save(text.trim() || null);
  }
  return (
    <li>
      <form onSubmit={submit}>
        <input
          aria-label="Title of the conversation"
          // The person asked to type here by choosing Rename.
          // biome-ignore lint/a11y/noAutofocus: see above
          autoFocus
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={() => submit()}
          onKeyDown={(event) => event.key === "Escape" && save(null)}
          className={cn(fieldLook, "h-8 pointer-coarse:h-11")}
        />
      </form>
    </li>
  );
}
