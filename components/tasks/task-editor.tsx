"use client";

import { Trash2 } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { fieldLook } from "@/components/ui/field";
import { cn } from "@/lib/cn";
import type { Priority, Task } from "@/lib/tasks/schema";
import type { TasksState } from "./use-tasks";

type TaskEditorProps = { task: Task; runOn: TasksState["runOn"]; close: () => void };

const small = cn(fieldLook, "h-8 text-small pointer-coarse:h-10");

/** A task opened in place. Only the fields that were changed are sent. */
export function TaskEditor({ task, runOn, close }: TaskEditorProps) {
  const due = task.dueDate ? (task.dueTime ? `${task.dueDate} ${task.dueTime}` : task.dueDate) : "";
  const start = {
    title: task.title,
    due,
    priority: task.priority,
    tags: task.tags.join(" "),
    description: task.description ?? "",
  };
  const [now, setNow] = useState(start);
  const set = (field: keyof typeof start) => (event: { target: { value: string } }) =>
    setNow({ ...now, [field]: event.target.value });

  async function save(event?: FormEvent) {
    event?.preventDefault();
    const patch = {
      ...(now.title.trim() !== start.title && { title: now.title.trim() }),
      ...(now.due.trim() !== start.due && {
        due: now.due.trim().replace(/^(\S{10}) (\d\d:\d\d)$/, "$1T$2") || "remove",
      }),
      ...(now.priority !== start.priority && { priority: now.priority as Priority }),
      ...(now.tags.trim() !== start.tags && {
        tags: now.tags.split(/[\s,]+/).flatMap((tag) => tag.replace(/^#/, "") || []),
      }),
      ...(now.description.trim() !== start.description && { description: now.description.trim() || "remove" }),
    };
    if (Object.keys(patch).length === 0) return close();
    const call = await runOn(task, { title: now.title.trim() }, "update_task", { numbers: [task.number], patch });
    // A refused change stays open with what was typed.
    if (call) close();
  }

  function key(event: KeyboardEvent) {
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    }
  }

  return (
    <form onSubmit={save} onKeyDown={key} aria-label={`Task ${task.number}`} className="grid gap-2 py-2">
      <input
        aria-label="Title"
        // The person asked to edit by opening the task.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        required
        maxLength={500}
        value={now.title}
        onChange={set("title")}
        className={cn(small, "font-medium text-base")}
      />
      <div className="grid grid-cols-[minmax(0,1fr)_7rem] gap-2">
        <input
          aria-label="Due"
          value={now.due}
          onChange={set("due")}
          placeholder="Due: friday 5pm, 2026-12-01…"
          className={cn(small, "figures")}
        />
        <select aria-label="Priority" value={now.priority} onChange={set("priority")} className={small}>
          <option value="none">No priority</option>
          <option value="low">Low</option>
          <option value="medium">Medium</option>
          <option value="high">High</option>
        </select>
      </div>
      <input aria-label="Tags" value={now.tags} onChange={set("tags")} placeholder="Tags" className={small} />
      <textarea
        aria-label="Notes"
        value={now.description}
        onChange={set("description")}
        maxLength={10_000}
        rows={2}
        placeholder="Notes"
        className={cn(fieldLook, "field-sizing-content max-h-60 min-h-14 py-1.5 text-small")}
      />
      <div className="flex items-center gap-2">
        <Button type="submit" kind="primary" size="small">
          Save
        </Button>
        <Button kind="quiet" size="small" onClick={close}>
          Cancel
        </Button>
        <IconButton
          label={`Delete “${task.title}”`}
          className="ml-auto hover:text-red"
          onClick={() => {
            close();
            void runOn(
              task,
              { deletedAt: new Date().toISOString() },
              "delete_task",
              { numbers: [task.number] },
              `Moved “${task.title}” to the bin.`,
            );
          }}
        >
          <Trash2 aria-hidden />
        </IconButton>
      </div>
    </form>
  );
}
