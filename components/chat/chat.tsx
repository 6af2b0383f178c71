"use client";

import { useState } from "react";
import { setArchived, useArchived } from "@/components/archive";
import { sentence } from "@/components/ask";
import { usePerson } from "@/components/frame/person";
import { Button } from "@/components/ui/button";
import { Wrong } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import type { Conversation } from "@/lib/conversations/schema";
import type { Counts } from "@/lib/tasks/schema";
import { Announcer } from "./announcer";
import { Composer, type Given } from "./composer";
import type { Page } from "./live-conversation";
import { Messages } from "./messages";
import { type Model, ModelPicker } from "./model-picker";
import { Starters } from "./starters";
import { chatStrings } from "./strings";
import { ToNewest } from "./to-newest";
import type { Again } from "./transport";
import { callsOf } from "./use-calls";
import { useConversation } from "./use-conversation";
import { usePlace } from "./use-place";
import { useSending } from "./use-sending";

type ChatProps = {
  id: string;
  /** null: not written yet; the first message makes it. */
  conversation: Pick<Conversation, "status" | "model" | "title"> | null;
  first: Page;
  models: Model[];
  /** How many tasks there are of each kind, for a conversation that has to begin. */
  counts?: Counts;
  onSent?: () => void;
};

export function Chat({ id, conversation, first, models, counts, onSent }: ChatProps) {
  const person = usePerson();
  const [model, setModel] = useState(conversation?.model ?? person.settings.model ?? models[0]?.id);
  const chat = useConversation(id, first, models.length > 1 ? model : undefined);
  const [given, setGiven] = useState<Given | null>(null);
  const archived = useArchived(id, conversation?.status === "ARCHIVED");
  const { scrollRef, contentRef, toNewest, isAtBottom } = usePlace(id, chat);

  const isEmpty = chat.messages.length === 0;
  const place = conversation || !isEmpty ? id : "new";
  const sending = useSending(chat, id, place, (wasDraft) => {
    if (wasDraft) setGiven({ text: "" });
    chat.setWrong(null);
    onSent?.();
  });

  async function send(text: string) {
    toNewest();
    const sent = await sending(text);
    if (sent) onSent?.();
    return sent;
  }

  function again(repeats: string, how: Again["how"]) {
    toNewest();
    void chat.again(repeats, how);
    // The button is gone with the click; the next thing to do is to write.
    setGiven({});
  }

  const stop = () => void chat.stop().catch((error) => toast(sentence(error), { wrong: true }));

  const unarchive = () =>
    void setArchived(id, false).then(
      () => chat.setWrong(null),
      (error) => toast(sentence(error), { wrong: true }),
    );

  const last = chat.messages.at(-1);
  const choose = (text: string) => {
    void send(text);
    // The button is no longer one; what comes next is written, or chosen below.
    setGiven({});
  };
  return (
    <main aria-label="Chat" className="relative flex min-h-0 flex-col bg-sheet">
      {isEmpty ? null : <h1 className="sr-only">{conversation?.title ?? "Conversation"}</h1>}
      <div
        ref={scrollRef}
        data-scroller
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain [scrollbar-gutter:stable]"
      >
        <div ref={contentRef} className="ledger mx-auto min-h-full w-full max-w-200 pb-6">
          {isEmpty ? (
            <Starters name={person.name} counts={counts} choose={(text) => setGiven({ text })} />
          ) : (
            <Messages chat={chat} choose={choose} again={archived ? null : again} />
          )}
        </div>
      </div>
      <div className="relative mx-auto w-full max-w-200 px-3 pb-3 sm:px-4 sm:pb-4">
        <ToNewest
          last={last}
          busy={chat.busy}
          isAtBottom={isAtBottom}
          go={() => {
            toNewest();
            setGiven({});
          }}
        />
        {chat.reconnecting ? (
          <p role="status" className="flex items-baseline gap-2 px-1 pb-2 text-ochre text-small">
            <span aria-hidden className="size-1.5 shrink-0 -translate-y-px animate-wait rounded-full bg-ochre" />
            {chatStrings.reconnecting}
          </p>
        ) : null}
        <Wrong className={chat.wrong ? "mb-2" : ""}>{chat.wrong}</Wrong>
        {archived ? (
          <div className="flex items-center justify-between gap-3 border-rule border-t py-2 text-soft">
            <p>{chatStrings.archived}</p>
            <Button onClick={unarchive}>Unarchive</Button>
          </div>
        ) : (
          <Composer draft={place} send={send} stop={chat.busy ? stop : null} given={given}>
            {models.length > 1 ? <ModelPicker models={models} model={model} choose={setModel} /> : null}
          </Composer>
        )}
      </div>
      <Announcer busy={chat.busy} last={last} calls={callsOf(chat.calls, last?.id ?? "")} />
    </main>
  );
}
