import type { z } from "zod";
import type { activityOf } from "@/lib/activity/store";
import type { tasksOf } from "@/lib/tasks/store";
import type { Today } from "@/lib/words/today";

/** What a tool may touch: stores already bound to one person, so that no tool can name another. */
export type ToolContext = {
  tasks: ReturnType<typeof tasksOf>;
  activity: ReturnType<typeof activityOf>;
  today: Today;
};

export type Effect = "read" | "write" | "destroy";

/** A tool as its callers see it; `call` takes whatever arrived and parses it strictly before anything runs. */
export type Tool<Output = unknown> = {
  title: string;
  description: string;
  input: z.ZodObject;
  output: z.ZodObject;
  effect: Effect;
  /** false: for the interface and the API, not offered to models. */
  forModels: boolean;
  /** Task numbers or ids that this input would change or delete, for approval; [] for a read. */
  call(input: unknown, context: ToolContext): Promise<Output>;
};
