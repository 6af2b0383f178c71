"use client";

import { useState } from "react";
import { usePerson } from "@/components/frame/person";
import type { Conversation } from "@/lib/conversations/schema";
import { Chunk } from "./chunk";
import { ConversationItem } from "./conversation-item";
import { DeletedItem, keptDays } from "./deleted-item";
import { grouped, stretches } from "./groups";
import { More } from "./more";
import type { View } from "./pages";
import type { Conversations } from "./use-conversations";

type ConversationListsProps = { list: Conversations; open: string | null; unread: ReadonlySet<string> };

const empty: { [V in View]: string } = {
  current: "Nothing here yet. What you write to Docket stands here afterwards.",
  archived: "Nothing is archived. Archive a conversation in its menu to keep it out of the way.",
  deleted: `Nothing was deleted. A deleted conversation can be restored from here for ${keptDays} days.`,
};

/** One view of the sidebar: the conversations in use under their days, or those put away. */
export function ConversationLists({ list, open, unread }: ConversationListsProps) {
  const here = usePerson();
  const [renaming, setRenaming] = useState<string | null>(null);
  const { view, conversations, underWay } = list;

  const item = (conversation: Conversation) => (
    <ConversationItem
      key={conversation.id}
      conversation={conversation}
      state={{
        isOpen: conversation.id === open,
        isUnread: unread.has(conversation.id),
        isRenaming: conversation.id === renaming,
      }}
      deeds={{ change: list.change, remove: list.remove, setRenaming }}
    />
  );
  const put = (conversation: Conversation) => (
    <DeletedItem
      key={conversation.id}
      conversation={conversation}
      here={here}
      restore={() => void list.restore(conversation)}
    />
  );

  const shown = new Set(conversations.map(({ id }) => id));
  const furtherDown = view === "current" ? underWay.filter(({ id }) => !shown.has(id)) : [];
  const groups =
    view === "current"
      ? [{ name: "Under way", conversations: furtherDown }, ...grouped(conversations, here)]
      : [{ name: view === "archived" ? "Archived" : "Deleted", conversations }];
  return (
    <>
      {stretches(groups).map(({ key, name, heading, conversations: some }, at, all) => (
        <div key={key} className={all[at + 1]?.heading === null ? "" : "pb-3"}>
          {heading && view === "current" ? <h2 className="label px-2 pb-1">{heading}</h2> : null}
          <Chunk label={name}>{some.map(view === "deleted" ? put : item)}</Chunk>
        </div>
      ))}
      {conversations.length === 0 && !list.isLoading ? (
        <p className="px-2 text-faint text-small">{empty[view]}</p>
      ) : null}
      {list.nextCursor ? <More show={list.showMore} /> : null}
    </>
  );
}
