"use client";

import { useEffect, useState } from "react";
import { ask, sentence } from "@/components/ask";
import type { ConversationPage } from "@/components/sidebar/use-conversations";
import type { TaskPage } from "@/components/tasks/use-tasks";
import type { Conversation, FoundPage, Piece } from "@/lib/conversations/schema";
import type { Task } from "@/lib/tasks/schema";

/** `at`: the message in which the words stand. `excerpt`: of that message, when the title doesn't have the words. */
type FoundConversation = Pick<Conversation, "id" | "title" | "status"> & { at?: string; excerpt?: Piece[] };
export type Found = { of: string; conversations: FoundConversation[]; tasks: Task[]; wrong: string | null };

const nothing: Found = { of: "", conversations: [], tasks: [], wrong: null };
const most = 6;

/** The conversations and open tasks in which these words stand; without words, what was talked about last. */
export function useFound(text: string): { found: Found; searching: boolean } {
  const [found, setFound] = useState(nothing);
  const [wasAsked, setAsked] = useState(false);

  useEffect(() => {
    const { signal, abort } = abortable();
    const timer = setTimeout(
      async () => {
        const query = new URLSearchParams({ ...(text && { text }), limit: String(text ? most : 4) });
        try {
          const [conversations, { tasks }] = await Promise.all([
            text ? withWords(query, signal) : lately(query, signal),
            text ? ask<Pick<TaskPage, "tasks">>(`/api/tasks?${query}`, { signal }) : { tasks: [] },
          ]);
          setFound({ of: text, conversations, tasks, wrong: null });
        } catch (error) {
          if (signal.aborted) return;
          setFound({ ...nothing, of: text, wrong: sentence(error) });
        }
        setAsked(true);
      },
      text ? 150 : 0,
    );
    return () => {
      clearTimeout(timer);
      abort();
    };
  }, [text]);

  return { found, searching: found.of !== text || !wasAsked };
}

async function withWords(query: URLSearchParams, signal: AbortSignal): Promise<FoundConversation[]> {
  const { found } = await ask<FoundPage>(`/api/conversations/search?${query}`, { signal });
  return found.map(({ conversation, title, message }) => ({
    ...conversation,
    ...(message && { at: message.id }),
    ...(message && !title.some(({ hit }) => hit) && { excerpt: message.excerpt }),
  }));
}

const lately = async (query: URLSearchParams, signal: AbortSignal): Promise<FoundConversation[]> =>
  (await ask<ConversationPage>(`/api/conversations?${query}`, { signal })).conversations;

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
