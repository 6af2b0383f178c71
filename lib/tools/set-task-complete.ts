import "server-only";
import { z } from "zod";
import { defineTool } from "./define";
import { numbers } from "./fields";
import { taskSummary, taskSummarySchema } from "./summary";

export const setTaskComplete = defineTool({
  title: "Complete or reopen tasks",
  description:
    "Marks tasks as done (completed: true) or open again (completed: false). Sets, never toggles. " +
    "A recurring task that is done moves on to its next date; the result names the occurrence that was done.",
  input: z.strictObject({
    numbers,
    completed: z.boolean(),
    occurrence: z.iso
      .date()
      .optional()
      .describe("For a recurring task: the due date that was done. One that is done already changes nothing"),
  }),
  output: z.object({
    tasks: z.array(
      taskSummarySchema.extend({
        occurrence: z.string().optional().describe("The date of the recurring task that was done"),
      }),
    ),
    unchanged: z.array(z.int()).describe("Numbers of tasks that were so already"),
  }),
  effect: "write",
  touches: ({ numbers }) => ({ deletes: [], changes: numbers }),
  async run({ numbers, completed, occurrence }, { tasks, today }) {
    const { changed, unchanged } = await tasks.setComplete(numbers, completed, today, occurrence);
    return {
      tasks: changed.map(({ task, occurrence }) => ({
        ...taskSummary(task, today),
        ...(occurrence !== null && { occurrence }),
      })),
      unchanged,
    };
  },
});
