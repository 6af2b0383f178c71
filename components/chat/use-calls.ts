"use client";

import { useCallback, useState } from "react";
import { withUndone } from "@/components/activity/undone";
import { ask } from "@/components/ask";
import { useLive } from "@/components/live/use-live";
import type { Call } from "@/lib/activity/schema";

/** The record's rows of this conversation, by the reply that made them, oldest first. */
export type CallsByReply = Readonly<Record<string, readonly Call[]>>;

const none: readonly Call[] = [];
export const callsOf = (calls: CallsByReply, replyId: string) => calls[replyId] ?? none;

function withCall(calls: CallsByReply, call: Call): CallsByReply {
  if (!call.messageId) return calls;
  const others = callsOf(calls, call.messageId);
  const at = others.findIndex((one) => one.id === call.id);
  return { ...calls, [call.messageId]: at < 0 ? [...others, call] : others.with(at, call) };
}

export const byReply = (calls: readonly Call[]) =>
  calls
    .toSorted((one, other) => one.createdAt.localeCompare(other.createdAt))
    .reduce<CallsByReply>((all, call) => withCall(all, call), {});

const withUndoneEverywhere = (calls: CallsByReply, undo: Call): CallsByReply =>
  Object.fromEntries(Object.entries(calls).map(([reply, rows]) => [reply, withUndone(rows, undo)]));

/** Keeps the rows fresh: they come with the messages, with the stream, and by a look at what a live event names. */
export function useCalls(initial: readonly Call[]) {
  const [calls, setCalls] = useState(() => byReply(initial));

  const take = useCallback((...more: readonly Call[]) => {
    setCalls((now) => more.reduce((all, call) => withUndoneEverywhere(withCall(all, call), call), now));
  }, []);

  useLive((event) => {
    if (event.type !== "activity") return;
    // A row that can't be read now is read with the next event or the next page load.
    ask<{ call: Call }>(`/api/activity/${event.callId}`).then(
      ({ call }) => take(call),
      () => {},
    );
  });

  return { calls, take };
}
