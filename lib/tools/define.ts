import type { z } from "zod";
import type { Activity } from "@/lib/activity/store";
import type { Tasks } from "@/lib/tasks/store";
import type { Today } from "@/lib/words/today";

/** What a tool may touch: stores already bound to one person, so that no tool can name another. */
export type ToolContext = {
  tasks: Tasks;
  activity: Activity;
  today: Today;
  /** The record's row of the call that runs; an undo links what it undid to it. "" when nothing runs yet. */
  callLogId: string;
};

export type Effect = "read" | "write" | "destroy";

/** Which existing tasks an input would put into the bin, and which it would otherwise change: what approval counts. */
export type Touches = { deletes: number[]; changes: number[] };

/** A tool as its callers see it; `call` takes whatever arrived and parses it strictly before anything runs. */
export type Tool<Output = unknown> = {
  title: string;
  description: string;
  input: z.ZodObject;
  output: z.ZodObject;
  effect: Effect;
  touches(input: unknown, context: ToolContext): Promise<Touches>;
  call(input: unknown, context: ToolContext): Promise<Output>;
};

type Definition<Input extends z.ZodObject, Output extends z.ZodObject> = {
  title: string;
  description: string;
  input: Input;
  output: Output;
  effect: Effect;
  touches?(input: z.output<Input>, context: ToolContext): Touches | Promise<Touches>;
  run(input: z.output<Input>, context: ToolContext): Promise<z.output<Output>>;
};

export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  definition: Definition<Input, Output>,
) {
  const { input, run, touches, ...words } = definition;
  return {
    ...words,
    input,
    touches: async (given: unknown, context: ToolContext): Promise<Touches> =>
      touches ? touches(input.parse(given), context) : { deletes: [], changes: [] },
    call: async (given: unknown, context: ToolContext): Promise<z.output<Output>> => run(input.parse(given), context),
  };
}
