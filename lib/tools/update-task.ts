import "server-only";
import { z } from "zod";
import type { Patch } from "@/lib/tasks/patch";
import { prioritySchema, type Task } from "@/lib/tasks/schema";
import { defineTool } from "./define";
import { dueFields, resolveDue } from "./due";
import { description, due, numbers, parent, recurrenceOrRemove, reminders, tags, title } from "./fields";
import { taskSummary, taskSummarySchema } from "./summary";

const patchSchema = z
  .strictObject({
    title: title.optional(),
    description: description.optional().describe('New notes, or "remove"'),
    due: due.optional().describe('As in create_task: a date, a date and time, or words; or "remove"'),
    keepTime: z.boolean().optional().describe("With a due that is a day alone: each task keeps the hour that it has"),
    priority: prioritySchema.optional(),
    tags: tags.optional().describe("Replaces all tags; [] clears them"),
    recurrence: recurrenceOrRemove.optional(),
    addTags: tags.optional(),
    removeTags: tags.optional(),
    parent: parent
      .nullable()
      .optional()
      .describe("Number of the task that it becomes a part of; null makes it a task by itself"),
    reminders: reminders.optional().describe("Replaces all reminders, in minutes before it is due; [] clears them"),
  })
  .refine(
    ({ keepTime: _, ...fields }) => Object.values(fields).some((value) => value !== undefined),
    "Name at least one field to change.",
  );

export const updateTask = defineTool({
  title: "Change tasks",
  description:
    "Changes the named fields of one or more tasks, the same way for each, and leaves all other fields as they are. " +
    'The word "remove" clears due, description or recurrence. For completing, deleting or restoring use the tools of that name.',
  input: z.strictObject({
    numbers,
    patch: patchSchema,
    version: z.int().min(1).optional().describe("For one task: change it only if it still has this version"),
  }),
  output: z.object({ tasks: z.array(taskSummarySchema), note: z.string().optional() }),
  effect: "write",
  touches: ({ numbers }) => ({ deletes: [], changes: numbers }),
  async run({ numbers, patch, version }, { tasks, today }) {
    const resolved = patch.due === undefined || patch.due === "remove" ? undefined : resolveDue(patch.due, today);
    const changed = await tasks.update(numbers, (task) => patchFor(task), today, { version, parent: patch.parent });
    return {
      tasks: changed.map((task) => taskSummary(task, today)),
      ...(resolved?.note && { note: resolved.note }),
    };

    function patchFor(task: Task): Patch {
      const { title, priority, recurrence } = patch;
      return {
        ...(title !== undefined && { title }),
        ...(priority !== undefined && { priority }),
        ...(patch.reminders !== undefined && { reminders: patch.reminders }),
        ...(patch.description !== undefined && { description: cleared(patch.description) }),
        ...(recurrence !== undefined && { recurrence: cleared(recurrence) }),
        ...(patch.due === "remove" && { dueDate: null, dueTime: null }),
        ...(resolved && dueFields(resolved.due)),
        ...(patch.keepTime && resolved && !resolved.due.time && { dueTime: task.dueTime }),
        ...((patch.tags ?? patch.addTags ?? patch.removeTags) && { tags: tagsAfter(task.tags) }),
      };
    }

    function tagsAfter(before: string[]): string[] {
      const removed = new Set(patch.removeTags?.map((tag) => tag.toLowerCase()));
      return [...(patch.tags ?? before), ...(patch.addTags ?? [])].filter((tag) => !removed.has(tag.toLowerCase()));
    }
  },
});

const cleared = (text: string) => (text === "remove" ? null : text);
