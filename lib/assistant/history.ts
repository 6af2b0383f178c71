import "server-only";
import { convertToModelMessages, isToolUIPart, type ModelMessage, type UIMessage } from "ai";
import type { Call as Made } from "@/lib/activity/schema";
import type { StoredMessage } from "@/lib/conversations/schema";
import { closed, type Parts } from "./parts";
import { edited, goOn } from "./prompt";

const interrupted = "This call was interrupted; it is not known to have run, so look before doing it again.";

type Turn = Omit<UIMessage, "id">;

/**
 * What the model is sent of a conversation. Repaired on each load, since a provider answers 400 for ever to a call without
 * a result: any prefix of any reply can be continued. Call ids are unique per reply only, so they get the reply's seq.
 * `current` are the parts of the reply that goes on, if it does.
 * `asksToGoOn`: wherever a reply follows on another one, `goOn` stands between them, as it did when that reply was written; so nothing
 * ends in the model's own words. Not for the built-in assistant, which would take it for the person's.
 * `done`: the calls that were made for an earlier wording of the question `before`, and still count.
 * `tellsTimes`: with each of the person's messages goes the time at which it was sent, for the built-in assistant alone.
 */
export async function modelMessages(
  history: StoredMessage[],
  current: Parts = [],
  { asksToGoOn = false, tellsTimes = false, done }: Telling = {},
): Promise<ModelMessage[]> {
  const going: Turn = { role: "assistant", parts: repaired(current) };
  const turns = [
    ...history.flatMap((message) => [turnOf(message, tellsTimes), ...doneFor(message, done)]),
    going,
  ].filter(({ parts }) => parts.some(({ type }) => type !== "step-start"));
  const asked = turns.flatMap((turn, place) => {
    const next = turns[place + 1];
    const isFollowed = next ? next.role === "assistant" : turn !== going;
    return asksToGoOn && turn.role === "assistant" && isFollowed ? [turn, said(goOn.content)] : [turn];
  });
  return convertToModelMessages(asked);
}

type Telling = { asksToGoOn?: boolean; tellsTimes?: boolean; done?: Done };
type Done = { before: string | null; calls: Made[] };

function doneFor(question: StoredMessage, done: Done | undefined): Turn[] {
  if (!done || done.calls.length === 0 || question.id !== done.before) return [];
  const parts = done.calls.map(({ toolName, parameters, result }, place) => ({
    type: `tool-${toolName}`,
    toolCallId: `done-${place}`,
    state: "output-available",
    input: asObject(parameters),
    output: result,
  }));
  return [{ role: "assistant", parts: parts as Parts }, said(edited.content)];
}

const said = (text: string, sentAt?: string): Turn => ({
  role: "user",
  parts: [{ type: "text", text, ...(sentAt !== undefined && { providerMetadata: { docket: { sentAt } } }) }],
});

const turnOf = (message: StoredMessage, tellsTimes: boolean): Turn =>
  message.role === "USER"
    ? said(message.content, tellsTimes ? message.createdAt : undefined)
    : { role: "assistant", parts: repaired(message.parts as Parts, `r${message.seq}-`) };

/** Parts in which every call has an outcome. `prefix` makes the ids of its calls unique in the conversation. */
export function repaired(parts: Parts, prefix = ""): Parts {
  const kept = closed(parts).filter((part) =>
    isToolUIPart(part) ? part.state !== "input-streaming" : part.type === "step-start" || hasText(part),
  );
  return stepsOf(kept)
    .flatMap((step) => [{ type: "step-start" as const }, ...inOrder(step)])
    .map((part) => (isToolUIPart(part) ? withOutcome(part, prefix) : part));
}

type Part = Parts[number];
type Call = Extract<Part, { toolCallId: string }>;

const hasText = (part: Part) => part.type === "text" && part.text.trim() !== "";

function stepsOf(parts: Parts): Parts[] {
  const steps: Parts[] = [[]];
  for (const part of parts) part.type === "step-start" ? steps.push([]) : steps.at(-1)?.push(part);
  return steps.filter((step) => step.length > 0);
}

/** Results follow their calls at once: a question about a call stands before it, and other words after it are a step of their own. */
function inOrder(step: Parts): Parts {
  const calls = step.filter(isToolUIPart);
  const words = step.filter((part) => !isToolUIPart(part));
  if (calls.some(({ approval }) => approval !== undefined)) return [...words, ...calls];
  return step.flatMap((part, place) => {
    const before = step[place - 1];
    return before && isToolUIPart(before) && !isToolUIPart(part) ? [{ type: "step-start" as const }, part] : [part];
  });
}

function withOutcome(part: Call, prefix: string): Part {
  const { approval: _, ...call } = part;
  const named = {
    ...call,
    type: `tool-${callable(part.type === "dynamic-tool" ? part.toolName : part.type.slice("tool-".length))}`,
    toolCallId: prefix + part.toolCallId,
    input: asObject(part.input),
  };
  if (part.state === "output-available" || part.state === "output-error") return named as Call;
  const errorText = part.state === "output-denied" ? "The person said no. Nothing was changed." : interrupted;
  return { ...named, state: "output-error", errorText } as Call;
}

/** A name that providers take; models invent others. */
export const callable = (name: string) => name.replace(/[^\w-]/g, "_").slice(0, 64) || "unnamed";

/** Providers want an object as arguments, whatever a model once sent. */
const asObject = (input: unknown) =>
  input !== null && typeof input === "object" && !Array.isArray(input) ? input : {};
