"use client";

import { useEffect, useState } from "react";
import { ask } from "@/components/ask";
import type { Call } from "@/lib/activity/schema";
import type { Change } from "@/lib/tasks/schema";
import { TaskName } from "./changes";
import { Folded } from "./folded";

export type Preview = readonly { number: number; title: string }[];
/** What the server says of a call that waits, or that was refused. */
export type Told = { preview?: Preview; changes?: Change[] };

// The titles of a call's tasks: its card has read them while it waited, and goes on with them once it was refused.
const previews = new Map<string, Preview>();
export const rememberPreview = (call: Call, preview: Preview) => void previews.set(call.id, preview);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** The tasks that a call's input names; only a new one by its title. */
export function tasksIn(input: unknown): { number: number | null; title: string }[] {
  if (!isRecord(input)) return [];
  if (typeof input.title === "string") return [{ number: null, title: input.title }];
  const numbers = Array.isArray(input.numbers) ? input.numbers : [input.number];
  return numbers.filter((number) => typeof number === "number").map((number) => ({ number, title: "" }));
}

/** What a refused call would have changed. */
export function Proposed({ call, input }: { call?: Call | undefined; input: unknown }) {
  const known = usePreview(call);
  const tasks = known.length > 0 ? known : tasksIn(input);
  if (tasks.length === 0) return null;
  return (
    <div className="text-soft">
      <p className="pb-1.5 text-faint text-micro">What was proposed</p>
      <Folded items={tasks} className="grid gap-0.5">
        {({ number, title }) => (
          <li key={number ?? title}>
            <TaskName number={number} title={title} />
          </li>
        )}
      </Folded>
    </div>
  );
}

/** The record has only the numbers; the titles are what was read while it waited, or else what the tasks are called now. */
function usePreview(call: Call | undefined): Preview {
  const [read, setRead] = useState<Preview>([]);
  const remembered = call && previews.get(call.id);
  const wanted = call?.status === "DENIED" && !remembered ? call.id : null;
  useEffect(() => {
    if (!wanted) return;
    const controller = new AbortController();
    ask<Told>(`/api/activity/${wanted}`, { signal: controller.signal }).then(
      ({ preview = [] }) => setRead(preview),
      // Without an answer the numbers stand there.
      () => {},
    );
    return () => controller.abort();
  }, [wanted]);
  return remembered ?? read;
}
