"use client";

import { useState, useSyncExternalStore } from "react";
import { usePerson } from "@/components/frame/person";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useRecurrenceWords } from "@/components/words";
import type { Conflict } from "@/lib/tasks/refusals";
import { TaskName } from "./changes";
import { type Clash, clash, settle, watchClash } from "./conflict";
import { byTask, conflictLine } from "./conflict-words";
import { LongText } from "./long-text";
import { undoChange } from "./use-undo";

/** Part of the frame of every page: what stands in the way of an undo, and what may be done about it. */
export function Conflicts() {
  const now = useSyncExternalStore(watchClash, clash, () => null);
  return now ? <ConflictDialog clash={now} /> : null;
}

function ConflictDialog({ clash: { target, conflicts, others, take } }: { clash: Clash }) {
  const [busy, setBusy] = useState(false);
  const leave = () => settle(null);
  async function undo(onConflict: "skip" | "overwrite") {
    if (busy) return;
    setBusy(true);
    await undoChange(target, take, { onConflict });
    setBusy(false);
  }
  const many = conflicts.length === 1 ? "One thing was" : `${conflicts.length} things were`;
  return (
    <Dialog label="Changed again since" close={leave} className="max-w-140">
      <div className="grid gap-4 p-4 sm:p-6">
        <div className="grid gap-1">
          <h2 className="font-display text-head">Changed again since</h2>
          <p className="text-soft">{many} changed after what you want to undo. Nothing has been undone yet.</p>
        </div>
        {byTask(conflicts).map((task) => (
          <section key={task.number} className="grid gap-2">
            <h3>
              <TaskName number={task.number} title={task.title} />
            </h3>
            {task.conflicts.map((conflict) => (
              <Fields key={conflict.field} conflict={conflict} />
            ))}
          </section>
        ))}
        <div className="flex flex-wrap gap-2 pt-1">
          {others > 0 ? (
            <Button kind="primary" aria-disabled={busy} onClick={() => undo("skip")}>
              Undo the rest
            </Button>
          ) : null}
          <Button kind="danger" aria-disabled={busy} onClick={() => undo("overwrite")}>
            Undo anyway
          </Button>
          <Button onClick={leave}>Leave it</Button>
        </div>
        <p className="text-faint text-small">
          {others > 0 ? "“Undo the rest” keeps what stands above as it is now. " : ""}
          “Undo anyway” takes that back too. Either can be undone again.
        </p>
      </div>
    </Dialog>
  );
}

function Fields({ conflict }: { conflict: Conflict }) {
  const { today, clock } = usePerson();
  const sayRule = useRecurrenceWords(conflict.field === "recurrence");
  const line = conflictLine(conflict, { today, clock, sayRule });
  const rows = [
    ["It is now", line.now],
    ["The call made it", line.expected],
    ["Undo makes it", line.restores],
  ] as const;
  return (
    <div className="grid gap-1 border-rule border-l-3 pl-3 text-small">
      <h4 className="font-semibold">{line.name}</h4>
      <dl className="grid gap-1">
        {rows.map(([label, value]) => (
          <div key={label} className="grid grid-cols-[8rem_minmax(0,1fr)] gap-2">
            <dt className="text-soft">{label}</dt>
            <dd className="figures wrap-anywhere">
              <LongText>{value}</LongText>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
