import type { ReactNode } from "react";
import type { StoredMessage } from "@/lib/conversations/schema";
import { blocksOf } from "./blocks";
import { blockOf } from "./markdown-blocks";
import type { Written } from "./written-here";

/** Replies that have ended never change: they come from the server as they are shown, and the browser needs no reader of markdown for them. */
export function writtenOf(messages: readonly StoredMessage[]): Written {
  return Object.fromEntries(
    messages
      .filter(hasEnded)
      .flatMap(({ id, parts, content }) =>
        textsOf(parts, content).map(({ text, at }) => [`${id}-${at}`, <Prose key={at} text={text} />]),
      ),
  );
}

const hasEnded = ({ role, status }: StoredMessage) =>
  role === "ASSISTANT" && (status === "COMPLETED" || status === "STOPPED" || status === "ERROR");

function textsOf(parts: StoredMessage["parts"], content: string): { text: string; at: number }[] {
  if (parts.length === 0) return content.trim() ? [{ text: content, at: 0 }] : [];
  return parts.flatMap((part, at) => {
    const { type, text } = part as { type?: unknown; text?: unknown };
    return type === "text" && typeof text === "string" && text.trim() ? [{ text, at }] : [];
  });
}

function Prose({ text }: { text: string }): ReactNode {
  return (
    <div className="prose">
      {blocksOf(text).map((block) => (
        <div key={block.from}>{kept(block.text)}</div>
      ))}
    </div>
  );
}

/** To read markdown is most of what it costs to open a conversation. What was read last is kept, up to so many characters. */
const room = 1_000_000;
const read = new Map<string, ReactNode>();
let taken = 0;

function kept(text: string): ReactNode {
  const block = read.has(text) ? read.get(text) : blockOf(text);
  if (!read.delete(text)) taken += text.length;
  read.set(text, block);
  for (const [oldest] of read) {
    if (taken <= room) break;
    read.delete(oldest);
    taken -= oldest.length;
  }
  return block;
}
