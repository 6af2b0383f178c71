import "server-only";
import { z } from "zod";
import { defineTool } from "./define";
import { taskSummary, taskSummarySchema } from "./summary";

const neighbour = z.int().min(1).max(2_147_483_647).nullable().optional();

export const moveTask = defineTool({
  title: "Move a task",
  description:
    "Orders tasks by hand: puts a task right after, or else right before, another one; without either, at the end. " +
    "Only the order changes. To put a task first, name the first one of list_tasks under before.",
  input: z.strictObject({
    number: z.int().min(1).max(2_147_483_647),
    after: neighbour.describe("Number of the task that it is to follow"),
    before: neighbour.describe("Number of the task that it is to precede"),
  }),
  output: z.object({ task: taskSummarySchema }),
  effect: "write",
  touches: ({ number }) => ({ deletes: [], changes: [number] }),
  async run({ number, after = null, before = null }, { tasks, today }) {
    return { task: taskSummary(await tasks.move(number, after, before), today) };
  },
});
