import "server-only";
import { z } from "zod";
import { callSourceSchema } from "@/lib/activity/schema";
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

const namedTasks = 5;

const lastChangeSchema = z
  .object({
    call: z.uuid(),
    toolName: z.string(),
    source: callSourceSchema.describe("UI: by hand"),
    count: z.int().describe("How many tasks it changed"),
    tasks: z.array(taskSummarySchema).describe(`The first ${namedTasks} of them, as it left them`),
  })
  .nullable()
  .describe("What undo_change would take back");

export const getOverview = defineTool({
  title: "Overview",
  description:
    "Today's date, how many tasks each view holds, the most urgent open tasks, what was done lately, and the last change.",
  input: z.strictObject({}),
  output: z.object({
    today: z.string(),
    counts: countsSchema,
    urgent: z.array(taskSummarySchema),
    doneLately: z.array(taskSummarySchema),
    lastChange: lastChangeSchema,
  }),
  effect: "read",
  async run(_, { tasks, activity, today }) {
    const { counts, urgent, doneLately } = await tasks.overview(today);
    const last = await activity.lastChange();
    const changed = last?.changes.flatMap(({ before, after }) => after ?? before ?? []) ?? [];
    return {
      today: sayDue({ date: todayIn(today), time: null }, today),
      counts,
      urgent: urgent.map((task) => taskSummary(task, today)),
      doneLately: doneLately.map((task) => taskSummary(task, today)),
      lastChange: last && {
        call: last.id,
        toolName: last.toolName,
        source: last.source,
        count: changed.length,
        tasks: changed.slice(0, namedTasks).map((task) => taskSummary(task, today)),
      },
    };
  },
});
