import "server-only";
import { z } from "zod";
import { prioritySchema } from "@/lib/tasks/schema";
import { defineTool } from "./define";
import { dueFields, resolveDue } from "./due";
import { description, due, parent, recurrence, reminders, tags, title } from "./fields";
import { taskSummary, taskSummarySchema } from "./summary";

export const createTask = defineTool({
  title: "Add a task",
  description: "Adds one task to the person's list. Call it once for each thing to do.",
  input: z.strictObject({
    title: title.describe("What is to be done, without the date and in the person's own words"),
    description: description.optional(),
    due: due.optional(),
    priority: prioritySchema.optional(),
    tags: tags.optional(),
    recurrence: recurrence.optional(),
    parent: parent.optional(),
    reminders: reminders.optional(),
  }),
  output: z.object({ task: taskSummarySchema, note: z.string().optional() }),
  effect: "write",
  async run({ due, ...fields }, { tasks, today }) {
    const resolved = due === undefined ? undefined : resolveDue(due, today);
    const task = await tasks.create({ ...fields, ...(resolved && dueFields(resolved.due)) }, today);
    return { task: taskSummary(task, today), ...(resolved?.note && { note: resolved.note }) };
  },
});
