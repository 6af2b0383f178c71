import { v7 as uuid } from "uuid";
import type { Call } from "@/lib/activity/schema";
import type { ToolInputs, ToolName, ToolOutputs } from "@/lib/tools/registry";
import { ask } from "./ask";

type Heard = { asked?: () => void; answered?: (call: Call | null) => void };
const hearers = new Set<Heard>();

/** Hears of every tool that this tab runs, wherever in it, so that what it changed need not be read again. */
export function onTool(heard: Heard): () => void {
  hearers.add(heard);
  return () => void hearers.delete(heard);
}

/** Runs a tool as this person. The key makes a repeated request the same call. */
export async function runTool<Name extends ToolName>(name: Name, input: Partial<ToolInputs[Name]>) {
  for (const { asked } of hearers) asked?.();
  let call: Call | null = null;
  try {
    const answer = await ask<{ call: Call; output: ToolOutputs[Name] }>(`/api/tools/${name}`, {
      method: "POST",
      body: input,
      headers: { "idempotency-key": uuid() },
    });
    call = answer.call;
    return answer;
  } finally {
    for (const { answered } of hearers) answered?.(call);
  }
}
