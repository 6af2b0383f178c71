import type { Call } from "@/lib/activity/schema";
import { TaskName } from "./changes";

export type Preview = readonly { number: number; title: string }[];

// A call that waits names its tasks; one that was refused only has their numbers left.
const previews = new Map<string, Preview>();
export const rememberPreview = (call: Call, preview: Preview) => void previews.set(call.id, preview);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** The tasks that a call's input names, with their titles where they are known. */
export function tasksIn(input: unknown): { number: number | null; title: string }[] {
  if (!isRecord(input)) return [];
  if (typeof input.title === "string") return [{ number: null, title: input.title }];
  const numbers = Array.isArray(input.numbers) ? input.numbers : [input.number];
  return numbers.filter((number) => typeof number === "number").map((number) => ({ number, title: "" }));
}

/** What a refused call would have changed. */
export function Proposed({ call, input }: { call?: Call | undefined; input: unknown }) {
  const tasks = (call && previews.get(call.id)) ?? tasksIn(input);
  if (tasks.length === 0) return null;
  return (
    <div className="text-soft">
      <p className="text-micro text-slip-ink">What was proposed</p>
      <ul className="flex flex-wrap gap-x-3 gap-y-0.5">
        {tasks.map(({ number, title }) => (
          <li key={number ?? title}>
            <TaskName number={number} title={title} />
          </li>
        ))}
      </ul>
    </div>
  );
}
