"use client";

import type { Listed } from "./page";
import { QuickAdd } from "./quick-add";
import type { RowDeeds } from "./row-deeds";
import type { ListView } from "./task-list";
import { TaskRow } from "./task-row";

type TaskPartsProps = { task: Listed; view: ListView; deeds: RowDeeds };

/** The parts of a task, unfolded below it, and a line to add another one. */
export function TaskParts({ task, view, deeds }: TaskPartsProps) {
  const { list, selection, renaming } = view;
  const parts = list.looking(list.parts.get(task.number) ?? [], { ...list.query, view: "all" });
  return (
    <li className="task-parts">
      <ul aria-label={`Subtasks of “${task.title}”`}>
        {parts.map((part) => (
          <TaskRow
            key={part.number}
            task={part}
            isChosen={selection.chosen.has(part.number)}
            isRenaming={renaming === part.number}
            deeds={deeds}
          />
        ))}
      </ul>
      {task.isCompleted || task.deletedAt ? null : (
        <QuickAdd
          run={list.run}
          parent={task.number}
          label={`Add a subtask to “${task.title}”`}
          placeholder="Add a subtask"
          close={() => deeds.fold(task.number)}
        />
      )}
    </li>
  );
}
