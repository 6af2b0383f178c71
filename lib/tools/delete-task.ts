import "server-only";
import { z } from "zod";
import { defineTool } from "./define";
import { numbers } from "./fields";
import { taskSummary, taskSummarySchema } from "./summary";

export const deleteTask = defineTool({
  title: "Delete tasks",
  description: "Puts tasks into the bin, where they stay for 30 days and can be restored from.",
  input: z.strictObject({ numbers }),
  output: z.object({
    tasks: z.array(taskSummarySchema),
    unchanged: z.array(z.int()).describe("Numbers of tasks that were in the bin already"),
  }),
  effect: "destroy",
  touches: ({ numbers }) => ({ deletes: numbers, changes: [] }),
  async run({ numbers }, { tasks, today }) {
    const { changed, unchanged } = await tasks.remove(numbers);
    return { tasks: changed.map((task) => taskSummary(task, today)), unchanged };
  },
});
