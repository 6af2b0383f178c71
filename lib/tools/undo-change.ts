import "server-only";
import { z } from "zod";
import { undo, undoTouches } from "@/lib/activity/undo";
import { defineTool } from "./define";
import { taskSummary, taskSummarySchema } from "./summary";

export const undoChange = defineTool({
  title: "Undo a change",
  description:
    "Takes back what an earlier tool call did: the last change not yet undone, or the call, or all calls of the reply, that are named. " +
    "Refuses when a field was changed again since, unless onConflict says otherwise.",
  input: z
    .strictObject({
      call: z.uuid().optional().describe("Id of the recorded call"),
      reply: z.uuid().optional().describe("Id of a reply: everything that it changed, or nothing"),
      onConflict: z
        .enum(["refuse", "skip", "overwrite"])
        .optional()
        .describe(
          "What was changed again since: refuse (the default) undoes nothing and names it, skip leaves it and undoes the rest, " +
            "overwrite takes it back too. Only when the person chose so.",
        ),
    })
    .refine(({ call, reply }) => call === undefined || reply === undefined, "Name a call or a reply, not both."),
  output: z.object({
    undone: z.array(z.object({ call: z.uuid(), toolName: z.string() })),
    tasks: z.array(taskSummarySchema),
  }),
  effect: "write",
  touches: (target, context) => undoTouches(target, context.activity),
  async run({ onConflict, ...target }, { tasks, activity, today, callLogId }) {
    const done = await undo(target, { tasks, activity, by: callLogId, onConflict });
    return {
      undone: done.calls.map(({ id, toolName }) => ({ call: id, toolName })),
      tasks: done.tasks.map((task) => taskSummary(task, today)),
    };
  },
});
