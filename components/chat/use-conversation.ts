"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { usePerson } from "@/components/frame/person";
import { useLive } from "@/components/live/use-live";
import { LiveConversation, type Page } from "./live-conversation";
import { useCalls } from "./use-calls";

/** One conversation: its messages, the reply that runs, and the record of its calls. */
export function useConversation(id: string, first: Page, model: string | undefined) {
  const { timeZone } = usePerson();
  const { calls, take } = useCalls(first.calls);
  const [live] = useState(() => new LiveConversation(id, first, take));
  const state = useSyncExternalStore(live.watch, live.state, live.state);
  useEffect(() => live.willSay({ timeZone, ...(model && { model }) }), [live, timeZone, model]);
  useEffect(() => live.enter(), [live]);
  useLive(live.hear);
  const { send, again, follow, refresh, showOlder, stop, setWrong } = live;
  return { ...state, calls, take, send, again, follow, refresh, showOlder, stop, setWrong };
}

export type ConversationHere = ReturnType<typeof useConversation>;
