import "server-only";
import { isToolUIPart, type UIMessageChunk } from "ai";
import type { Call } from "@/lib/activity/schema";
import { internalMessage } from "@/lib/errors";
import type { Parts } from "./parts";

/** For each call of these parts that waited for a yes: its row of the record, and what became of it. */
export function decidedOutcomes(parts: Parts, calls: Call[]): UIMessageChunk[] {
  return parts.flatMap((part): UIMessageChunk[] => {
    if (!isToolUIPart(part) || part.state !== "approval-requested") return [];
    const call = calls.find(({ callId }) => callId === part.toolCallId);
    return [...rowOf(call), outcomeOf(part.toolCallId, call)];
  });
}

/**
 * What the record knows of a reply's calls and its parts don't: a process that died between a commit and the next batch of the log had
 * told nobody.
 */
export function missingOutcomes(parts: Parts, calls: Call[]): UIMessageChunk[] {
  return calls.flatMap((call): UIMessageChunk[] => {
    const { callId, toolName, parameters } = call;
    if (callId === null) return [];
    const part = parts.filter(isToolUIPart).find(({ toolCallId }) => toolCallId === callId);
    if (part?.state.startsWith("output-")) return [];
    const asked: UIMessageChunk = { type: "tool-input-available", toolCallId: callId, toolName, input: parameters };
    return [...(part ? [] : [asked]), ...rowOf(call), outcomeOf(callId, call)];
  });
}

const rowOf = (call: Call | undefined): UIMessageChunk[] =>
  call ? [{ type: "data-call", id: call.id, data: call, transient: true }] : [];

function outcomeOf(toolCallId: string, call: Call | undefined): UIMessageChunk {
  if (call?.status === "SUCCESS") return { type: "tool-output-available", toolCallId, output: call.result };
  if (call?.status === "DENIED") return { type: "tool-output-denied", toolCallId };
  return { type: "tool-output-error", toolCallId, errorText: call?.error ?? internalMessage };
}
