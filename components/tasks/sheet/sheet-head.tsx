"use client";

import { ArchiveRestore, Trash2, X } from "lucide-react";
import { undoChange } from "@/components/activity/use-undo";
import { Button, IconButton } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { AskAbout } from "./ask-about";
import type { useCompletion } from "./completion";
import type { Filled } from "./use-sheet";

type SheetHeadProps = { sheet: Filled; completion: ReturnType<typeof useCompletion>; onClose: () => void };

/** The number, the box to tick, and what can be done with the whole task. */
export function SheetHead({ sheet, completion, onClose }: SheetHeadProps) {
  const { task } = sheet.detail;
  const inBin = task.deletedAt !== null;

  async function remove() {
    const call = await sheet.run("state", "delete_task", { numbers: [task.number] }, "Moved to the bin.");
    if (!call) return;
    onClose();
    // The sheet is closed by then: what goes wrong is said in passing, as this was.
    const action = { label: "Undo", run: () => void undoChange({ call: call.id }, () => {}) };
    toast(`Moved “${task.title}” to the bin.`, { action });
  }

  return (
    <div className="flex items-center gap-1 border-rule border-b py-1.5 pr-2 pl-4">
      {inBin ? (
        <Button
          size="small"
          onClick={() => void sheet.run("state", "restore_task", { numbers: [task.number] }, "Restored.")}
        >
          <ArchiveRestore aria-hidden className="size-4" />
          Restore
        </Button>
      ) : (
        <label className="flex items-center gap-2.5 py-1 pr-2 text-small text-soft pointer-coarse:py-2.5">
          <input
            type="checkbox"
            checked={completion.isCompleted}
            onChange={(event) => void completion.set(event.target.checked)}
            className="task-tick mt-0!"
          />
          {completion.isCompleted ? "Completed" : "Complete"}
        </label>
      )}
      <p className="figures ml-auto pr-1 text-faint text-small">
        {inBin ? "In the bin · " : ""}#{task.number}
      </p>
      <AskAbout task={task} onClose={onClose} />
      {inBin ? null : (
        <IconButton label={`Delete “${task.title}”`} onClick={() => void remove()} className="hover:text-red">
          <Trash2 aria-hidden />
        </IconButton>
      )}
      <IconButton label="Close" onClick={onClose}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
