import "server-only";
import { jsonSchema, type Tool, tool } from "ai";
import { z } from "zod";
import { type ToolInputs, type ToolName, type ToolOutputs, toolNames, tools } from "@/lib/tools/registry";

export type AiTools = { [N in ToolName]: Tool<ToolInputs[N], ToolOutputs[N]> };
type Execute = (name: ToolName, input: unknown, callId: string) => Promise<unknown>;

/** JSON schemas don't change while the process lives, and making them isn't free. */
const schemas = new Map<ToolName, ReturnType<typeof jsonSchema<unknown>>>();

function schemaOf(name: ToolName) {
  const known = schemas.get(name);
  if (known) return known;
  const schema = jsonSchema<unknown>(
    z.toJSONSchema(tools[name].input, { io: "input" }) as Parameters<typeof jsonSchema>[0],
  );
  schemas.set(name, schema);
  return schema;
}

/**
 * The registry as the AI SDK's tools. The schema is told to the model but not checked by the SDK: runTool checks every input itself,
 * so that a call that doesn't fit is on the record too.
 */
export function aiTools(execute: Execute): AiTools {
  return Object.fromEntries(
    toolNames.map((name) => [
      name,
      tool({
        description: tools[name].description,
        inputSchema: schemaOf(name),
        execute: (input: unknown, { toolCallId }) => execute(name, input, toolCallId),
      }),
    ]),
    // The keys are the registry's names, which Object.fromEntries can't know.
  ) as unknown as AiTools;
}
