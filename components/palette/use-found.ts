"use client";

import { useEffect, useState } from "react";
import { ask, sentence } from "@/components/ask";
import type { ConversationPage } from "@/components/sidebar/use-conversations";
import type { TaskPage } from "@/components/tasks/use-tasks";
import type { Conversation } from "@/lib/conversations/schema";
import type { Task } from "@/lib/tasks/schema";

export type Found = { of: string; conversations: Conversation[]; tasks: Task[]; wrong: string | null };

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
          const [{ conversations }, { tasks }] = await Promise.all([
            ask<ConversationPage>(`/api/conversations?${query}`, { signal }),
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

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
