import "server-only";
import { z } from "zod";
import { defineTool } from "./define";
import { numbers } from "./fields";
import { taskSummary, taskSummarySchema } from "./summary";

export const deleteTask = defineTool({
  title: "Delete tasks",
  description:
    "Puts tasks into the bin, where they stay for 30 days and can be restored from. Their open subtasks go with them.",
  input: z.strictObject({ numbers }),
  output: z.object({
    tasks: z.array(taskSummarySchema),
    unchanged: z.array(z.int()).describe("Numbers of tasks that were in the bin already"),
    subtasks: z.array(taskSummarySchema).optional().describe("Subtasks that went with them"),
  }),
  effect: "destroy",
  async touches({ numbers }, { tasks }) {
    const parts = await tasks.partsOf(numbers);
    const open = parts.filter((part) => !part.isCompleted && part.deletedAt === null);
    return { deletes: [...new Set([...numbers, ...open.map(({ number }) => number)])], changes: [] };
  },
  async run({ numbers }, { tasks, today }) {
    const { changed, along, unchanged } = await tasks.remove(numbers);
    return {
      tasks: changed.map((task) => taskSummary(task, today)),
      unchanged,
      ...(along.length > 0 && { subtasks: along.map((task) => taskSummary(task, today)) }),
    };
  },
});
