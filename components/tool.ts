import { v7 as uuid } from "uuid";
import type { Call } from "@/lib/activity/schema";
import type { ToolInputs, ToolName, ToolOutputs } from "@/lib/tools/registry";
import { ask } from "./ask";

/** Runs a tool as this person. The key makes a repeated request the same call. */
export function runTool<Name extends ToolName>(name: Name, input: Partial<ToolInputs[Name]>) {
  return ask<{ call: Call; output: ToolOutputs[Name] }>(`/api/tools/${name}`, {
    method: "POST",
    body: input,
    headers: { "idempotency-key": uuid() },
  });
}
