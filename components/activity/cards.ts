import type { Call } from "@/lib/activity/schema";
import type { ToolName, ToolOutputs } from "@/lib/tools/registry";

type Mentioned = { number: number; title: string };
type Card<Name extends ToolName> = {
  /** The tool's title, which names the card. */
  title: string;
  /** While it runs, and once it is done. */
  doing: string;
  done: (output: ToolOutputs[Name]) => string;
  /** Tasks to list when the record has no changes to show. */
  tasks: (output: ToolOutputs[Name]) => readonly Mentioned[];
  /** Reads are a line that can be opened, not a slip. */
  isRead?: true;
};

const count = (many: number, what: string) => `${many} ${what}${many === 1 ? "" : "s"}`;

/** One card for each tool; a tool without one doesn't compile. */
export const cards: { [Name in ToolName]: Card<Name> } = {
  create_task: {
    title: "Add a task",
    doing: "Adding",
    done: ({ note }) => (note ? `Added. ${note}` : "Added"),
    tasks: ({ task }) => [task],
  },
  list_tasks: {
    title: "Look at tasks",
    doing: "Looking at tasks",
    done: ({ total, tasks }) =>
      total > tasks.length
        ? `Looked at ${tasks.length} of ${count(total, "task")}`
        : `Looked at ${count(total, "task")}`,
    tasks: ({ tasks }) => tasks,
    isRead: true,
  },
  update_task: {
    title: "Change tasks",
    doing: "Changing",
    done: ({ note }) => (note ? `Changed. ${note}` : "Changed"),
    tasks: ({ tasks }) => tasks,
  },
  set_task_complete: {
    title: "Complete or reopen tasks",
    doing: "Marking",
    done: ({ tasks }) => {
      if (tasks.length === 0) return "Already so; nothing changed";
      return tasks.every((task) => task.isCompleted || task.occurrence) ? "Completed" : "Reopened";
    },
    tasks: ({ tasks }) => tasks,
  },
  delete_task: {
    title: "Delete tasks",
    doing: "Deleting",
    done: ({ tasks }) => (tasks.length === 0 ? "Already in the bin" : "Moved to the bin"),
    tasks: ({ tasks }) => tasks,
  },
  restore_task: {
    title: "Restore tasks",
    doing: "Restoring",
    done: ({ tasks }) => (tasks.length === 0 ? "Not in the bin" : "Restored from the bin"),
    tasks: ({ tasks }) => tasks,
  },
  get_overview: {
    title: "Overview",
    doing: "Looking at the overview",
    done: ({ counts }) => `Looked at the overview: ${counts.all} open, ${counts.overdue} overdue`,
    tasks: ({ urgent }) => urgent,
    isRead: true,
  },
  undo_change: {
    title: "Undo a change",
    doing: "Undoing",
    done: ({ undone }) => `Undone: ${undone.map(({ toolName }) => titleOf(toolName).toLowerCase()).join(", ")}`,
    tasks: ({ tasks }) => tasks,
  },
  move_task: {
    title: "Move a task",
    doing: "Moving",
    done: () => "Moved",
    tasks: ({ task }) => [task],
  },
};

export const isCard = (name: string): name is ToolName => Object.hasOwn(cards, name);
export const titleOf = (name: string) => (isCard(name) ? cards[name].title : name.replaceAll("_", " "));

/** The input was checked by the tool's own schema before it was put on the record. */
type Asked = { completed?: boolean };
const proposals: { [Name in ToolName]?: (tasks: string, input: Asked) => string } = {
  delete_task: (tasks) => `Move ${tasks} to the bin`,
  restore_task: (tasks) => `Take ${tasks} out of the bin`,
  update_task: (tasks) => `Change ${tasks}`,
  set_task_complete: (tasks, { completed }) => (completed === false ? `Reopen ${tasks}` : `Mark ${tasks} as done`),
  undo_change: (tasks) => `Undo what was done to ${tasks}`,
};

/** What a call that waits would do, in the words of the question below it; `many` is not known at first. */
export function proposalOf({ toolName, parameters }: Call, many: number | undefined): string {
  const tasks = many === undefined ? "tasks" : count(many, "task");
  const say = isCard(toolName) ? proposals[toolName] : undefined;
  return say ? say(tasks, parameters as Asked) : titleOf(toolName);
}

/** What a finished call came to, in words and tasks. The record's result was checked by the tool's own schema when it was written. */
export function outcomeOf(name: ToolName, output: unknown): { words: string; tasks: readonly Mentioned[] } {
  const card = cards[name] as Card<typeof name> as Card<"list_tasks">;
  const result = output as ToolOutputs["list_tasks"];
  return { words: card.done(result), tasks: card.tasks(result) };
}

/** A reply that goes on, or is written again, asks for what an earlier one has done: the change is on the record there, and only there. */
const wasDoneBefore = ({ toolName, result, changes }: Call) =>
  isCard(toolName) && !cards[toolName].isRead && changes.length === 0 && outcomeOf(toolName, result).tasks.length > 0;

/** The outcome of a row of the record, whatever state it is in. */
export function wordsOf(call: Call): string {
  if (!isCard(call.toolName)) return titleOf(call.toolName);
  if (call.status === "SUCCESS") {
    const { words } = outcomeOf(call.toolName, call.result);
    return wasDoneBefore(call) ? `Already done: ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
  }
  if (call.status === "ERROR") return "Not done";
  if (call.status === "DENIED") {
    return call.error === "expired" ? "Not answered in time; nothing was changed" : "Refused; nothing was changed";
  }
  if (call.status === "PENDING") return "Waits for your yes";
  return `${cards[call.toolName].doing}…`;
}
