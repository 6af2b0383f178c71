import type { TaskWords } from "@/lib/words/read-task";
import { shiftDue } from "@/lib/words/shift";
import type { Due, Today } from "@/lib/words/today";
import type { Command, Filter, Patch } from "./command";
import type { Seen } from "./seen";

export type ToolCall = { name: string; input: Record<string, unknown> };

const dueText = ({ date, time }: Due) => (time ? `${date}T${time}` : date);

export function createCall({ title, due, recurrence, priority, tags }: TaskWords): ToolCall {
  const input: Record<string, unknown> = { title: title.slice(0, 500) };
  if (due) input.due = dueText(due);
  if (recurrence) input.recurrence = recurrence;
  if (priority !== "none") input.priority = priority;
  if (tags.length > 0) input.tags = tags;
  return { name: "create_task", input };
}

/** One word may be a tag as well as part of a title. */
export function searchCalls(filter: Filter): ToolCall[] {
  const { text, ...rest } = filter;
  if (!text) return [{ name: "list_tasks", input: { ...rest, limit: 100 } }];
  const byText = { name: "list_tasks", input: { ...rest, text, limit: 100 } };
  const isTag = /^[\p{L}\p{N}_-]{2,50}$/u.test(text) && !rest.tag;
  return isTag ? [byText, { name: "list_tasks", input: { ...rest, tag: text.toLowerCase(), limit: 100 } }] : [byText];
}

/** The calls that change these tasks; several when a move leads them to different dates. */
export function changeCalls(command: Command, tasks: Seen[], today: Today): ToolCall[] {
  const numbers = tasks.map(({ number }) => number);
  if (numbers.length === 0) return [];
  if (command.do === "complete")
    return inPortions(numbers).map((part) => ({
      name: "set_task_complete",
      input: { numbers: part, completed: command.completed },
    }));
  if (command.do === "delete")
    return inPortions(numbers).map((part) => ({ name: "delete_task", input: { numbers: part } }));
  if (command.do === "restore")
    return inPortions(numbers).map((part) => ({ name: "restore_task", input: { numbers: part } }));
  if (command.do !== "update") return [];
  const groups = new Map<string, { numbers: number[]; patch: Record<string, unknown> }>();
  for (const task of tasks) {
    const patch = patchFor(task, command.patch, today);
    const key = JSON.stringify(patch);
    const group = groups.get(key) ?? { numbers: [], patch };
    group.numbers.push(task.number);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ numbers, patch }) =>
    inPortions(numbers).map((part) => ({ name: "update_task", input: { numbers: part, patch } })),
  );
}

function inPortions(numbers: number[]) {
  const portions: number[][] = [];
  for (let i = 0; i < numbers.length; i += 200) portions.push(numbers.slice(i, i + 200));
  return portions;
}

function patchFor(task: Seen, { due, hasDay, shift, ...rest }: Patch, today: Today): Record<string, unknown> {
  const moved = dueFor(task, { due, hasDay, shift }, today);
  return moved ? { ...rest, due: moved } : { ...rest };
}

/** A new time keeps the day, a new day keeps the time. */
function dueFor(task: Seen, { due, hasDay, shift }: Patch, today: Today): string | null {
  const current = task.dueDate ? { date: task.dueDate, time: task.dueTime } : null;
  if (shift) return dueText(shiftDue(current, shift, today));
  if (!due || due === "remove") return due ?? null;
  if (!hasDay && current) return dueText({ date: current.date, time: due.time });
  return dueText({ date: due.date, time: due.time ?? current?.time ?? null });
}

/** Whether the change depends on where a task stands. */
export const needsCurrent = (patch: Patch) => Boolean(patch.shift || (patch.due && patch.due !== "remove"));
