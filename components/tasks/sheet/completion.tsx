"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Wrong } from "@/components/ui/field";
import type { Filled } from "./use-sheet";

/** Done or open again. Where parts of it are still open, the person says what becomes of them. */
export function useCompletion(sheet: Filled) {
  const { task } = sheet.detail;
  const [ahead, setAhead] = useState<boolean | null>(null);
  const [asks, setAsks] = useState<string | null>(null);

  async function set(completed: boolean, subtasks?: "complete" | "leave") {
    setAsks(null);
    setAhead(completed);
    const said = completed ? "Completed." : "Reopened.";
    // Of a task that repeats, the date that is seen: in an old tab it may have been done already.
    const occurrence = completed && task.recurrence && task.dueDate ? { occurrence: task.dueDate } : {};
    const input = { numbers: [task.number], completed, ...occurrence, ...(subtasks && { subtasks }) };
    await sheet.run("state", "set_task_complete", input, said, (error) => {
      const isQuestion = error.details.reason === "has_subtasks";
      if (isQuestion) setAsks(error.message);
      return isQuestion;
    });
    setAhead(null);
  }

  return { isCompleted: ahead ?? task.isCompleted, asks, set, cancel: () => setAsks(null) };
}

type CompletionProps = { sheet: Filled; completion: ReturnType<typeof useCompletion> };

/** The question about open parts, and what went wrong. */
export function CompletionFoot({ sheet, completion }: CompletionProps) {
  const open = sheet.detail.subtasks.filter((one) => !one.isCompleted && one.deletedAt === null);
  return (
    <>
      <Wrong className={sheet.wrongs.state ? "mt-1 py-1! text-small" : ""}>{sheet.wrongs.state}</Wrong>
      {completion.asks ? (
        <div
          role="alert"
          className="mt-1.5 grid gap-2 rounded-slip border-ochre border-l-3 bg-slip px-3 py-2.5 text-small"
        >
          <p>
            {open.length > 0
              ? `${open.length === 1 ? "A part is" : `${open.length} parts are`} still open: ${open.map(({ title }) => `“${title}”`).join(", ")}. What should become of ${open.length === 1 ? "it" : "them"}?`
              : completion.asks}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button size="small" onClick={() => void completion.set(true, "complete")}>
              Complete all
            </Button>
            <Button size="small" onClick={() => void completion.set(true, "leave")}>
              Leave open
            </Button>
            <Button kind="quiet" size="small" onClick={completion.cancel}>
              Cancel
            </Button>
          </div>
        </div>
      ) : null}
    </>
  );
}
