"use client";

import { Fragment, memo, use } from "react";
import { usePerson } from "@/components/frame/person";
import { MarginTime } from "@/components/ui/margin-time";
import type { Call } from "@/lib/activity/schema";
import type { ChatMessage } from "@/lib/assistant/schema";
import { sayTime, wallTimeIn } from "@/lib/dates";
import { Choices } from "./choices";
import { isToolPart } from "./fold";
import { Question } from "./question";
import { ReplyFoot } from "./reply-foot";
import { chatStrings } from "./strings";
import { TextPart } from "./text-part";
import { madeAt, type Shown, saysEnd } from "./to-chat";
import { type CardActions, ToolCard } from "./tool-part";
import type { Again } from "./transport";
import { WrittenHere } from "./written-here";

export type MessageActions = CardActions & {
  choose: (text: string) => void;
  again: (replyId: string, how: Again["how"]) => void;
};

type MessageProps = {
  message: Shown;
  calls: readonly Call[];
  /** The ids of the earlier replies to the same question, with spaces. */
  before: string;
  /** It goes on with the reply above it, which had broken off. */
  goesOn: boolean;
  /** Being written; the newest, below which something may be written; or neither. */
  state: "live" | "open" | "past";
  actions: MessageActions;
};

/** One entry of the ledger. Finished entries keep their identity, so memo spares them while another one grows. */
export const Message = memo(function Message({ message, calls, before, goesOn, state, actions }: MessageProps) {
  const { timeZone, clock } = usePerson();
  const at = madeAt(message);
  const isMine = message.role === "user";
  const [isLive, canRepeat] = [state === "live", state === "open"];
  return (
    <article
      data-message={message.id}
      data-live={isLive || undefined}
      aria-label={isMine ? "You" : "Docket"}
      className="ledger-row"
    >
      <MarginTime at={at} className="pt-[0.4375rem]">
        {sayTime(wallTimeIn(timeZone, at), clock)}
      </MarginTime>
      {isMine ? (
        <Question message={message} />
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-2 py-1 text-read [&>article+article]:-mt-1">
          {goesOn ? <p className="label">{chatStrings.goesOn}</p> : null}
          <Reply message={message} calls={calls} before={before} actions={actions} canChoose={canRepeat} />
          {isLive && !hasContent(message) ? <Writing /> : null}
          {isLive ? null : <ReplyFoot message={message} calls={calls} canRepeat={canRepeat} actions={actions} />}
        </div>
      )}
    </article>
  );
});

type ReplyProps = Pick<MessageProps, "message"> &
  Partial<Pick<MessageProps, "calls" | "before" | "actions">> & {
    /** Its question is still the one that is open. */
    canChoose?: boolean;
  };

/** The parts of a reply; without actions they are only to be read. */
export function Reply({ message, calls = [], before = "", actions, canChoose = false }: ReplyProps) {
  const written = use(WrittenHere);
  return message.parts.map((part, at) => {
    const key = `${part.type}-${at}`;
    if (part.type === "text") {
      if (saysEnd(message, at))
        return (
          <p key={key} className="text-small text-soft">
            {part.text}
          </p>
        );
      const drawn = written[`${message.id}-${at}`];
      if (drawn) return <Fragment key={key}>{drawn}</Fragment>;
      return part.text.trim() ? <TextPart key={key} text={part.text} isGrowing={part.state === "streaming"} /> : null;
    }
    if (part.type === "data-choices") {
      const choose = (text: string) => actions?.choose(text);
      return <Choices key={key} options={part.data.options} isOpen={canChoose} choose={choose} />;
    }
    if (!isToolPart(part)) return null;
    const call = calls.find(({ callId }) => callId === part.toolCallId);
    return <ToolCard key={part.toolCallId} part={part} call={call} before={before} actions={actions} />;
  });
}

const hasContent = (message: ChatMessage) =>
  message.parts.some((part) => isToolPart(part) || (part.type === "text" && part.text.trim()));

export function Writing() {
  return (
    <p className="text-faint">
      <span className="sr-only">Docket is writing</span>
      <span aria-hidden className="inline-flex gap-1 pt-2">
        {[0, 150, 300].map((delay) => (
          <span
            key={delay}
            className="size-1.5 animate-wait rounded-full bg-accent"
            style={{ animationDelay: `${delay}ms` }}
          />
        ))}
      </span>
    </p>
  );
}
