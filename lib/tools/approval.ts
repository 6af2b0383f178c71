import "server-only";
import type { Call } from "@/lib/activity/schema";
import type { Settings } from "@/lib/auth/schema";
import { translateError } from "@/lib/errors";
import { isDeletion } from "@/lib/tasks/reverse";
import type { Task } from "@/lib/tasks/schema";
import type { ToolContext, Touches } from "./define";
import { isToolName, type ToolName, tools } from "./registry";

type Approval = Settings["approval"];

/**
 * Whether a call must wait for the person's yes, as a question to be asked once the calls before it are known. undefined when no
 * earlier call could make it so. Only tasks that exist count: a call that names others fails by itself.
 */
export async function mustAsk(name: ToolName, input: unknown, context: ToolContext, approval: Approval) {
  const { deletes, changes } = await touchedOrNothing(name, input, context);
  if (deletes.length + changes.length === 0) return undefined;
  const known = new Set((await context.tasks.known([...deletes, ...changes])).map((task) => task.number));
  const own = {
    deletes: deletes.filter((each) => known.has(each)),
    changes: changes.filter((each) => known.has(each)),
  };

  return async (earlier: Call[]): Promise<boolean> => {
    const before = await Promise.all(earlier.map((call) => touchedBy(call, context)));
    const isOver = (limit: Approval["delete"], kind: keyof Touches) => {
      if (own[kind].length === 0 || limit === "never") return false;
      return limit === "always" || new Set([...own[kind], ...before.flatMap((each) => each[kind])]).size > limit;
    };
    return isOver(approval.delete, "deletes") || isOver(approval.change, "changes");
  };
}

/** A call that can't even say what it would touch (an undo of nothing) is run, and so put on the record as the error that it is. */
async function touchedOrNothing(name: ToolName, input: unknown, context: ToolContext): Promise<Touches> {
  return tools[name].touches(input, context).catch((thrown: unknown) => {
    if (translateError(thrown).code === "internal" || translateError(thrown).code === "unavailable") throw thrown;
    return { deletes: [], changes: [] };
  });
}

/** What an earlier call did, or is about to do. What the person has said yes to doesn't count against what they haven't seen. */
async function touchedBy(call: Call, context: ToolContext): Promise<Touches> {
  if (call.decidedAt !== null) return { deletes: [], changes: [] };
  const isToCome = call.status === "EXECUTING" || call.status === "PENDING";
  if (isToCome && isToolName(call.toolName) && call.toolName !== "undo_change") {
    return tools[call.toolName].touches(call.parameters, context);
  }
  const touched = call.changes.filter((change) => change.before !== null);
  const isDelete = new Set(touched.filter(({ before, after }) => isDeletion(before, after)));
  const numbersOf = (changes: typeof touched) => changes.map((change) => change.number);
  return { deletes: numbersOf([...isDelete]), changes: numbersOf(touched.filter((change) => !isDelete.has(change))) };
}

/** The tasks that a waiting call would change, as they are now. */
export async function touchedTasks(call: Call, context: ToolContext): Promise<Task[]> {
  if (!isToolName(call.toolName)) return [];
  const { deletes, changes } = await touchedOrNothing(call.toolName, call.parameters, context);
  return context.tasks.known([...deletes, ...changes]);
}

/** The card below the question has them all. */
const named = 2;

/** What each tool would do to that many tasks; `input` is what it was asked. */
const deeds: { [N in ToolName]?: (tasks: string, input: { completed?: boolean }) => string } = {
  delete_task: (tasks) => `move ${tasks} to the bin`,
  restore_task: (tasks) => `take ${tasks} out of the bin`,
  update_task: (tasks) => `change ${tasks}`,
  set_task_complete: (tasks, { completed }) => (completed === false ? `reopen ${tasks}` : `mark ${tasks} as done`),
  move_task: (tasks) => `move ${tasks} to another place in the list`,
  undo_change: (tasks) => `undo what was done to ${tasks}`,
};

/** The question to the person, made from the server's state and never from a model's words; ends in a question mark. */
export function inWords(call: Call, tasks: Task[]): string {
  const count = tasks.length === 1 ? "1 task" : `${tasks.length} tasks`;
  const names = tasks.slice(0, tasks.length > named + 1 ? named : undefined).map(({ title }) => `“${title}”`);
  const left = tasks.length - names.length;
  const listed = left > 0 ? `${names.join(", ")} and ${left} more` : list.format(names);
  const deed = isToolName(call.toolName) ? deeds[call.toolName] : undefined;
  return `Shall I ${deed ? deed(count, call.parameters as { completed?: boolean }) : `do that to ${count}`}: ${listed}?`;
}

const list = new Intl.ListFormat("en", { style: "long", type: "conjunction" });
