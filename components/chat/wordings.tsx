"use client";

import { type ReactNode, useMemo } from "react";
import type { Call } from "@/lib/activity/schema";
import { EarlierWording, staleCalls } from "./earlier-wording";
import { WordingsHere } from "./edits";
import { wordingsOf } from "./merge";
import { callsOf } from "./use-calls";
import type { ConversationHere } from "./use-conversation";

type WordingsProps = {
  chat: Pick<ConversationHere, "messages" | "calls" | "busy" | "take" | "follow" | "refresh">;
  children: ReactNode;
};

/** Knows, for the questions below, what they said before they were edited. */
export function Wordings({ chat, children }: WordingsProps) {
  const { messages, calls, busy, take, follow, refresh } = chat;
  // Without an edit, nothing of this changes while a reply grows.
  const isEdited = messages.some(({ role, replacesId }) => role === "user" && replacesId !== undefined);
  const shown = isEdited ? messages : null;
  const value = useMemo(() => {
    const all = shown ? wordingsOf(shown) : [];
    const actions = {
      take: (call: Call) => take(call),
      decided: ({ replyId }: { replyId: string }) => follow(replyId),
      refresh: () => void refresh(),
    };
    return function earlier(question: string) {
      const wordings = all.filter(({ of }) => of === question);
      if (wordings.length === 0 || !shown) return null;
      const isLast = shown.findLast(({ role }) => role === "user")?.id === question;
      const from = shown.findIndex(({ id }) => id === question);
      const until = shown.findIndex(({ role }, at) => at > from && role === "user");
      const answers = shown.slice(from + 1, until < 0 ? undefined : until);
      const now = answers.flatMap(({ id }) => callsOf(calls, id));
      // What the new reply asks for again is known at its end.
      const stale = isLast && busy ? [] : staleCalls(wordings, now, calls);
      return <EarlierWording wordings={wordings} calls={calls} stale={stale} actions={actions} />;
    };
  }, [shown, calls, busy, take, follow, refresh]);
  return <WordingsHere value={value}>{children}</WordingsHere>;
}
