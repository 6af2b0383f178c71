import type { Call, CallStatus } from "@/lib/activity/schema";
import { sayDate } from "@/lib/dates";
import type { Change, Task } from "@/lib/tasks/schema";
import { isToolName, tools } from "@/lib/tools/registry";
import { sayRecurrence } from "@/lib/words/say";
import { inline } from "./plain";

const endings: { [S in CallStatus]: string } = {
  PENDING: "waits for a yes",
  EXECUTING: "was under way",
  SUCCESS: "done",
  ERROR: "failed",
  DENIED: "refused",
};

const fields: { name: string; read: (task: Task) => string | null }[] = [
  { name: "title", read: ({ title }) => `“${title}”` },
  {
    name: "due",
    read: ({ dueDate, dueTime }) => dueDate && [sayDate(dueDate), ...(dueTime ? [dueTime] : [])].join(" "),
  },
  { name: "repeats", read: ({ recurrence }) => recurrence && sayRecurrence(recurrence) },
  { name: "priority", read: ({ priority }) => (priority === "none" ? null : priority) },
  { name: "tags", read: ({ tags }) => (tags.length > 0 ? tags.map((tag) => `#${tag}`).join(" ") : null) },
  { name: "notes", read: ({ description }) => description },
  {
    name: "state",
    read: ({ deletedAt, isCompleted }) => (deletedAt ? "in the bin" : isCompleted ? "completed" : "open"),
  },
];

/** A call of a tool as an item of a list, with a line for each task that it changed. */
export function callLines(call: Call): string {
  const name = isToolName(call.toolName) ? tools[call.toolName].title : call.toolName;
  const ending = [
    endings[call.status],
    ...(call.error ? [inline(call.error)] : []),
    ...(call.undoneById ? ["undone later"] : []),
  ];
  return [
    `- **${inline(name)}**: ${ending.join("; ")}`,
    ...call.changes.map((change) => `  - ${changeLine(change)}`),
  ].join("\n");
}

function changeLine({ number, before, after }: Change): string {
  const task = after ?? before;
  const name = `\\#${number} ${inline(task?.title ?? "")}`;
  if (!after) return `${name}: gone for good`;
  const told = fields.flatMap(({ name: field, read }) => {
    const [was, is] = [before && read(before), read(after)];
    if (was === is || (!before && (field === "title" || field === "state"))) return [];
    return [`${field} ${before ? `${inline(was ?? "none")} → ${inline(is ?? "none")}` : inline(is ?? "")}`];
  });
  return [name, [...(before ? [] : ["added"]), ...told].join("; ")].join(": ");
}
