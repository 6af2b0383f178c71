"use client";

import { Fragment, useEffect, useRef, useState } from "react";
import type { Call } from "@/lib/activity/schema";
import { useArrival } from "./arrival";
import { DayLine } from "./day-line";
import { Earlier } from "./earlier";
import { KeptPlace } from "./kept-place";
import { entriesOf } from "./merge";
import { Message, type MessageActions, Writing } from "./message";
import { ArchiveLine, Older } from "./older";
import { RecordHere } from "./repeated-slip";
import { isRunning, madeAt, type Shown } from "./to-chat";
import type { Again } from "./transport";
import { callsOf } from "./use-calls";
import type { ConversationHere } from "./use-conversation";

type Repeat = (replyId: string, how: Again["how"]) => void;
export type MessagesProps = {
  chat: ConversationHere;
  choose: (text: string) => void;
  /** null: nothing may be written here. */
  again: Repeat | null;
};

export function Messages({ chat, choose, again }: MessagesProps) {
  const { messages, calls, busy } = chat;
  const actions = useActions(chat, choose, again ?? (() => {}));
  const last = messages.at(-1);
  const entries = entriesOf(messages);
  const stateOf = (message: Shown) => {
    if (message !== last) return "past";
    if (busy || isRunning(message.metadata?.status)) return "live";
    return again ? "open" : "past";
  };
  useArrival(chat);
  return (
    <RecordHere value={calls}>
      <KeptPlace first={entries[0]?.message.id}>
        <div className="grid gap-3 pt-5">
          <Older more={chat.more} archive={chat.archive} showOlder={chat.showOlder} />
          {entries.map(({ message, earlier, before, above }) => (
            <Fragment key={message.id}>
              {above?.isArchived && !message.isArchived ? <ArchiveLine /> : null}
              <DayLine at={madeAt(message)} after={above && madeAt(above)} />
              {earlier.length > 0 ? <Earlier replies={earlier} /> : null}
              <Message
                message={message}
                calls={callsOf(calls, message.id)}
                before={before}
                goesOn={message.role === "assistant" && above?.role === "assistant" && !message.replacesId}
                state={stateOf(message)}
                actions={actions}
              />
            </Fragment>
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
      </KeptPlace>
    </RecordHere>
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

function useActions(
  { take, follow, refresh }: Pick<ConversationHere, "take" | "follow" | "refresh">,
  choose: (text: string) => void,
  again: Repeat,
): MessageActions {
  const decided = useStable<[{ replyId: string }]>(({ replyId }) => follow(replyId));
  const chosen = useStable(choose);
  const repeated = useStable(again);
  const [actions] = useState({
    take: (call: Call) => take(call),
    decided,
    refresh: () => void refresh(),
    choose: chosen,
    again: repeated,
  });
  return actions;
}
