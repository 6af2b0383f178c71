"use client";

import {
  Archive,
  ArchiveRestore,
  CircleCheck,
  FileDown,
  FileJson,
  MoreHorizontal,
  Pencil,
  Pin,
  PinOff,
  Trash2,
} from "lucide-react";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { Conversation, ConversationPatch } from "@/lib/conversations/schema";

type ConversationMenuProps = {
  conversation: Conversation;
  rename: () => void;
  change: (patch: ConversationPatch) => void;
  remove: () => void;
};

export function ConversationMenu({ conversation, rename, change, remove }: ConversationMenuProps) {
  const isArchived = conversation.status === "ARCHIVED";
  return (
    <Menu
      label={`Options for “${conversation.title ?? "New chat"}”`}
      icon={<MoreHorizontal aria-hidden />}
      className="absolute right-0.5 opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100"
    >
      <MenuItem onClick={rename}>
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
      <MenuItem onClick={() => download(conversation.id, "markdown")}>
        <FileDown aria-hidden /> Export as Markdown
      </MenuItem>
      <MenuItem onClick={() => download(conversation.id, "json")}>
        <FileJson aria-hidden /> Export as JSON
      </MenuItem>
      <hr className="mx-2.5 my-1 border-rule" />
      <MenuItem onClick={remove} className="text-red [&_svg]:text-red">
        <Trash2 aria-hidden /> Delete
      </MenuItem>
    </Menu>
  );
}

/** The browser saves what comes under the name that the server gives it. */
function download(id: string, format: "markdown" | "json") {
  const link = document.createElement("a");
  link.href = `/api/conversations/${id}/export?format=${format}`;
  link.download = "";
  link.click();
}
