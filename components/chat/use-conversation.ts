"use client";

import { useChat } from "@ai-sdk/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { v7 as uuid } from "uuid";
import { ask, Refused } from "@/components/ask";
import { usePerson } from "@/components/frame/person";
import { useLive } from "@/components/live/use-live";
import type { Call } from "@/lib/activity/schema";
import type { ChatMessage } from "@/lib/assistant/schema";
import type { StoredMessage } from "@/lib/conversations/schema";
import { chatStrings } from "./strings";
import { isRunning, toChat } from "./to-chat";
import { ReplyTransport } from "./transport";
import { useCalls } from "./use-calls";

export type Page = { messages: StoredMessage[]; calls: Call[]; more: boolean };

/** One conversation: its messages, the reply that runs, and the record of its calls. */
export function useConversation(id: string, first: Page, model: string | undefined) {
  const { timeZone } = usePerson();
  const [reconnecting, setReconnecting] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [more, setMore] = useState(first.more);
  const { calls, take } = useCalls(first.calls);
  const sending = useRef({ timeZone, model });
  const answered = useRef<(refused: Refused | null) => void>(() => {});
  /** Resolves when the server has taken or refused the last message: only then is it known which reply runs. */
  const answer = useRef<Promise<Refused | null>>(Promise.resolve(null));
  const failed = useRef<{ id: string; text: string } | null>(null);
  const oldest = useRef(first.messages[0]?.seq);

  const [transport] = useState(
    () =>
      new ReplyTransport({
        conversationId: id,
        sending: () => sending.current,
        onAnswer: (refused) => answered.current(refused),
        onReconnecting: setReconnecting,
      }),
  );

  const chat = useChat<ChatMessage>({
    id,
    messages: first.messages.map(toChat),
    transport,
    throttle: 50,
    generateId: uuid,
    onData: (part) => {
      if (part.type === "data-call") take(part.data);
    },
    onError: (error) => {
      setReconnecting(false);
      if (error instanceof Refused) setWrong(error.message);
    },
    // A reply that broke off is read again: what the stream said may have run ahead of what was stored.
    onFinish: ({ message, isAbort, isError }) => {
      if (!isAbort && message.role === "assistant" && (isError || message.metadata?.error)) void refresh();
    },
  });
  const { setMessages, sendMessage, resumeStream, clearError } = chat;
  const busy = chat.status === "submitted" || chat.status === "streaming";
  const busyNow = useRef(busy);
  useEffect(() => {
    busyNow.current = busy;
    sending.current = { timeZone, model };
  });

  const follow = useCallback(
    (replyId: string) => {
      transport.replyId = replyId;
      return resumeStream();
    },
    [transport, resumeStream],
  );

  /** Reads the newest page from the server and, if a reply runs there, goes on with it. */
  const refresh = useCallback(async () => {
    const page = await ask<Page>(`/api/conversations/${id}/messages`).catch(() => null);
    if (!page || busyNow.current) return;
    take(...page.calls);
    setMessages((now) => merged(now, page.messages.map(toChat)));
    clearError();
    const last = page.messages.at(-1);
    if (last && isRunning(last.status)) void follow(last.id);
  }, [id, take, setMessages, clearError, follow]);

  const running = first.messages.findLast(({ status }) => isRunning(status))?.id;
  useEffect(() => {
    if (running) void follow(running);
  }, [running, follow]);

  useLive((event) => {
    if (busyNow.current) return;
    if (event.type === "reconnected" && chat.messages.length > 0) void refresh();
    if (event.type !== "reply" || event.conversationId !== id) return;
    if (event.state === "log" || event.state === "stop") return;
    const shown = chat.messages.find((message) => message.id === event.messageId);
    if (event.state === "started" || !shown || isRunning(shown.metadata?.status)) void refresh();
  });

  /** True once the server has the message; false leaves the text with the person, and `wrong` says why. */
  async function send(text: string): Promise<boolean> {
    setWrong(null);
    if (busyNow.current) {
      setWrong(chatStrings.busy);
      return false;
    }
    // The same text again goes under the same id: if the first try did arrive, nothing happens twice.
    const messageId = failed.current?.text === text ? failed.current.id : uuid();
    answer.current = new Promise<Refused | null>((resolve) => {
      answered.current = resolve;
    });
    void sendMessage({ id: messageId, role: "user", parts: [{ type: "text", text }] });
    const refused = await answer.current;
    failed.current = refused ? { id: messageId, text } : null;
    if (!refused) return true;
    setMessages((now) => now.filter((message) => message.id !== messageId));
    if (refused.status === 409) setTimeout(refresh);
    return false;
  }

  async function showOlder() {
    const page = await ask<Page>(`/api/conversations/${id}/messages?before=${oldest.current}`);
    oldest.current = page.messages[0]?.seq ?? oldest.current;
    take(...page.calls);
    setMessages((now) => [...page.messages.map(toChat), ...now]);
    setMore(page.more);
  }

  async function stop() {
    const refused = await answer.current;
    const reply = transport.replyId;
    if (!refused && reply) await ask(`/api/chat/${id}/stop`, { method: "POST", body: { reply } });
  }

  return {
    messages: chat.messages,
    calls,
    take,
    more,
    busy,
    reconnecting,
    wrong,
    setWrong,
    send,
    showOlder,
    follow,
    refresh,
    stop,
  };
}

export type ConversationState = ReturnType<typeof useConversation>;

/** The server's page over what is shown: older messages stay, the page's own are the truth. */
function merged(now: ChatMessage[], page: ChatMessage[]): ChatMessage[] {
  const from = now.findIndex((message) => message.id === page[0]?.id);
  return from > 0 ? [...now.slice(0, from), ...page] : page;
}
