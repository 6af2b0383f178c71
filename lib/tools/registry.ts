import "server-only";
import type { z } from "zod";
import { createTask } from "./create-task";
import type { Tool } from "./define";
import { deleteTask } from "./delete-task";
import { getOverview } from "./get-overview";
import { listTasks } from "./list-tasks";
import { moveTask } from "./move-task";
import { restoreTask } from "./restore-task";
import { setTaskComplete } from "./set-task-complete";
import { undoChange } from "./undo-change";
import { updateTask } from "./update-task";

/**
 * The one list of tools. A new one also needs a migration that adds its name to the CHECK of ToolCallLog, which a test asks for, and
 * a card in the chat, which the compiler asks for.
 */
const definitions = {
  create_task: createTask,
  list_tasks: listTasks,
  update_task: updateTask,
  set_task_complete: setTaskComplete,
  delete_task: deleteTask,
  restore_task: restoreTask,
  get_overview: getOverview,
  undo_change: undoChange,
  move_task: moveTask,
};

export type ToolName = keyof typeof definitions;
export type ToolInputs = { [N in ToolName]: z.output<(typeof definitions)[N]["input"]> };
export type ToolOutputs = { [N in ToolName]: z.output<(typeof definitions)[N]["output"]> };

export const tools: { [N in ToolName]: Tool<ToolOutputs[N]> } = definitions;

// Object.keys forgets the names that the annotation above fixes.
export const toolNames = Object.keys(tools) as ToolName[];

export const isToolName = (name: string): name is ToolName => Object.hasOwn(tools, name);
