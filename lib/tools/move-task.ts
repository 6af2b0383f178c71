import "server-only";
import { z } from "zod";
import { defineTool } from "./define";
import { taskSummary, taskSummarySchema } from "./summary";

const neighbour = z.int().min(1).max(2_147_483_647).nullable();

export const moveTask = defineTool({
  title: "Move a task",
  description:
    "Orders tasks by hand: puts a task right after, or else right before, another one; without either, at the end.",
  input: z.strictObject({ number: z.int().min(1).max(2_147_483_647), after: neighbour, before: neighbour }),
  output: z.object({ task: taskSummarySchema }),
  effect: "write",
  forModels: false,
  touches: ({ number }) => ({ deletes: [], changes: [number] }),
  async run({ number, after, before }, { tasks, today }) {
    return { task: taskSummary(await tasks.move(number, after, before), today) };
  },
});
