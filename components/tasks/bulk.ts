import type { Priority } from "@/lib/tasks/schema";
import type { TasksState } from "./use-tasks";

/** What is done with all chosen tasks. `due` in words is read by the server; `tag` is added to those that are there. */
export type Bulk =
  | { type: "complete" | "delete" | "restore" }
  | { type: "due"; due: string }
  | { type: "priority"; priority: Priority }
  | { type: "tag"; tag: string };

const counted = (count: number) => `${count} ${count === 1 ? "task" : "tasks"}`;

/** One call for all of them; says how many were changed, and how many had no need of it. True when it was done. */
export async function bulkOn(list: TasksState, numbers: number[], bulk: Bulk): Promise<boolean> {
  if (numbers.length === 0) return false;
  const { runOnAll } = list;
  const now = new Date().toISOString();
  const said = (done: string) => (call: { changes: readonly { number: number }[] }) => {
    const changed = new Set(call.changes.map(({ number }) => number));
    const count = numbers.filter((number) => changed.has(number)).length;
    const rest = numbers.length - count;
    const along = changed.size - count;
    const also = along > 0 ? ` and ${along} that ${along === 1 ? "belongs" : "belong"} to them` : "";
    return `${done} ${counted(count)}${also}.${rest > 0 ? ` ${counted(rest)} needed no change.` : ""}`;
  };
  switch (bulk.type) {
    case "complete": {
      const hasOpen = numbers.some((number) => list.find(number)?.subtasks?.open);
      const parts = hasOpen ? ({ subtasks: "complete" } as const) : {};
      const input = { numbers, completed: true, ...parts };
      return Boolean(await runOnAll(numbers, { isCompleted: true }, "set_task_complete", input, said("Completed")));
    }
    case "delete":
      return Boolean(await runOnAll(numbers, { deletedAt: now }, "delete_task", { numbers }, said("Deleted")));
    case "restore":
      return Boolean(await runOnAll(numbers, { deletedAt: null }, "restore_task", { numbers }, said("Restored")));
    case "due": {
      const isDate = /^\d{4}-\d\d-\d\d$/.test(bulk.due);
      const look = isDate ? { dueDate: bulk.due } : bulk.due === "remove" ? { dueDate: null, dueTime: null } : {};
      const input = { numbers, patch: { due: bulk.due, keepTime: true } };
      return Boolean(await runOnAll(numbers, look, "update_task", input, said("Changed the date of")));
    }
    case "priority": {
      const { priority } = bulk;
      const input = { numbers, patch: { priority } };
      return Boolean(await runOnAll(numbers, { priority }, "update_task", input, said("Changed the priority of")));
    }
    case "tag": {
      const tag = bulk.tag.replace(/^#/, "");
      const input = { numbers, patch: { addTags: [tag] } };
      return Boolean(await runOnAll(numbers, {}, "update_task", input, said(`Tagged #${tag}:`)));
    }
  }
}
