"use client";

import { Approval, type Decided } from "@/components/activity/approval";
import { CallSlip, Mentions } from "@/components/activity/call-slip";
import { cards, isCard, outcomeOf, titleOf } from "@/components/activity/cards";
import { TaskName } from "@/components/activity/changes";
import { Proposed } from "@/components/activity/proposed";
import { ReadLine } from "@/components/activity/read-line";
import { Slip } from "@/components/activity/slip";
import type { Call } from "@/lib/activity/schema";
import { type ToolPart, toolNameOf } from "./fold";
import { isRepeat, RepeatedSlip } from "./repeated-slip";

export type CardActions = { take: (call: Call) => void; decided: (by: Decided) => void; refresh: () => void };

type ToolCardProps = { part: ToolPart; call: Call | undefined; before: string; actions: CardActions | undefined };

/** A call of a reply: by its row of the record when that is here, by what the stream said of it until then. */
export function ToolCard({ part, call, before, actions }: ToolCardProps) {
  const name = toolNameOf(part);
  if (isCard(name) && cards[name].isRead && part.state === "output-available") {
    return <ReadLine name={name} output={part.output} />;
  }
  if (actions && call?.status === "PENDING" && part.state === "approval-requested") {
    return <Approval call={call} decided={actions.decided} failed={actions.refresh} />;
  }
  if (actions && call && call.status !== "PENDING" && call.status !== "EXECUTING") {
    if (before && isRepeat(call)) return <RepeatedSlip call={call} before={before} take={actions.take} />;
    return <CallSlip call={call} take={actions.take} />;
  }
  return <Unrecorded name={name} part={part} call={call} />;
}

function Unrecorded({ name, part, call }: { name: string; part: ToolPart; call: Call | undefined }) {
  const title = titleOf(name);
  const running = (
    <Slip title={title} callId={call?.id} words={`${isCard(name) ? cards[name].doing : title}…`} state="running" />
  );
  // The row knows of the yes before the stream says so.
  if (call?.status === "EXECUTING" && part.state === "approval-requested") return running;
  switch (part.state) {
    case "output-available":
      return <Recorded name={name} title={title} output={part.output} />;
    case "output-error":
      return (
        <Slip title={title} words={`${title}: not done`} state="failed">
          <p className="text-red text-small">{part.errorText}</p>
        </Slip>
      );
    case "output-denied":
      return (
        <Slip title={title} callId={call?.id} words={`${title}: refused; nothing was changed`} state="refused">
          <Proposed call={call} input={part.input} />
        </Slip>
      );
    case "approval-requested":
      return <Slip title={title} words={`${title}: waits for your yes`} state="waiting" />;
    default:
      return running;
  }
}

function Recorded({ name, title, output }: { name: string; title: string; output: unknown }) {
  if (!isCard(name)) return <Slip title={title} words={title} state="done" />;
  const { words, tasks } = outcomeOf(name, output);
  const [only, ...others] = tasks;
  if (only && others.length === 0)
    return <Slip title={title} words={words} state="done" about={<TaskName {...only} />} />;
  return (
    <Slip title={title} words={words} state="done">
      <Mentions tasks={tasks} />
    </Slip>
  );
}
