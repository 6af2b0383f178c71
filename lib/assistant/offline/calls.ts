import { shiftDue } from "@/lib/words/shift";
import type { Due, Today } from "@/lib/words/today";
import type { Command, Patch, Target } from "./command";
import type { Seen } from "./seen";

export type ToolCall = { name: string; input: Record<string, unknown> };

const reads = new Set(["list_tasks", "get_overview"]);
export const isRead = ({ name }: { name: string }) => reads.has(name);

/** The number of a task that was told by another sentence's words. */
const numberIn = (target: Target) => (target.kind === "numbers" ? target.numbers[0] : undefined);

const dueText = ({ date, time }: Due) => (time ? `${date}T${time}` : date);

export function createCall({ task, notes, under }: Extract<Command, { do: "create" }>): ToolCall {
  const { title, due, recurrence, priority, tags } = task;
  const input: Record<string, unknown> = { title: title.slice(0, 500) };
  if (due) input.due = dueText(due);
  if (recurrence) input.recurrence = recurrence;
  if (priority !== "none") input.priority = priority;
  if (tags.length > 0) input.tags = tags;
  if (notes) input.description = notes;
  if (under) input.parent = numberIn(under);
  return { name: "create_task", input };
}

/** The calls that change these tasks; several when a move leads them to different dates. */
export function changeCalls(command: Command, tasks: Seen[], today: Today): ToolCall[] {
  const numbers = tasks.map(({ number }) => number);
  if (numbers.length === 0) return [];
  if (command.do === "complete")
    return inPortions(numbers).map((part) => ({
      name: "set_task_complete",
      input: { numbers: part, completed: command.completed, ...(command.parts && { subtasks: command.parts }) },
    }));
  if (command.do === "delete")
    return inPortions(numbers).map((part) => ({ name: "delete_task", input: { numbers: part } }));
  if (command.do === "restore")
    return inPortions(numbers).map((part) => ({ name: "restore_task", input: { numbers: part } }));
  if (command.do === "move") {
    const beside = command.beside && numberIn(command.beside);
    const place = command.place === "last" || beside === undefined ? {} : { [command.place]: beside };
    return numbers.map((number) => ({ name: "move_task", input: { number, ...place } }));
  }
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

export function patchFor(task: Seen, patch: Patch, today: Today): Record<string, unknown> {
  const { due: _, hasDay: __, isBareHour: ___, shift: ____, addReminders, ...others } = patch;
  const reminders = addReminders && [...new Set([...(task.reminders ?? []), ...addReminders])];
  const rest = { ...others, ...(reminders && { reminders }) };
  const moved = dueFor(task, patch, today);
  return moved ? { ...rest, due: moved } : { ...rest };
}

/** A new time keeps the day, a new day keeps the time. */
function dueFor(task: Seen, { due, hasDay, isBareHour, shift }: Patch, today: Today): string | null {
  const current = task.dueDate ? { date: task.dueDate, time: task.dueTime } : null;
  if (shift) return dueText(shiftDue(current, shift, today));
  if (!due || due === "remove") return due ?? null;
  const time = due.time && isBareHour && current ? nearestHalf(due.time, current.time ?? noon) : due.time;
  if (!hasDay && current) return dueText({ date: current.date, time });
  return dueText({ date: due.date, time: time ?? current?.time ?? null });
}

const noon = "13:00";
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** "make it 2", of a lunch at one, is two in the afternoon: the half of the day that is nearer to where it stands. */
function nearestHalf(time: string, present: string): string {
  const hour = Number(time.slice(0, 2));
  const other = `${String((hour + 12) % 24).padStart(2, "0")}${time.slice(2)}`;
  const away = (one: string) => Math.abs(minutesOf(one) - minutesOf(present));
  return away(other) < away(time) ? other : time;
}

/** Whether the change depends on where a task stands. */
export const needsCurrent = (patch: Patch) =>
  Boolean(patch.shift || patch.addReminders || (patch.due && patch.due !== "remove"));
