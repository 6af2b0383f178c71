"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Listed } from "./page";

type AskPartsProps = { task: Listed; all: (choice: "complete" | "leave") => void; close: () => void };

/** A task with open parts is done: are they? */
export function AskParts({ task, all, close }: AskPartsProps) {
  const open = task.subtasks?.open ?? 0;
  const choose = (choice: "complete" | "leave") => () => {
    close();
    all(choice);
  };
  return (
    <Dialog label="Complete its subtasks too?" close={close}>
      <div className="grid gap-4 p-5">
        <p>
          “{task.title}” has {open} open {open === 1 ? "subtask" : "subtasks"}. Complete {open === 1 ? "it" : "them"}{" "}
          too?
        </p>
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" onClick={choose("complete")}>
            Complete {open === 1 ? "both" : "all"}
          </Button>
          <Button onClick={choose("leave")}>Only this one</Button>
          <Button kind="quiet" onClick={close}>
            Cancel
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
