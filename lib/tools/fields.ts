import "server-only";
import { z } from "zod";
import { readRule } from "@/lib/tasks/recurrence";
import { taskLimits } from "@/lib/tasks/schema";
import { cleanLine, cleanTag, cleanText, withoutRepeats } from "@/lib/tasks/text";

// The fields that several tools take, cleaned before they are measured.

export const title = z.string().overwrite(cleanLine).min(1).max(taskLimits.title);

export const description = z
  .string()
  .overwrite(cleanText)
  .max(taskLimits.description)
  .describe("Notes that don't belong in the title");

export const due = z
  .string()
  .overwrite(cleanLine)
  .min(1)
  .max(100)
  .describe(
    "When it is due, in the person's time zone: 2026-11-27, 2026-11-27T17:00, or words such as 'next friday 5pm'",
  );

export const tags = z
  .array(z.string().overwrite(cleanTag).min(1).max(taskLimits.tag))
  .overwrite(withoutRepeats)
  .max(taskLimits.tags);

/** Reads a rule while it is parsed, so that a wrong one is refused with its own reason. */
const rule = z.string().overwrite(cleanLine).max(taskLimits.recurrence);
const read = (text: string, context: z.RefinementCtx<string>): string => {
  const found = readRule(text);
  if (found.ok) return found.rule;
  context.issues.push({ code: "custom", message: found.why, input: text });
  return z.NEVER;
};

export const recurrence = rule
  .transform(read)
  .describe("RFC 5545 RRULE without DTSTART, such as FREQ=WEEKLY;BYDAY=MO,TH");

export const recurrenceOrRemove = rule
  .transform((text, context) => (text === "remove" ? text : read(text, context)))
  .describe('RFC 5545 RRULE without DTSTART, or "remove"');

export const parent = z
  .int()
  .min(1)
  .max(2_147_483_647)
  .describe("Number of the task that it is a part of. One level deep: a subtask can't have subtasks");

export const reminders = z
  .array(z.int().min(0).max(taskLimits.reminder))
  .max(taskLimits.reminders)
  .overwrite((list) => [...new Set(list)].toSorted((a, b) => a - b))
  .describe(
    "When to remind, in minutes before it is due: [0, 30]. Only a task with a due date reminds; a date without a time counts as 09:00",
  );

export const numbers = z
  .array(z.int().min(1).max(2_147_483_647))
  .min(1)
  .max(taskLimits.numbers)
  .overwrite((list) => [...new Set(list)])
  .describe("Task numbers: 12 for #12");
