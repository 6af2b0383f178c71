import { ChevronRight } from "lucide-react";
import type { ToolName } from "@/lib/tools/registry";
import { Mentions } from "./call-slip";
import { outcomeOf } from "./cards";

/** What was only looked at takes one line; who wants to see it opens it. */
export function ReadLine({ name, output }: { name: ToolName; output: unknown }) {
  const { words, tasks } = outcomeOf(name, output);
  if (tasks.length === 0) return <p className="py-0.5 text-faint text-small">{words}</p>;
  return (
    <details className="group text-small">
      <summary className="flex w-fit list-none items-center gap-1 rounded-control py-0.5 text-faint hover:text-ink [&::-webkit-details-marker]:hidden">
        {words}
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
      </summary>
      <div className="border-rule border-l pt-1 pb-1 pl-3">
        <Mentions tasks={tasks} />
      </div>
    </details>
  );
}
