"use client";

import { Unlink } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { sayTaskDue } from "@/components/activity/diff";
import { usePerson } from "@/components/frame/person";
import { IconButton } from "@/components/ui/button";
import { Wrong } from "@/components/ui/field";
import { cn } from "@/lib/cn";
import type { Task } from "@/lib/tasks/schema";
import { openTask } from "./open-task";
import { lineLook } from "./row";
import type { Filled } from "./use-sheet";

/** The parts of a task, one level deep: added, ticked, opened, and let go. */
export function Subtasks({ sheet }: { sheet: Filled }) {
  const [text, setText] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const { task, subtasks } = sheet.detail;
  const isLocked = task.deletedAt !== null;
  // A part has no parts of its own.
  if (task.parent !== null) return null;

  async function add(event: FormEvent) {
    event.preventDefault();
    const title = text.trim();
    if (!title) return;
    setText("");
    const call = await sheet.run("subtasks", "create_task", { title, parent: task.number }, `Added “${title}”.`);
    // What was refused goes back into the box, unless something new stands there.
    if (!call) setText((now) => now || title);
    field.current?.focus();
  }

  return (
    <section aria-label="Subtasks">
      <h3 className="label">
        Subtasks
        {subtasks.length > 0 ? (
          <span className="figures font-normal">
            {" "}
            {subtasks.filter((one) => one.isCompleted).length} of {subtasks.length} done
          </span>
        ) : null}
      </h3>
      <ul>
        {subtasks.map((subtask) => (
          <Subtask key={subtask.number} subtask={subtask} sheet={sheet} />
        ))}
      </ul>
      {isLocked ? null : (
        <form onSubmit={add} className="mt-1.5">
          <input
            ref={field}
            aria-label="Add a subtask"
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder="Add a subtask…"
            className={lineLook}
          />
        </form>
      )}
      <Wrong className={sheet.wrongs.subtasks ? "mt-1 py-1! text-small" : ""}>{sheet.wrongs.subtasks}</Wrong>
    </section>
  );
}

function Subtask({ subtask, sheet }: { subtask: Task; sheet: Filled }) {
  const { today, clock } = usePerson();
  const [ahead, setAhead] = useState<boolean | null>(null);
  const { number, title } = subtask;
  const isDone = ahead ?? subtask.isCompleted;

  async function tick(completed: boolean) {
    setAhead(completed);
    const said = completed ? `Completed “${title}”.` : `Reopened “${title}”.`;
    await sheet.run("subtasks", "set_task_complete", { numbers: [number], completed }, said);
    setAhead(null);
  }

  function detach() {
    const said = `“${title}” is a task of its own now.`;
    void sheet.run("subtasks", "update_task", { numbers: [number], patch: { parent: null } }, said);
  }

  return (
    <li className="flex items-start gap-2.5 border-rule border-b py-1.5 pointer-coarse:py-2.75">
      <input
        type="checkbox"
        checked={isDone}
        aria-label={`Complete “${title}”`}
        onChange={(event) => void tick(event.target.checked)}
        className="task-tick"
      />
      <button
        type="button"
        onClick={() => openTask(number)}
        aria-label={`Open “${title}”`}
        className={cn(
          "wrap-anywhere min-w-0 flex-1 rounded-slip text-left hover:underline pointer-coarse:-my-2.75 pointer-coarse:py-2.75",
          isDone && "text-faint line-through decoration-faint",
        )}
      >
        {title}
      </button>
      <span className="figures shrink-0 text-faint text-small">{sayTaskDue(subtask, { today, clock })}</span>
      <IconButton label={`Detach “${title}”`} onClick={detach} className="-my-1.25 pointer-coarse:-my-2.75">
        <Unlink aria-hidden />
      </IconButton>
    </li>
  );
}
