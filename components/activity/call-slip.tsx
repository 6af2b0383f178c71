"use client";

import type { Call } from "@/lib/activity/schema";
import { isCard, outcomeOf, titleOf, wordsOf } from "./cards";
import { ChangedFields, Changes, TaskName } from "./changes";
import { titleOf as changedTitle } from "./diff";
import { Folded } from "./folded";
import { Proposed } from "./proposed";
import { Slip, SlipButton, type SlipState } from "./slip";
import { useUndo } from "./use-undo";

export function stateOf(call: Call): SlipState {
  if (call.undoneById) return "undone";
  const states = {
    SUCCESS: "done",
    ERROR: "failed",
    DENIED: "refused",
    PENDING: "waiting",
    EXECUTING: "running",
  } as const;
  return states[call.status];
}

export const canUndo = (call: Call) => call.status === "SUCCESS" && call.changes.length > 0 && !call.undoneById;

/** A row of the record as a slip, with its undo, or its redo once it is undone. */
export function CallSlip({ call, take }: { call: Call; take: (call: Call) => void }) {
  const { undo, busy } = useUndo(take);
  const undone = call.undoneById !== null;
  const target = call.undoneById ?? (canUndo(call) ? call.id : null);
  const [only, ...others] = tasksOf(call);
  return (
    <Slip
      title={titleOf(call.toolName)}
      callId={call.id}
      words={undone ? `Undone: ${lower(wordsOf(call))}` : wordsOf(call)}
      state={stateOf(call)}
      about={only && others.length === 0 ? <TaskName {...only} struck={undone && !only.existed} /> : null}
      action={
        target ? (
          <SlipButton busy={busy} onClick={() => undo({ call: target })}>
            {undone ? "Redo" : "Undo"}
          </SlipButton>
        ) : null
      }
    >
      <Body call={call} undone={undone} isOne={others.length === 0} />
    </Slip>
  );
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** What the call was about: the tasks that it changed, or else those that its result names. */
function tasksOf(call: Call): { number: number; title: string; existed: boolean }[] {
  if (call.changes.length > 0) {
    return call.changes.map((change) => ({
      number: change.number,
      title: changedTitle(change),
      existed: change.before !== null,
    }));
  }
  if (call.status !== "SUCCESS" || !isCard(call.toolName)) return [];
  return outcomeOf(call.toolName, call.result).tasks.map(({ number, title }) => ({ number, title, existed: true }));
}

function Body({ call, undone, isOne }: { call: Call; undone: boolean; isOne: boolean }) {
  if (call.error && call.status === "ERROR") return <p className="text-red text-small">{call.error}</p>;
  if (call.status === "DENIED") return <Proposed call={call} input={call.parameters} />;
  const [change] = call.changes;
  if (change && isOne) return <ChangedFields change={change} undone={undone} />;
  if (change) return <Changes changes={call.changes} undone={undone} />;
  const tasks = tasksOf(call);
  return tasks.length > 1 ? <Mentions tasks={tasks} /> : null;
}

export function Mentions({ tasks }: { tasks: readonly { number: number; title: string }[] }) {
  return (
    <Folded items={tasks} className="grid gap-0.5">
      {({ number, title }) => (
        <li key={number}>
          <TaskName number={number} title={title} />
        </li>
      )}
    </Folded>
  );
}
