import type { Today } from "@/lib/words/today";
import { isRead, type ToolCall } from "./calls";
import { type PastCall, resultOf, type Turn } from "./history";
import type { Read } from "./ready";
import type { PlainTask } from "./rehearsal-task";
import { memoryTools } from "./rehearsal-tools";
import { stepper } from "./reply";

export type Rehearsed = {
  /** The calls that change something. */
  calls: ToolCall[];
  reply: string;
  /** The reply's question, when it asks something. */
  question: string | null;
};

/** More steps than the longest reply takes. */
const most = 12;

/** What the assistant would do and say about the last of these messages, tried on tasks in memory. */
export function rehearse(turns: Turn[], tasks: PlainTask[], today: Today, readAt: (today: Today) => Read): Rehearsed {
  const tools = memoryTools(tasks, today);
  const before = turns.slice(0, -1);
  const made: ToolCall[] = [];
  const turn: Turn = { said: turns.at(-1)?.said ?? "", steps: [], spoken: "" };
  const step = stepper(today, readAt);
  for (let i = 0; i < most; i++) {
    const next = step([...before, turn]);
    if (next.kind === "say") {
      const { text } = next.outcome;
      return {
        calls: made.filter((call) => !isRead(call)),
        reply: text,
        question: text.trimEnd().endsWith("?") ? text : null,
      };
    }
    made.push(...next.calls);
    turn.steps.push(next.calls.map((call): PastCall => ({ ...call, result: resultOf(tools.run(call)) })));
  }
  return { calls: [], reply: "", question: null };
}
