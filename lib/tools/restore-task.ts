import "server-only";
import { z } from "zod";
import { defineTool } from "./define";
import { numbers } from "./fields";
import { taskSummary, taskSummarySchema } from "./summary";

export const restoreTask = defineTool({
  title: "Restore tasks",
  description: "Takes tasks back out of the bin, with the subtasks that went there with them.",
  input: z.strictObject({ numbers }),
  output: z.object({
    tasks: z.array(taskSummarySchema),
    unchanged: z.array(z.int()).describe("Numbers of tasks that were not in the bin"),
    subtasks: z.array(taskSummarySchema).optional().describe("Subtasks that came back with them"),
  }),
  effect: "write",
  touches: ({ numbers }) => ({ deletes: [], changes: numbers }),
  async run({ numbers }, { tasks, today }) {
    const { changed, along, unchanged } = await tasks.restore(numbers);
    return {
      tasks: changed.map((task) => taskSummary(task, today)),
      unchanged,
      ...(along.length > 0 && { subtasks: along.map((task) => taskSummary(task, today)) }),
    };
  },
});
