import { list } from "@/lib/words/say";
import type { Today } from "@/lib/words/today";
import { patchFor } from "./calls";
import type { Command, Patch } from "./command";
import { due, quoted } from "./say-task";
import type { Seen } from "./seen";

/** Whether a task is as a change would leave it: only what its looked-up state tells for sure. */
function isSo(task: Seen, patch: Patch, today: Today): boolean {
  const wanted = Object.entries(patchFor(task, patch, today)).filter(([, value]) => value !== undefined);
  const moment = task.dueDate && (task.dueTime ? `${task.dueDate}T${task.dueTime}` : task.dueDate);
  const tags = task.tags.map((tag) => tag.toLowerCase());
  return (
    wanted.length > 0 &&
    wanted.every(([field, value]) => {
      if (field === "due") return value === (moment ?? "remove");
      if (field === "priority") return value === task.priority;
      if (field === "recurrence") return value === "remove" && task.recurrence === null;
      return field === "addTags" && (patch.addTags ?? []).every((tag) => tags.includes(tag.toLowerCase()));
    })
  );
}

/** The tasks that a change would leave as they are. Of what was only spoken of, nobody knows for sure. */
export function alreadySo(command: Command, tasks: Seen[], today: Today): Seen[] {
  if (command.do !== "update" || (command.target.kind !== "words" && command.target.kind !== "bulk")) return [];
  return tasks.filter((task) => isSo(task, command.patch, today));
}

export function sayAlready(command: Command, tasks: Seen[], today: Today): string | null {
  const [first] = tasks;
  if (command.do !== "update" || !first) return null;
  const { patch } = command;
  const isOne = tasks.length === 1;
  const names = tasks.length > 4 ? `${tasks.length} tasks` : list(tasks.map(quoted));
  const be = isOne ? "is" : "are";
  if (patch.recurrence) return `${names} ${isOne ? "does" : "do"} not repeat.`;
  const where =
    patch.due === "remove" ? "without a date" : patch.due || patch.shift ? `set for ${due(first, today)}` : null;
  const states = [
    where && `${be} already ${where}`,
    patch.priority &&
      `already ${isOne ? "has" : "have"} ${patch.priority === "none" ? "normal" : patch.priority} priority`,
    patch.addTags && `${be} already tagged ${patch.addTags.map((tag) => `#${tag}`).join(" ")}`,
  ].filter(Boolean);
  return `${names} ${states.join(" and ")}.`;
}
