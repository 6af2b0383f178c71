"use client";

import type { ChatMessage } from "@/lib/assistant/schema";
import { textOf } from "./to-chat";

/** Says a reply aloud once it is finished, not token by token. */
export function Announcer({ messages, busy }: { messages: ChatMessage[]; busy: boolean }) {
  const last = messages.at(-1);
  const isNew = last?.role === "assistant" && !busy;
  return (
    <div aria-live="polite" className="sr-only">
      {isNew ? `Docket: ${textOf(last).slice(0, 500)}` : ""}
    </div>
  );
}
