"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { tellArchived } from "@/components/archive";
import { ask, sentence } from "@/components/ask";
import { useLive } from "@/components/live/use-live";
import { toast } from "@/components/ui/toast";
import type { Conversation, ConversationPatch, ConversationStatus } from "@/lib/conversations/schema";
import { ConversationList } from "./conversation-list";
import type { ConversationPage } from "./pages";

export type { ConversationPage } from "./pages";

const nameOf = ({ title }: Pick<Conversation, "title">) => title ?? "New chat";
const done: { [S in ConversationStatus]?: (title: string) => string } = {
  ARCHIVED: (title) => `Archived “${title}”.`,
  INACTIVE: (title) => `Ended “${title}”. Writing in it opens it again.`,
};

/** The id of the conversation that stands beside the sidebar. */
export const useOpenId = (): string | null => /^\/chat\/([^/]+)/.exec(usePathname())?.[1] ?? null;

/** The sidebar's list and what a person does with a conversation in it; each deed can be taken back for a while. */
export function useConversations(first: ConversationPage) {
  const router = useRouter();
  const open = useOpenId();
  // What this tab deleted itself is no news to it.
  const removed = useRef(new Set<string>());
  const hearGone = useEffectEvent((id: string) => {
    if (id !== open || removed.current.has(id)) return;
    toast("This conversation was deleted elsewhere.", {
      action: { label: "Restore", run: () => void restore({ id }) },
    });
  });
  const [list] = useState(() => new ConversationList(first));
  useEffect(
    () =>
      list.tell({
        // The chat beside it goes by the archive too, wherever it was put there.
        changed: ({ id, status }) => tellArchived(id, status === "ARCHIVED"),
        gone: (id) => hearGone(id),
      }),
    [list],
  );
  const state = useSyncExternalStore(list.watch, list.state, list.state);
  useLive(list.hear);

  /** Shows the change at once; the server's answer, or its refusal, has the last word. */
  async function change(conversation: Conversation, patch: ConversationPatch): Promise<void> {
    const { id } = conversation;
    const changing = ask<Conversation>(`/api/conversations/${id}`, { method: "PATCH", body: patch });
    list.foresee(conversation, patch);
    try {
      list.accept(await changing);
    } catch (error) {
      toast(sentence(error), { wrong: true });
      return await list.reread(id);
    }
    const said = patch.status && done[patch.status];
    if (!said) return;
    const run = () => void change({ ...conversation, ...patch }, { status: "ACTIVE" });
    toast(said(nameOf(conversation)), { action: { label: "Undo", run } });
  }

  async function remove(conversation: Conversation): Promise<void> {
    const { id } = conversation;
    const wasOpen = id === open;
    removed.current.add(id);
    list.drop(id);
    if (wasOpen) router.push("/");
    try {
      await ask(`/api/conversations/${id}`, { method: "DELETE" });
      list.drop(id);
      const run = () => void restore(conversation).then((isBack) => isBack && wasOpen && router.push(`/chat/${id}`));
      toast(`Deleted “${nameOf(conversation)}”.`, { action: { label: "Undo", run } });
    } catch (error) {
      removed.current.delete(id);
      toast(sentence(error), { wrong: true });
      await list.reread(id);
    }
  }

  async function restore({ id }: Pick<Conversation, "id">): Promise<boolean> {
    try {
      list.accept(await ask<Conversation>(`/api/conversations/${id}/restore`, { method: "POST" }));
      removed.current.delete(id);
      return true;
    } catch (error) {
      toast(sentence(error), { wrong: true });
      return false;
    }
  }

  return { ...state, show: list.show, showMore: list.showMore, change, remove, restore };
}

export type Conversations = ReturnType<typeof useConversations>;
