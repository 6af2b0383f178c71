import "server-only";
import { z } from "zod";
import { defineTool } from "./define";
import { numbers } from "./fields";
import { taskSummary, taskSummarySchema } from "./summary";

export const setTaskComplete = defineTool({
  title: "Complete or reopen tasks",
  description:
    "Marks tasks as done (completed: true) or open again (completed: false). Sets, never toggles. " +
    "A recurring task that is done moves on to its next date, and its done subtasks are open again; the result names the occurrence. " +
    "Completing a task with open subtasks needs subtasks: when the person didn't say, ask them.",
  input: z.strictObject({
    numbers,
    completed: z.boolean(),
    occurrence: z.iso
      .date()
      .optional()
      .describe("For a recurring task: the due date that was done. One that is done already changes nothing"),
    subtasks: z
      .enum(["complete", "leave"])
      .optional()
      .describe("Open subtasks of a task that is completed: complete them too, or leave them open"),
  }),
  output: z.object({
    tasks: z.array(
      taskSummarySchema.extend({
        occurrence: z.string().optional().describe("The date of the recurring task that was done"),
      }),
    ),
    unchanged: z.array(z.int()).describe("Numbers of tasks that were so already"),
    subtasks: z.array(taskSummarySchema).optional().describe("Subtasks that changed along with them"),
  }),
  effect: "write",
  async touches({ numbers, completed, subtasks }, { tasks }) {
    const parts = completed && subtasks === "complete" ? await tasks.partsOf(numbers) : [];
    const left = parts.filter((part) => !part.isCompleted && part.deletedAt === null);
    return { deletes: [], changes: [...new Set([...numbers, ...left.map(({ number }) => number)])] };
  },
  async run({ numbers, completed, occurrence, subtasks }, { tasks, today }) {
    const { changed, along, unchanged } = await tasks.setComplete(numbers, completed, today, { occurrence, subtasks });
    return {
      tasks: changed.map(({ task, occurrence }) => ({
        ...taskSummary(task, today),
        ...(occurrence !== null && { occurrence }),
      })),
      unchanged,
      ...(along.length > 0 && { subtasks: along.map((task) => taskSummary(task, today)) }),
    };
  },
});
