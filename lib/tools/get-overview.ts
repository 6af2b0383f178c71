import "server-only";
import { z } from "zod";
import { callSourceSchema } from "@/lib/activity/schema";
import type { Listed, View } from "@/lib/tasks/schema";
import { sayDue } from "@/lib/words/say";
import { todayIn } from "@/lib/words/today";
import { defineTool } from "./define";
import { reasonsFor } from "./reasons";
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

/** A task with why it is named: what the person is told is what they can check. */
const reasonedSchema = taskSummarySchema.extend({
  reasons: z.array(z.string()).describe("Why it comes first: say these, and no others"),
});

const thisWeekSchema = z.object({
  until: z.string().describe("The last day of the week"),
  total: z.int().describe("How many open tasks are due from today until then; what is late is not among them"),
  tasks: z.array(reasonedSchema).describe("The first of them"),
});

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
    "Today's date, how many tasks each view holds, the most urgent open tasks with the reasons why, what is left this week, " +
    "what was done lately, and the last change. For what to do first, and for how the day or the week looks.",
  input: z.strictObject({}),
  output: z.object({
    today: z.string(),
    counts: countsSchema,
    urgent: z.array(reasonedSchema),
    thisWeek: thisWeekSchema,
    doneLately: z.array(taskSummarySchema),
    lastChange: lastChangeSchema,
  }),
  effect: "read",
  async run(_, { tasks, activity, today }) {
    const { counts, urgent, thisWeek, doneLately } = await tasks.overview(today);
    const last = await activity.lastChange();
    const changed = last?.changes.flatMap(({ before, after }) => after ?? before ?? []) ?? [];
    const reasoned = (task: Listed) => ({ ...taskSummary(task, today), reasons: reasonsFor(task, today) });
    return {
      today: sayDue({ date: todayIn(today), time: null }, today),
      counts,
      urgent: urgent.map(reasoned),
      thisWeek: {
        until: sayDue({ date: thisWeek.until, time: null }, today),
        total: thisWeek.total,
        tasks: thisWeek.tasks.map(reasoned),
      },
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
