"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { setArchived } from "@/components/archive";
import { ask, sentence } from "@/components/ask";
import { useLive } from "@/components/live/use-live";
import { toast } from "@/components/ui/toast";
import type { Conversation, ConversationPatch, ConversationStatus } from "@/lib/conversations/schema";

export type ConversationPage = { conversations: Conversation[]; nextCursor: string | null };
export type Search = { text: string; archived: boolean };

const pageSize = 30;

/** The sidebar's list: as far as it was unrolled, found by text or archived if asked, kept fresh by live events. */
export function useConversations(first: ConversationPage) {
  const [page, setPage] = useState(first);
  const [search, show] = useState<Search>({ text: "", archived: false });
  // What is looked for now, for what was begun before: a refresh that waited must not bring back an older list.
  const wanted = useRef(search);
  const shown = useRef(pageSize);
  const latest = useRef(0);

  const read = useCallback(async ({ text, archived }: Search, cursor?: string | null) => {
    latest.current += 1;
    const turn = latest.current;
    const query = new URLSearchParams({ limit: String(cursor ? pageSize : Math.min(100, shown.current)) });
    if (text) query.set("text", text);
    if (archived) query.set("archived", "true");
    if (cursor) query.set("cursor", cursor);
    const answer = await ask<ConversationPage>(`/api/conversations?${query}`).catch((error) => {
      // What is shown is not what was searched for; a list that could not be refreshed is refreshed by the next event.
      if (text && turn === latest.current) toast(sentence(error), { wrong: true });
      return null;
    });
    // A slower answer to an older question must not overwrite a newer one.
    if (!answer || turn !== latest.current) return;
    setPage((now) => ({
      conversations: cursor ? [...now.conversations, ...answer.conversations] : answer.conversations,
      nextCursor: answer.nextCursor,
    }));
  }, []);

  const soon = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive((event) => {
    const matters = event.type === "conversation" || event.type === "reconnected";
    if (!matters && !(event.type === "reply" && event.state !== "log")) return;
    clearTimeout(soon.current);
    soon.current = setTimeout(() => void read(wanted.current), 120);
  });

  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const timer = setTimeout(() => void read(search), search.text ? 200 : 0);
    return () => clearTimeout(timer);
  }, [search, read]);

  function setSearch(now: Search) {
    wanted.current = now;
    show(now);
  }

  async function showMore() {
    shown.current += pageSize;
    await read(search, page.nextCursor);
  }

  /** Shows the change at once; the server's answer, or its refusal, has the last word. */
  async function change({ id, title }: Conversation, patch: ConversationPatch) {
    setPage((now) => ({
      ...now,
      conversations: now.conversations.map((one) => (one.id === id ? patched(one, patch) : one)),
    }));
    try {
      if (!patch.status) await ask(`/api/conversations/${id}`, { method: "PATCH", body: patch });
      else await setStatus(id, patch.status);
      const said = patch.status && done[patch.status];
      if (said) {
        const back = () =>
          setStatus(id, "ACTIVE").then(
            () => read(wanted.current),
            (error) => toast(sentence(error), { wrong: true }),
          );
        toast(said(title ?? "New chat"), { action: { label: "Undo", run: () => void back() } });
      }
    } catch (error) {
      toast(sentence(error), { wrong: true });
    }
    await read(wanted.current);
  }

  async function remove(conversation: Conversation) {
    setPage((now) => ({ ...now, conversations: now.conversations.filter(({ id }) => id !== conversation.id) }));
    try {
      await ask(`/api/conversations/${conversation.id}`, { method: "DELETE" });
      toast(`Deleted “${conversation.title ?? "New chat"}”.`, {
        action: {
          label: "Undo",
          run: () =>
            ask(`/api/conversations/${conversation.id}/restore`, { method: "POST" }).then(
              () => read(wanted.current),
              (error) => toast(sentence(error), { wrong: true }),
            ),
        },
      });
    } catch (error) {
      toast(sentence(error), { wrong: true });
      await read(wanted.current);
    }
  }

  return { ...page, search, setSearch, showMore, change, remove };
}

const done: { [S in ConversationStatus]?: (title: string) => string } = {
  ARCHIVED: (title) => `Archived “${title}”.`,
  INACTIVE: (title) => `Ended “${title}”. Writing in it opens it again.`,
};

/** In and out of the archive, the chat that shows the conversation has to hear of it. */
const setStatus = async (id: string, status: ConversationStatus): Promise<void> =>
  status === "INACTIVE"
    ? void (await ask(`/api/conversations/${id}`, { method: "PATCH", body: { status } }))
    : setArchived(id, status === "ARCHIVED");

function patched(conversation: Conversation, { title, pinned, status }: ConversationPatch): Conversation {
  const pinnedAt = pinned === undefined ? conversation.pinnedAt : pinned ? new Date().toISOString() : null;
  return { ...conversation, title: title ?? conversation.title, pinnedAt, status: status ?? conversation.status };
}
