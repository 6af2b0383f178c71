import type { InferUIMessageChunk } from "ai";
import type { ChatMessage } from "@/lib/assistant/schema";

export type Chunk = InferUIMessageChunk<ChatMessage>;
type Parts = ChatMessage["parts"];
type Part = Parts[number];
export type ToolPart = Extract<Part, { toolCallId: string }>;

export const isToolPart = (part: Part): part is ToolPart => "toolCallId" in part;
export const toolNameOf = (part: ToolPart) =>
  part.type === "dynamic-tool" ? part.toolName : part.type.slice("tool-".length);

/** Folds one chunk into a message. Its parts become what the server stores of the same chunks; a test holds the two together. */
export function withChunk<Message extends ChatMessage>(message: Message, chunk: Chunk): Message {
  const parts = partsWith(message.parts, chunk);
  const news = "messageMetadata" in chunk ? chunk.messageMetadata : undefined;
  if (!news && parts === message.parts) return message;
  return { ...message, parts, ...(news && { metadata: { ...message.metadata, ...news } }) };
}

function partsWith(parts: Parts, chunk: Chunk): Parts {
  switch (chunk.type) {
    case "start-step":
      return [...parts, { type: "step-start" }];
    case "text-start":
      return [...parts, { type: "text", text: "", state: "streaming" }];
    case "text-delta":
      return withLastText(parts, (text) => ({ ...text, text: text.text + chunk.delta }));
    case "text-end":
      return withLastText(parts, (text) => ({ ...text, state: "done" }));
    case "tool-input-available":
      return withCall(parts, chunk, { state: "input-available" });
    case "tool-input-error":
      return withCall(parts, chunk, { state: "output-error", errorText: chunk.errorText });
    case "tool-approval-request":
      return withOutcome(parts, chunk, () => ({ state: "approval-requested", approval: { id: chunk.approvalId } }));
    case "tool-output-available":
      return withOutcome(parts, chunk, () => ({ state: "output-available", output: chunk.output }));
    case "tool-output-error":
      return withOutcome(parts, chunk, () => ({ state: "output-error", errorText: chunk.errorText }));
    case "tool-output-denied":
      return withOutcome(parts, chunk, ({ toolCallId, approval }) => ({
        state: "output-denied",
        approval: { id: approval?.id ?? toolCallId, approved: false },
      }));
    default:
      return withData(parts, chunk);
  }
}

/** The server's log holds one open text at a time, whatever ids a provider gives. */
function withLastText(parts: Parts, change: (part: Extract<Part, { type: "text" }>) => Part): Parts {
  const at = parts.findLastIndex(({ type }) => type === "text");
  const part = parts[at];
  return part?.type === "text" ? parts.with(at, change(part)) : parts;
}

type Call = { toolName: string; toolCallId: string; input: unknown };

const withCall = (parts: Parts, { toolName, toolCallId, input }: Call, state: object): Parts => [
  ...parts,
  // The name comes from the registry that the parts' types were made from.
  { type: `tool-${toolName}`, toolCallId, input, ...state } as ToolPart,
];

function withOutcome(parts: Parts, { toolCallId }: { toolCallId: string }, change: (part: ToolPart) => object): Parts {
  return parts.map((part) =>
    isToolPart(part) && part.toolCallId === toolCallId ? ({ ...part, ...change(part) } as ToolPart) : part,
  );
}

function withData(parts: Parts, chunk: Chunk): Parts {
  if (!("data" in chunk) || chunk.transient) return parts;
  const { type, id, data } = chunk;
  return [...parts, { type, ...(id && { id }), data } as Part];
}
