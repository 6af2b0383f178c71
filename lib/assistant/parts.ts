import type { UIMessage, UIMessageChunk } from "ai";

export type Parts = UIMessage["parts"];
type Part = Parts[number];
type ToolPart = Extract<Part, { toolCallId: string }>;

const isCall = (part: Part, id: string): part is ToolPart => "toolCallId" in part && part.toolCallId === id;

/**
 * Folds one chunk of the AI SDK's UI-message stream into the parts of a message: what the client does with the
 * same chunk, so that the stored reply, a replayed log and the screen agree. Returns a new array when a part was added
 * or replaced. Provider metadata is left out on purpose: with `store: false` its item ids point at nothing.
 */
export function withChunk(parts: Parts, chunk: UIMessageChunk): Parts {
  const replaceCall = (id: string, change: (part: ToolPart) => object) =>
    parts.map((part) => (isCall(part, id) ? ({ ...part, ...change(part) } as Part) : part));
  switch (chunk.type) {
    case "start-step":
      return [...parts, { type: "step-start" }];
    case "text-start":
      return [...parts, { type: "text", text: "", state: "streaming" }];
    case "text-delta":
      return withLastText(parts, (text) => ({ text: text.text + chunk.delta, state: text.state }));
    case "text-end":
      return withLastText(parts, (text) => ({ text: text.text, state: "done" }));
    case "tool-input-available":
    case "tool-input-error": {
      const part = {
        type: `tool-${chunk.toolName}`,
        toolCallId: chunk.toolCallId,
        input: chunk.input,
        ...(chunk.type === "tool-input-error"
          ? { state: "output-error", errorText: chunk.errorText }
          : { state: "input-available" }),
      };
      return [...parts, part as Part];
    }
    case "tool-approval-request":
      return replaceCall(chunk.toolCallId, () => ({ state: "approval-requested", approval: { id: chunk.approvalId } }));
    case "tool-output-available":
      return replaceCall(chunk.toolCallId, () => ({ state: "output-available", output: chunk.output }));
    case "tool-output-error":
      return replaceCall(chunk.toolCallId, () => ({ state: "output-error", errorText: chunk.errorText }));
    case "tool-output-denied":
      return replaceCall(chunk.toolCallId, (part) => ({
        state: "output-denied",
        approval: { id: part.approval?.id ?? part.toolCallId, approved: false },
      }));
    default:
      if (!chunk.type.startsWith("data-") || ("transient" in chunk && chunk.transient)) return parts;
      return [...parts, { type: chunk.type, ...dataOf(chunk) } as Part];
  }
}

function dataOf(chunk: UIMessageChunk): object {
  return "data" in chunk ? { ...("id" in chunk && chunk.id ? { id: chunk.id } : {}), data: chunk.data } : {};
}

type TextPart = Extract<Part, { type: "text" }>;

function withLastText(parts: Parts, change: (part: TextPart) => Omit<TextPart, "type">): Parts {
  const at = parts.findLastIndex((part) => part.type === "text");
  const part = parts[at];
  if (part?.type !== "text") return parts;
  return parts.with(at, { type: "text", ...change(part) });
}

/** The plain text of a message: what search, the title and the 10,000-character cap go by. */
export function textOf(parts: Parts): string {
  return parts.flatMap((part) => (part.type === "text" && part.text.trim() ? [part.text.trim()] : [])).join("\n\n");
}

/** Parts that will not grow any more: open text is closed. */
export function closed(parts: Parts): Parts {
  return parts.map((part) => (part.type === "text" ? { type: "text", text: part.text, state: "done" } : part));
}

/** How many model steps these parts hold; a reply that goes on names its calls from here. */
export const stepsIn = (parts: Parts) => parts.filter((part) => part.type === "step-start").length;
