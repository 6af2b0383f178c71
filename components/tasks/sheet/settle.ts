import { Refused } from "@/components/ask";
import type { Call } from "@/lib/activity/schema";
import type { Task } from "@/lib/tasks/schema";
import type { ToolInputs } from "@/lib/tools/registry";
import { namesIn, patchOf, same, type Values, valuesOf } from "./values";

export type Door = {
  update: (input: Partial<ToolInputs["update_task"]>) => Promise<Call>;
  /** The task as it is on the server now. */
  read: () => Promise<Task>;
};

/** What came of it, and how the task is as far as is known then. */
export type Outcome = { is: "saved"; call: Call; task: Task } | { is: "same" | "conflict"; task: Task };

/**
 * Saves what a person wants of a task that was as `base` when they began. Other fields may have changed meanwhile, here and
 * elsewhere; one that was itself changed to something else is never written over: that is a conflict, for the person to decide.
 * Throws what is neither.
 */
export async function settle(wanted: Partial<Values>, base: Values, latest: Task, door: Door): Promise<Outcome> {
  let task = latest;
  for (;;) {
    const now = valuesOf(task);
    const open = namesIn(wanted).filter((name) => !same(now[name], wanted[name]));
    if (open.length === 0) return { is: "same", task };
    if (open.some((name) => !same(now[name], base[name]))) return { is: "conflict", task };
    try {
      const patch = patchOf(Object.fromEntries(open.map((name) => [name, wanted[name]])));
      const call = await door.update({ numbers: [task.number], patch, version: task.version });
      const after = call.changes.find(({ number }) => number === task.number)?.after;
      return after ? { is: "saved", call, task: after } : { is: "same", task };
    } catch (error) {
      const fresh = error instanceof Refused && error.status === 409 ? await freshOf(error, task, door) : task;
      // Refused for another reason than a version that is no longer the newest.
      if (fresh.version === task.version) throw error;
      task = fresh;
    }
  }
}

/** A refusal that knows how the task is now spares the question. */
async function freshOf({ details }: Refused, { number }: Task, door: Door): Promise<Task> {
  const told = Array.isArray(details.tasks) ? (details.tasks as Task[]) : [];
  return told.find((task) => task.number === number) ?? door.read();
}
