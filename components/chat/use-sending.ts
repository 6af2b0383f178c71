"use client";

import { useEffect } from "react";
import { v7 as uuid } from "uuid";
import { usePerson } from "@/components/frame/person";
import { forgetSending, keepSending, readSending } from "./drafts";
import type { ConversationHere } from "./use-conversation";

/**
 * Sends so that a text without an answer, sent again, is the same message, also after a reload: if it did arrive, nothing happens twice.
 * `arrived` is called when a message of which nobody knew turns out to be there; with true when its text still stood in the box.
 */
export function useSending(
  chat: Pick<ConversationHere, "messages" | "busy" | "send">,
  id: string,
  place: string,
  arrived: (wasDraft: boolean) => void,
) {
  const { id: user } = usePerson();
  const { messages, busy } = chat;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is to be done then may change, and is no reason to look
  useEffect(() => {
    const sending = busy ? null : readSending(user, place);
    if (sending && messages.some((message) => message.id === sending.messageId)) arrived(forgetSending(user, place));
  }, [user, place, messages, busy]);

  return async (text: string): Promise<boolean> => {
    const before = readSending(user, place);
    const isSame = before?.text === text && before.conversationId === id;
    const messageId = isSame ? before.messageId : uuid();
    if (!busy) keepSending(user, place, { text, messageId, conversationId: id });
    const sent = await chat.send(text, messageId);
    if (sent) forgetSending(user, place);
    return sent;
  };
}
