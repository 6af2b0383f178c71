"use client";
"use no memo";

import { use, useRef, useState } from "react";
import { useArchived } from "@/components/archive";
import { sentence } from "@/components/ask";
import { usePerson } from "@/components/frame/person";
import { Wrong } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { cn } from "@/lib/cn";
import type { Conversation } from "@/lib/conversations/schema";
import type { Counts } from "@/lib/tasks/schema";
import { Archived, Line } from "./above-composer";
import { Announcer } from "./announcer";
import { Composer, type Given } from "./composer";
import { TalkHere } from "./late-talk";
import type { Page } from "./live-conversation";
import { type Model, ModelPicker } from "./model-picker";
import type { Queued } from "./queue";
import { QueueList } from "./queue-list";
import { Starters } from "./starters";
import { TitleBar } from "./title-bar";
import { ToNewest } from "./to-newest";
import type { Again } from "./transport";
import { callsOf } from "./use-calls";
import { useConversation } from "./use-conversation";
import { useEdits } from "./use-edits";
import { useKeyboard } from "./use-keyboard";
import { useModel } from "./use-model";
import { usePlace } from "./use-place";
import { useQueue } from "./use-queue";

export type ChatProps = {
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
  const Talk = use(TalkHere);
  const [given, setGiven] = useState<Given | null>(null);
  const archived = useArchived(id, conversation?.status === "ARCHIVED");
  const main = useRef<HTMLElement>(null);
  useKeyboard(main);

  const { model, choose, told } = useModel(models, conversation ? id : "new", conversation?.model);
  const chat = useConversation(id, first, models.length > 1 ? model : undefined);
  const { scroller, content, toNewest, isAtEnd } = usePlace(id, chat);
  const isEmpty = chat.messages.length === 0;
  const place = conversation || !isEmpty ? id : "new";
  const queue = useQueue(chat, {
    id,
    place,
    archived,
    taken: (wasDraft) => {
      told(place);
      if (wasDraft) setGiven({ text: "" });
      chat.setWrong(null);
      onSent?.();
    },
  });
  const edits = useEdits(chat, {
    canWrite: !archived,
    sent: toNewest,
    closed: (text) => setGiven(text ? { above: text } : {}),
  });
  const [newest] = queue.items.slice(-1);

  function again(repeats: string, how: Again["how"]) {
    toNewest();
    void chat.again(repeats, how);
    // The button is gone with the click; the next thing to do is to write.
    setGiven({});
  }

  function send(text: string) {
    toNewest();
    return queue.send(text);
  }

  function takeBack(item: Queued) {
    queue.remove(item);
    setGiven({ above: item.text });
  }

  const stop = () => void chat.stop().catch((error) => toast(sentence(error), { wrong: true }));
  const last = chat.messages.at(-1);
  const chosen = (text: string) => {
    void send(text);
    // The button is no longer one; what comes next is written, or chosen below.
    setGiven({});
  };
  return (
    <main ref={main} aria-label="Chat" className="relative flex min-h-0 flex-col bg-sheet">
      {isEmpty ? null : <TitleBar id={id} title={conversation?.title} />}
      <div
        ref={scroller}
        data-scroller
        className={cn(
          "flex min-h-0 flex-1 overflow-y-auto overscroll-contain [scrollbar-gutter:stable]",
          isEmpty ? "flex-col" : "flex-col-reverse",
        )}
      >
        <div ref={content} className="ledger mx-auto min-h-full w-full max-w-200 shrink-0 pb-6">
          {isEmpty ? (
            <Starters name={person.name} counts={counts} choose={(text) => setGiven({ text })} />
          ) : (
            <Talk chat={chat} edits={edits} choose={chosen} again={archived ? null : again} />
          )}
        </div>
      </div>
      <div className="relative mx-auto w-full max-w-200 px-3 pb-3 sm:px-4 sm:pb-4">
        <ToNewest
          last={last}
          busy={chat.busy}
          isAtEnd={isAtEnd || isEmpty}
          go={() => {
            toNewest();
            setGiven({});
          }}
        />
        <Line reconnecting={chat.reconnecting} line={queue.line} />
        <Wrong className={chat.wrong ? "mb-2" : ""}>{chat.wrong}</Wrong>
        <QueueList queue={queue} busy={chat.busy} edit={archived ? null : takeBack} />
        {archived ? (
          <Archived id={id} done={() => chat.setWrong(null)} />
        ) : (
          <Composer
            draft={place}
            send={send}
            stop={chat.busy ? stop : null}
            recall={() => (newest ? takeBack(newest) : edits.editable && edits.start(edits.editable))}
            given={given}
          >
            {models.length > 1 ? (
              <ModelPicker models={models} model={model} choose={(to) => choose(to, place)} />
            ) : null}
          </Composer>
        )}
      </div>
      <Announcer busy={chat.busy} last={last} calls={callsOf(chat.calls, last?.id ?? "")} />
    </main>
  );
}
