import { generateText, Output } from "ai";
import { z } from "zod";
import { languageModel, offeredModel } from "@/lib/assistant/models";
import { instantOfReference } from "./clock";
import { intents } from "./gold";
import type { Message } from "./parse";
import type { Reading } from "./prediction";

const moment = z
  .string()
  .nullable()
  .describe("Local wall clock, 2026-03-12 or 2026-03-12T17:00; null when the words name none");

const answer = z.object({
  intent: z.enum(intents),
  title: z
    .string()
    .nullable()
    .describe("What is to be done, in the person's words, without date and command; in a change the new title"),
  due: moment.describe(
    "When the task is due. A repeating task is due on its first date. 2026-03-12 or 2026-03-12T17:00, or null",
  ),
  recurrence: z.string().nullable().describe("RRULE without DTSTART, such as FREQ=WEEKLY;BYDAY=TU, or null"),
  target: z.string().nullable().describe("The words that name the existing task to be changed, or null"),
  iso: moment.describe("The moment that the words name, whatever is wanted: 2026-03-12 or 2026-03-12T17:00, or null"),
});

const meanings = `Read one message to a to-do list and say what it means. Do nothing else.
Intents: create (a new task, reminder or appointment), list (any question about the tasks), complete (done, or open again), update (date, title, priority, tags), delete, undo, smalltalk_or_help (chat, or a question about the assistant), out_of_scope (anything else, such as weather, music, alarms).
Dates lie in the future. Answer with one JSON object of this schema:
${JSON.stringify(z.toJSONSchema(answer))}`;

/** The same questions that the built-in assistant is asked, put to a language model. An answer that doesn't fit reads as nothing. */
export async function askModel({ text, ...reference }: Message, model: string): Promise<Reading> {
  const now = instantOfReference(reference);
  const today = { now, timeZone: reference.timezone };
  const weekday = new Intl.DateTimeFormat("en", { weekday: "long", timeZone: reference.timezone }).format(now);
  const offered = offeredModel(model);
  const { output } = await generateText({
    model: await languageModel(offered, today),
    instructions: `${meanings}\nNow it is ${weekday}, ${reference.reference_time} (${reference.timezone}).`,
    prompt: text,
    // Not every provider takes a schema, so it stands in the instructions.
    output: Output.json(),
    maxRetries: 2,
    abortSignal: AbortSignal.timeout(60_000),
    ...(offered.provider === "openai" ? { providerOptions: { openai: { store: false } } } : {}),
  });
  return answer.parse(output);
}
