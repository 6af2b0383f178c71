"use client";

import { useEffect, useRef, useState } from "react";
import { sentence } from "@/components/ask";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { Call } from "@/lib/activity/schema";
import { Message, Writing } from "./message";
import { isRunning } from "./to-chat";
import type { CardActions } from "./tool-part";
import { callsOf } from "./use-calls";
import type { ConversationState } from "./use-conversation";

export function Messages({ chat, choose }: { chat: ConversationState; choose: (text: string) => void }) {
  const { messages, calls, busy, take, follow, refresh } = chat;
  const actions = useActions({ take, follow, refresh });
  const chosen = useStable(choose);
  const last = messages.at(-1);
  return (
    <div className="grid gap-3 pt-5">
      {chat.more ? <Older show={chat.showOlder} /> : null}
      {messages.map((message) => (
        <Message
          key={message.id}
          message={message}
          calls={callsOf(calls, message.id)}
          isLive={message === last && (busy || isRunning(message.metadata?.status))}
          actions={actions}
          choose={chosen}
        />
      ))}
      {busy && last?.role === "user" ? (
        <div className="ledger-row">
          <p aria-hidden />
          <div className="py-1">
            <Writing />
          </div>
        </div>
      ) : null}
    </div>
  );
}

function Older({ show }: { show: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  return (
    <div className="ledger-row">
      <p aria-hidden />
      <div>
        <Button
          kind="quiet"
          size="small"
          disabled={busy}
          onClick={() => {
            setBusy(true);
            show()
              .catch((error) => toast(sentence(error), { wrong: true }))
              .finally(() => setBusy(false));
          }}
        >
          Show earlier messages
        </Button>
      </div>
    </div>
  );
}

/** A function that stays the same while what it does may change: without it every message would be drawn at every chunk. */
function useStable<Args extends unknown[]>(now: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });
  const [stable] = useState(
    () =>
      (...args: Args) =>
        latest.current(...args),
  );
  return stable;
}

function useActions({ take, follow, refresh }: Pick<ConversationState, "take" | "follow" | "refresh">): CardActions {
  const decided = useStable<[{ replyId: string }]>(({ replyId }) => void follow(replyId));
  const again = useStable(() => void refresh());
  const taken = useStable<[Call]>(take);
  const [actions] = useState({ take: taken, decided, refresh: again });
  return actions;
}
