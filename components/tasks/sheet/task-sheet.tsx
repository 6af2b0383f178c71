"use client";

import { ChevronRight } from "lucide-react";
import { useEffect, useRef, useState } from "react";
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
  useFocusOnRow(number);
  return (
    <Dialog
      label={`Task ${number}`}
      close={onClose}
      className="m-0! ml-auto! h-dvh max-h-none! w-full! max-w-none! rounded-none! border-y-0! border-r-0! md:max-w-112! md:backdrop:opacity-60"
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

/** The row that the sheet was opened from may have been drawn anew in another place: the focus goes there. */
function useFocusOnRow(number: number) {
  useEffect(
    () => () => {
      const give = () => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        const row = document.querySelector<HTMLElement>(`[data-task="${number}"] [data-part="title"]`);
        if (isLost) row?.focus();
      };
      setTimeout(give);
    },
    [number],
  );
}

function Body({ sheet, onClose }: { sheet: Filled; onClose: () => void }) {
  const completion = useCompletion(sheet);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A phone's keyboard should not jump up unasked; a mouse means that there is a real one.
    const isMouse = matchMedia("(pointer: fine)").matches;
    (isMouse ? body.current?.querySelector<HTMLElement>("[name=title]") : body.current)?.focus();
  }, []);
  return (
    <div ref={body} tabIndex={-1} className="flex h-full flex-col outline-none">
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
        <Past sheet={sheet} />
      </div>
      <SavedLine sheet={sheet} />
    </div>
  );
}

/** The record of the task, read when it is asked for. */
function Past({ sheet }: { sheet: Filled }) {
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
          <History sheet={sheet} />
        </div>
      ) : null}
    </section>
  );
}
