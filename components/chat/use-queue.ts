"use client";

import { useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from "react";
import { v7 as uuid } from "uuid";
import { ask, Refused } from "@/components/ask";
import { usePerson } from "@/components/frame/person";
import { useLive } from "@/components/live/use-live";
import { dateIn } from "@/lib/dates";
import { forgetSending, keepDraft, keepSending, readDraft, readSending } from "./drafts";
import { type Hold, holdAfter, isFree } from "./hold";
import { watchKept } from "./kept";
import { dequeue, enqueue, type Queued, queueFrom, queueText } from "./queue";
import { onSign } from "./signs";
import type { ConversationHere } from "./use-conversation";
import { useOnline } from "./use-online";

/** Milliseconds until a message that got no answer is sent again, unless something says before that the line is there. */
const waits = [1_000, 2_000, 5_000, 15_000, 30_000];

type Failures = { count: number; isPause: boolean; isUnanswered: boolean };
const none: Failures = { count: 0, isPause: false, isUnanswered: false };
const resumed = (now: Failures): Failures => (now.isPause ? { ...now, isPause: false } : now);

type Place = {
  id: string;
  /** Names the draft: the conversation, or "new". */
  place: string;
  archived: boolean;
  /** The server has a message; true when its text still stood in the box. */
  taken: (wasDraft: boolean) => void;
};

/**
 * What is sent, at once or when it may. A text without an answer, sent again, is the same message, also after a reload or from another
 * tab: if it did arrive, nothing happens twice.
 */
export function useQueue(
  chat: Pick<ConversationHere, "messages" | "busy" | "send" | "setWrong">,
  { id, place, archived, taken }: Place,
) {
  const { id: user, email, timeZone, today } = usePerson();
  const { messages, busy } = chat;
  const online = useOnline();
  const text = useSyncExternalStore(
    watchKept,
    () => queueText(user, id),
    () => "[]",
  );
  const items = useMemo(() => queueFrom(text), [text]);
  const [going, setGoing] = useState<string | null>(null);
  const [failures, setFailures] = useState(none);
  const [refused, setRefused] = useState<{ id: string; why: string } | null>(null);

  const [head] = items;
  const last = messages.at(-1);
  const isOld = head !== undefined && dateIn(timeZone, head.at) !== today;
  const held: Hold | null = head && refused?.id === head.id ? "refused" : (holdAfter(last) ?? (isOld ? "old" : null));
  const isReady = !busy && !archived && online && going === null && !failures.isPause && isFree(last);
  const next = head && isReady && held === null ? head.id : null;

  async function go({ id: messageId, text: written }: Queued) {
    setGoing(messageId);
    setRefused(null);
    try {
      // Someone else may have signed in here meanwhile: nothing is ever sent in another person's name.
      const me = await ask<{ email: string }>("/api/me");
      if (me.email !== email) return location.reload();
      const refusal = await chat.send({ id: messageId, text: written, isQuiet: true });
      if (!refusal) return arrived(messageId);
      if (refusal.is === "refused") setRefused({ id: messageId, why: refusal.why });
      else fail(refusal.is === "unanswered");
    } catch (error) {
      fail(error instanceof Refused && error.status === 0);
    } finally {
      setGoing(null);
    }
  }

  function arrived(messageId: string) {
    dequeue(user, id, messageId);
    setFailures(none);
    if (place === "new") forgetSending(user, "new");
    taken(false);
  }

  const fail = (isUnanswered: boolean) =>
    setFailures(({ count }) => ({ count: count + 1, isPause: true, isUnanswered }));

  const goNow = useEffectEvent(() => {
    const item = items.find((one) => one.id === next);
    if (item) void go(item);
  });
  useEffect(() => {
    if (next !== null) goNow();
  }, [next]);

  useEffect(() => {
    if (!failures.isPause) return;
    const timer = setTimeout(() => setFailures(resumed), waits[Math.min(failures.count, waits.length) - 1]);
    const deaf = onSign((sign) => {
      if (sign !== "offline") setFailures(resumed);
    });
    return () => {
      clearTimeout(timer);
      deaf();
    };
  }, [failures]);
  useLive((event) => {
    if (event.type === "reconnected") setFailures(resumed);
  });

  const look = useEffectEvent(() => {
    const known = new Set(messages.map((message) => message.id));
    for (const item of items) if (known.has(item.id)) arrived(item.id);
    const sending = busy ? null : readSending(user, place);
    if (sending && known.has(sending.messageId)) taken(forgetSending(user, place));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is looked at is the reason to look
  useEffect(() => look(), [user, place, messages, items, busy]);

  function wait(messageId: string, written: string) {
    enqueue(user, id, { id: messageId, text: written, at: new Date().toISOString() });
    // A conversation that isn't there yet is found by this after a reload.
    if (place === "new") keepSending(user, place, { text: written, messageId, conversationId: id });
    else forgetSending(user, place);
    if (readDraft(user, place).trim() === written) keepDraft(user, place, "");
    return true;
  }

  /** True when the text is sent or waits; false leaves it with the person. */
  async function send(written: string): Promise<boolean> {
    const before = readSending(user, place);
    const isSame = before?.text === written && before.conversationId === id;
    const messageId = isSame && !items.some((item) => item.id === before.messageId) ? before.messageId : uuid();
    const isLate = busy || !online || failures.isPause || (items.length > 0 && held === null);
    if (isLate) return wait(messageId, written);
    keepSending(user, place, { text: written, messageId, conversationId: id });
    const refusal = await chat.send({ id: messageId, text: written });
    if (!refusal) {
      forgetSending(user, place);
      taken(false);
      return true;
    }
    if (refusal.is === "refused") {
      chat.setWrong(refusal.why);
      return false;
    }
    fail(refusal.is === "unanswered");
    return wait(messageId, written);
  }

  return {
    items,
    going,
    held,
    refusal: refused?.why ?? "",
    line: online
      ? failures.isUnanswered && failures.count > 0
        ? ("unanswered" as const)
        : null
      : ("offline" as const),
    send,
    sendNow: (item: Queued) => void go(item),
    remove: (item: Queued) => {
      dequeue(user, id, item.id);
      if (items.length === 1 && place === "new") forgetSending(user, "new");
    },
  };
}

export type QueueHere = ReturnType<typeof useQueue>;
