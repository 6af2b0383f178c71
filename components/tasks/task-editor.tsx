"use client";

import { Repeat2, Trash2 } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Refused, sentence } from "@/components/ask";
import { Button } from "@/components/ui/button";
import { fieldLook, Wrong } from "@/components/ui/field";
import { useRecurrenceWords } from "@/components/words";
import { cn } from "@/lib/cn";
import type { Task } from "@/lib/tasks/schema";
import { EditorField } from "./editor-field";
import { isField, patchOf, rebased, type Typed, typedOf } from "./typed";
import type { TasksState } from "./use-tasks";

type TaskEditorProps = { task: Task; runOn: TasksState["runOn"]; close: () => void };

const small = cn(fieldLook, "h-8 text-small pointer-coarse:h-11");

/** A task opened in place. Only the fields that were changed are sent. */
export function TaskEditor({ task, runOn, close }: TaskEditorProps) {
  const form = useRef<HTMLFormElement>(null);
  /** The task as the person saw it: what has changed elsewhere since is not theirs to change back. */
  const [seen, setSeen] = useState(() => typedOf(task));
  const [now, setNow] = useState(seen);
  const [wrong, setWrong] = useState<{ field: keyof Typed | null; text: string } | null>(null);
  const set = (field: keyof Typed) => (event: { target: { value: string } }) => {
    setNow({ ...now, [field]: event.target.value });
    setWrong(null);
  };
  const wrongOf = (field: keyof Typed | null) => (wrong?.field === field ? wrong.text : null);

  useEffect(() => {
    // In braces: newer browsers return a promise here, which React would take for a clean-up.
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);

  /** The server's sentence goes beside the field that it is about, and so does the cursor. */
  function refused(error: unknown) {
    const named = error instanceof Refused ? String(error.details.field).split(".") : [];
    const field = named.find(isField) ?? null;
    setWrong({ field, text: sentence(error) });
    if (field) form.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    setWrong(null);
    const fresh = typedOf(task);
    const { now: mine, both } = rebased(seen, now, fresh);
    setSeen(fresh);
    setNow(mine);
    const [field] = both;
    if (field) {
      const text = `This was changed to “${fresh[field]}” meanwhile. Save again to keep yours.`;
      return setWrong({ field, text });
    }
    const patch = patchOf(fresh, mine);
    if (Object.keys(patch).length === 0) return close();
    const input = { numbers: [task.number], patch, version: task.version };
    const call = await runOn(task, { title: now.title.trim() }, "update_task", input, undefined, refused);
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
    <form
      ref={form}
      onSubmit={save}
      onKeyDown={key}
      aria-label={`Task ${task.number}`}
      className="grid scroll-mb-4 gap-2 py-2"
    >
      <EditorField label="Title" wrong={wrongOf("title")}>
        {(control) => (
          <input
            {...control}
            name="title"
            // The person asked to edit by opening the task.
            // biome-ignore lint/a11y/noAutofocus: see above
            autoFocus
            required
            maxLength={500}
            value={now.title}
            onChange={set("title")}
            className={cn(small, "font-medium text-base")}
          />
        )}
      </EditorField>
      <div className="grid gap-2 sm:grid-cols-[minmax(0,1fr)_7rem] sm:pointer-coarse:grid-cols-[minmax(0,1fr)_8.5rem]">
        <EditorField label="Due" wrong={wrongOf("due")}>
          {(control) => (
            <input
              {...control}
              name="due"
              value={now.due}
              onChange={set("due")}
              placeholder="friday 5pm, 2026-12-01…"
              className={cn(small, "figures")}
            />
          )}
        </EditorField>
        <EditorField label="Priority" wrong={wrongOf("priority")}>
          {(control) => (
            <select
              {...control}
              name="priority"
              value={now.priority}
              onChange={set("priority")}
              className={cn(small, "choice pr-7!")}
            >
              <option value="none">No priority</option>
              <option value="low">Low</option>
              <option value="medium">Medium</option>
              <option value="high">High</option>
            </select>
          )}
        </EditorField>
      </div>
      {task.recurrence ? <Recurrence task={task} rule={task.recurrence} runOn={runOn} refused={refused} /> : null}
      <EditorField label="Tags" wrong={wrongOf("tags")}>
        {(control) => (
          <input
            {...control}
            name="tags"
            value={now.tags}
            onChange={set("tags")}
            placeholder="home shopping"
            className={small}
          />
        )}
      </EditorField>
      <EditorField label="Notes" wrong={wrongOf("description")}>
        {(control) => (
          <textarea
            {...control}
            name="description"
            value={now.description}
            onChange={set("description")}
            maxLength={10_000}
            rows={2}
            className={cn(fieldLook, "field-sizing-content max-h-60 min-h-14 py-1.5 text-small")}
          />
        )}
      </EditorField>
      <Wrong className={wrongOf(null) ? "text-small" : ""}>{wrongOf(null)}</Wrong>
      <div className="mt-3 flex items-center gap-2">
        <Button type="submit" kind="primary" size="small">
          Save
        </Button>
        <Button kind="quiet" size="small" onClick={close}>
          Cancel
        </Button>
        <Button
          kind="quiet"
          size="small"
          aria-label={`Delete “${task.title}”`}
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
          <Trash2 aria-hidden className="size-4" />
          Delete
        </Button>
      </div>
    </form>
  );
}

type RecurrenceProps = Pick<TaskEditorProps, "task" | "runOn"> & { rule: string; refused: (error: unknown) => void };

function Recurrence({ task, rule, runOn, refused }: RecurrenceProps) {
  const words = useRecurrenceWords(true)(rule);
  const line = useRef<HTMLDivElement>(null);

  async function stop() {
    // The button goes with the rule; what it belonged to is the date.
    const due = line.current?.closest("form")?.querySelector<HTMLElement>("[name=due]");
    const input = { numbers: [task.number], patch: { recurrence: "remove" } };
    const call = await runOn(task, {}, "update_task", input, `“${task.title}” no longer repeats.`, refused);
    if (call) due?.focus();
  }

  return (
    <div ref={line} className="flex flex-wrap items-center gap-x-2 text-small text-soft">
      <Repeat2 aria-hidden className="size-3.5" />
      <p>Repeats {words}</p>
      <Button kind="quiet" size="small" className="ml-auto" onClick={() => void stop()}>
        Stop repeating
      </Button>
    </div>
  );
}
