"use client";

import { useEffect, useRef, useState } from "react";
import { clashIn, settle as lay } from "@/components/activity/conflict";
import { ask, Refused, sentence } from "@/components/ask";
import { usePerson } from "@/components/frame/person";
import { runTool } from "@/components/tool";
import { toast } from "@/components/ui/toast";
import type { Call } from "@/lib/activity/schema";
import type { TaskDetail } from "@/lib/tasks/schema";
import type { ToolInputs, ToolName } from "@/lib/tools/registry";
import { openTask } from "./open-task";
import { settle } from "./settle";
import { useTask } from "./use-task";
import { type FieldName, fieldNames, type Values, valuesOf } from "./values";

/** Where a sentence about something that went wrong stands. */
export type Place = FieldName | "state" | "subtasks" | "history" | "saved";
export type Result = "saved" | "same" | "conflict" | "refused";
type Said = { text: string; call?: Call };

/** A task in its sheet: each field is saved by itself, one after the other, and what was done last can be undone. */
export function useSheet(number: number) {
  const { id: user } = usePerson();
  const { detail, latest, wrong, read, takeTask } = useTask(number);
  const [ahead, setAhead] = useState<Partial<Values>>({});
  const [wrongs, setWrongs] = useState<{ [P in Place]?: string }>({});
  /** What the person wants of a field that was changed to something else meanwhile. */
  const [conflicts, setConflicts] = useState<{ [F in FieldName]?: Partial<Values> }>({});
  const [said, setSaid] = useState<Said | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);

  function complain(place: Place, why?: string) {
    setWrongs((now) => ({ ...now, [place]: why }));
    if (why && !isOpen.current) tell(why);
  }
  const decide = (field: FieldName, mine?: Partial<Values>) => setConflicts((now) => ({ ...now, [field]: mine }));

  function tell(text: string) {
    const title = latest.current?.task.title ?? `#${number}`;
    const action = { label: "Open", run: () => openTask(number) };
    toast(`“${title}” was not saved: ${text} What you wrote is kept.`, { wrong: true, action });
  }

  /** One after the other: each knows the version that the one before has made. */
  function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const turn = queue.current.then(work);
    queue.current = turn.catch(() => {});
    return turn;
  }

  /** Saves what is wanted of a field, and of what belongs to it. `base`: the task as it was when the person began. */
  async function save(field: FieldName, wanted: Partial<Values>, base?: Values): Promise<Result> {
    complain(field);
    decide(field);
    setAhead((now) => ({ ...now, ...wanted }));
    try {
      return await inTurn(async () => {
        const before = latest.current?.task ?? (await read());
        const door = {
          read: async () => (await ask<TaskDetail>(`/api/tasks/${number}`)).task,
          update: async (input: Partial<ToolInputs["update_task"]>) => (await runTool("update_task", input)).call,
        };
        const outcome = await settle(wanted, base ?? valuesOf(before), before, door);
        takeTask(outcome.task);
        if (outcome.is === "saved") setSaid({ text: "Saved.", call: outcome.call });
        if (outcome.is === "conflict") {
          decide(field, wanted);
          if (!isOpen.current) tell(`${fieldNames[field]} was changed elsewhere meanwhile.`);
        }
        return outcome.is;
      });
    } catch (error) {
      complain(field, sentence(error));
      return "refused";
    } finally {
      setAhead((now) => Object.fromEntries(Object.entries(now).filter(([name]) => !(name in wanted))));
    }
  }

  /** Anything else that is done to the task, or to those that belong to it. The error is for who asked, if they can use it. */
  async function run<Name extends ToolName>(
    place: Place,
    name: Name,
    input: Partial<ToolInputs[Name]>,
    text: string,
    refused?: (error: Refused) => boolean,
  ): Promise<Call | null> {
    complain(place);
    try {
      return await inTurn(async () => {
        const { call } = await runTool(name, input);
        const after = call.changes.find((change) => change.number === number)?.after;
        if (after) takeTask(after);
        if (call.changes.some((change) => change.number !== number)) await read().catch(() => {});
        setSaid({ text, call });
        return call;
      });
    } catch (error) {
      if (!(error instanceof Refused && refused?.(error))) complain(place, sentence(error));
      return null;
    }
  }

  /** Takes back a call of the record; `take` gets the undo's own row. What was changed since is laid before the person. */
  async function undo(call: string, place: Place = "saved", take: (done: Call) => void = () => {}) {
    setSaid(null);
    const done = await run(place, "undo_change", { call }, "Undone.", ({ status, details }) => {
      const clash = status === 409 ? clashIn(details) : null;
      if (clash) lay({ target: { call }, take: tookBack, ...clash });
      return clash !== null;
    });
    if (done) tookBack(done);

    function tookBack(row: Call) {
      take(row);
      // One that the person was asked about was run elsewhere.
      if (row !== done) void read().catch(() => {});
      setSaid({ text: "Undone." });
    }
  }

  const shown = detail && { ...valuesOf(detail.task), ...ahead };
  return { user, number, detail, shown, missing: wrong, wrongs, conflicts, said, save, run, undo, complain, decide };
}

export type Sheet = ReturnType<typeof useSheet>;
/** A sheet whose task has arrived. */
export type Filled = Sheet & { detail: TaskDetail; shown: Values };
