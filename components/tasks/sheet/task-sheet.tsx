"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { CompletionFoot, useCompletion } from "./completion";
import { DueField } from "./due-field";
import { History } from "./history";
import { NotesField } from "./notes-field";
import { ParentLine } from "./parent-line";
import { PriorityField } from "./priority-field";
import { RemindersField } from "./reminders-field";
import { RepeatField } from "./repeat-field";
import { SavedLine } from "./saved-line";
import { SheetHead } from "./sheet-head";
import { Subtasks } from "./subtasks";
import { TagsField } from "./tags-field";
import { TitleField } from "./title-field";
import { type Filled, useSheet } from "./use-sheet";

type TaskSheetProps = { number: number; onClose: () => void };

/** One task with all that belongs to it: beside the list where there is room, over everything on a phone. */
export function TaskSheet({ number, onClose }: TaskSheetProps) {
  const sheet = useSheet(number);
  const { detail, shown, missing } = sheet;
  return (
    <Dialog
      label={`Task ${number}`}
      close={onClose}
      className="m-0! ml-auto! h-dvh max-h-none! w-full! max-w-none! rounded-none! border-y-0! border-r-0! md:max-w-112!"
    >
      {detail && shown ? (
        <Body sheet={{ ...sheet, detail, shown }} onClose={onClose} />
      ) : (
        <div className="grid justify-items-start gap-3 p-4">
          <p role="status" className="text-soft">
            {missing ?? `Opening #${number}…`}
          </p>
          <Button size="small" onClick={onClose}>
            Close
          </Button>
        </div>
      )}
    </Dialog>
  );
}

function Body({ sheet, onClose }: { sheet: Filled; onClose: () => void }) {
  const completion = useCompletion(sheet);
  return (
    <div className="flex h-full flex-col">
      <SheetHead sheet={sheet} completion={completion} onClose={onClose} />
      <div className="grid min-h-0 flex-1 content-start gap-3 overflow-y-auto overscroll-contain px-4 pt-3 pb-8">
        <div>
          <TitleField sheet={sheet} />
          <CompletionFoot sheet={sheet} completion={completion} />
        </div>
        <ParentLine sheet={sheet} />
        <NotesField sheet={sheet} />
        <div className="grid gap-1.5">
          <DueField sheet={sheet} />
          <RepeatField sheet={sheet} />
          <RemindersField sheet={sheet} />
          <PriorityField sheet={sheet} />
          <TagsField sheet={sheet} />
        </div>
        <Subtasks sheet={sheet} />
        <Past number={sheet.number} />
      </div>
      <SavedLine sheet={sheet} />
    </div>
  );
}

/** The record of the task, read when it is asked for. */
function Past({ number }: { number: number }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-label="History" className="[--hole:var(--color-sheet)]">
      <Button
        kind="quiet"
        size="small"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="-ml-2.5 aria-expanded:[&>svg]:rotate-90"
      >
        <ChevronRight aria-hidden className="size-3.5 transition-transform" />
        History
      </Button>
      {isOpen ? (
        <div className="pt-2">
          <History number={number} />
        </div>
      ) : null}
    </section>
  );
}
