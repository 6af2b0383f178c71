import "server-only";
import { convertToModelMessages, isToolUIPart, type ModelMessage, type UIMessage } from "ai";
import type { StoredMessage } from "@/lib/conversations/schema";
import { closed, type Parts } from "./parts";

const interrupted = "This call was interrupted; it is not known to have run, so look before doing it again.";

/**
 * What the model is sent of a conversation. Repaired on each load, since a provider answers 400 for ever to a call without
 * a result: any prefix of any reply can be continued. Call ids are unique per reply only, so they get the reply's seq.
 * `current` are the parts of the reply that goes on, if it does.
 */
export async function modelMessages(history: StoredMessage[], current: Parts = []): Promise<ModelMessage[]> {
  const messages = history.map((message): Omit<UIMessage, "id"> => {
    if (message.role === "USER") return { role: "user", parts: [{ type: "text", text: message.content }] };
    return { role: "assistant", parts: repaired(message.parts as Parts, `r${message.seq}-`) };
  });
  messages.push({ role: "assistant", parts: current });
  return convertToModelMessages(messages.filter((message) => message.parts.length > 0));
}

/** Parts in which every call has an outcome. `prefix` makes the ids of its calls unique in the conversation. */
export function repaired(parts: Parts, prefix = ""): Parts {
  return closed(parts)
    .filter((part) => !(isToolUIPart(part) && part.state === "input-streaming"))
    .filter((part) => !(part.type === "text" && !part.text.trim()))
    .map((part) => (isToolUIPart(part) ? withOutcome(part, prefix) : part));
}

type Call = Extract<Parts[number], { toolCallId: string }>;

function withOutcome(part: Call, prefix: string): Parts[number] {
  const { approval: _, ...call } = part;
  const named = { ...call, toolCallId: prefix + part.toolCallId, input: asObject(part.input) };
  if (part.state === "output-available" || part.state === "output-error") return named as Call;
  const errorText = part.state === "output-denied" ? "The person said no. Nothing was changed." : interrupted;
  return { ...named, state: "output-error", errorText } as Call;
}

/** Providers want an object as arguments, whatever a model once sent. */
const asObject = (input: unknown) =>
  input !== null && typeof input === "object" && !Array.isArray(input) ? input : {};
