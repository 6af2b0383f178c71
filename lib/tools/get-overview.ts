import "server-only";
import { z } from "zod";
import type { View } from "@/lib/tasks/schema";
import { sayDue } from "@/lib/words/say";
import { todayIn } from "@/lib/words/today";
import { defineTool } from "./define";
import { taskSummary, taskSummarySchema } from "./summary";

const countsSchema = z.object({
  today: z.int(),
  upcoming: z.int(),
  overdue: z.int(),
  inbox: z.int(),
  all: z.int(),
  completed: z.int(),
  bin: z.int(),
} satisfies { [V in View]: z.ZodType });

export const getOverview = defineTool({
  title: "Overview",
  description: "Today's date, how many tasks each view holds, the most urgent open tasks, and what was done lately.",
  input: z.strictObject({}),
  output: z.object({
    today: z.string(),
    counts: countsSchema,
    urgent: z.array(taskSummarySchema),
    doneLately: z.array(taskSummarySchema),
  }),
  effect: "read",
  async run(_, { tasks, today }) {
    const { counts, urgent, doneLately } = await tasks.overview(today);
    return {
      today: sayDue({ date: todayIn(today), time: null }, today),
      counts,
      urgent: urgent.map((task) => taskSummary(task, today)),
      doneLately: doneLately.map((task) => taskSummary(task, today)),
    };
  },
});
