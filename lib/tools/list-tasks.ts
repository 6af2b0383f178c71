import "server-only";
import { z } from "zod";
import { prioritySchema, taskLimits, viewSchema } from "@/lib/tasks/schema";
import { cleanLine, cleanTag } from "@/lib/tasks/text";
import { defineTool } from "./define";
import { resolveDue } from "./due";
import { due } from "./fields";
import { taskSummary, taskSummarySchema } from "./summary";

export const listTasks = defineTool({
  title: "Look at tasks",
  description:
    "Finds tasks. Views: all (everything open; the default), today, upcoming (due after today), overdue, inbox (open, without a date), " +
    "completed, bin. Says how many there are in total and how many lie beyond this page.",
  input: z.strictObject({
    view: viewSchema.optional(),
    text: z
      .string()
      .overwrite(cleanLine)
      .max(200)
      .optional()
      .describe("Words of the title, in any order; typos are forgiven; best match first"),
    tag: z.string().overwrite(cleanTag).max(taskLimits.tag).optional(),
    priority: prioritySchema.optional(),
    dueFrom: due.optional().describe("Due on this day or later: a date, or words such as 'monday'"),
    dueTo: due.optional().describe("Due on this day or earlier"),
    doneFrom: due.optional().describe("Completed on this day or later; with the view completed"),
    doneTo: due.optional().describe("Completed on this day or earlier"),
    numbers: z.array(z.int().positive()).min(1).max(100).optional().describe("Only these tasks"),
    limit: z.int().min(1).max(100).optional().describe("At most so many tasks; 50 when left out"),
    cursor: z.base64url().max(2_000).optional().describe("nextCursor of the page before"),
  }),
  output: z.object({
    tasks: z.array(taskSummarySchema),
    total: z.int(),
    more: z.int().describe("How many follow after this page"),
    nextCursor: z.string().optional(),
  }),
  effect: "read",
  async run({ dueFrom, dueTo, doneFrom, doneTo, ...query }, { tasks, today }) {
    const dayOf = (text: string | undefined) => (text === undefined ? undefined : resolveDue(text, today).due.date);
    const page = await tasks.list(
      { ...query, dueFrom: dayOf(dueFrom), dueTo: dayOf(dueTo), doneFrom: dayOf(doneFrom), doneTo: dayOf(doneTo) },
      today,
    );
    return {
      tasks: page.tasks.map((task) => taskSummary(task, today)),
      total: page.total,
      more: page.more,
      ...(page.nextCursor && { nextCursor: page.nextCursor }),
    };
  },
});
