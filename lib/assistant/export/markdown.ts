import type { Call } from "@/lib/activity/schema";
import type { ChatMessage } from "@/lib/assistant/schema";
import type { Conversation, StoredMessage } from "@/lib/conversations/schema";
import { type Clock, dateIn, sayDate, sayTime, wallTimeIn } from "@/lib/dates";
import { callLines } from "./changes";
import { harmless, inline, quoted } from "./plain";

export type Voice = { timeZone: string; clock: Clock };

const sayWhen = (instant: string, { timeZone, clock }: Voice) =>
  `${sayDate(dateIn(timeZone, instant))}, ${sayTime(wallTimeIn(timeZone, instant), clock)}`;

const states = { ACTIVE: "", INACTIVE: " It was ended.", ARCHIVED: " It is archived." } as const;

export function markdownHead(conversation: Conversation, exportedAt: string, voice: Voice): string {
  const { title, createdAt, status } = conversation;
  return `# ${inline(title ?? "Conversation")}

Begun ${sayWhen(createdAt, voice)}; exported from Docket ${sayWhen(exportedAt, voice)} (${voice.timeZone}).${states[status]}
`;
}

export function markdownOf(message: StoredMessage, calls: readonly Call[], voice: Voice): string {
  const who = message.role === "USER" ? "You" : "Docket";
  const instead = message.replacesId ? ", in place of an earlier one" : "";
  const body = message.role === "USER" ? quoted(message.content) : replyOf(message, calls);
  return `\n## ${who}, ${sayWhen(message.createdAt, voice)}${instead}\n\n${body}\n`;
}

const outcomes = {
  PENDING: "The reply had not begun.",
  PROCESSING: "The reply was still being written.",
  AWAITING_APPROVAL: "Waits for a yes.",
  STOPPED: "The reply was stopped.",
  ERROR: "The reply broke off.",
  COMPLETED: null,
} as const;

function replyOf({ parts, content, status, metadata }: StoredMessage, calls: readonly Call[]): string {
  const left = new Set(calls);
  // Parts were written by the AI SDK's own shapes; what is none of those read here is passed over.
  const told = (parts as ChatMessage["parts"]).flatMap((part) => {
    if (part.type === "text") return part.text.trim() ? [harmless(part.text.trim())] : [];
    if (part.type === "data-choices") return [part.data.options.map(({ label }) => `- ${inline(label)}`).join("\n")];
    const call = "toolCallId" in part ? calls.find(({ callId }) => callId === part.toolCallId) : undefined;
    if (!call) return [];
    left.delete(call);
    return [callLines(call)];
  });
  if (told.length === 0 && content.trim()) told.push(harmless(content.trim()));
  const outcome = outcomes[status] === null ? [] : [`*${errorIn(metadata) ?? outcomes[status]}*`];
  return [...told, ...[...left].map(callLines), ...outcome].join("\n\n");
}

function errorIn({ error }: StoredMessage["metadata"]): string | null {
  const message = typeof error === "object" && error !== null && "message" in error ? error.message : null;
  return typeof message === "string" ? inline(message) : null;
}
