import type { Door } from "./access-matrix";

/** What each tool is called with; all go through POST /api/tools/[name]. A tool without an entry fails the run. */
export const tools: Record<string, Pick<Door, "own" | "missing" | "body">[]> = {
  create_task: [{ own: 200, body: () => ({ title: "Made by whoever asks" }) }],
  list_tasks: [
    { own: 200, body: () => ({ view: "all" }) },
    { own: 200, body: () => ({ view: "bin" }) },
  ],
  update_task: [
    { own: 200, missing: 404, body: ({ taskNumber }) => ({ numbers: [taskNumber], patch: { title: "Taken over" } }) },
  ],
  set_task_complete: [
    { own: 200, missing: 404, body: ({ taskNumber }) => ({ numbers: [taskNumber], completed: true }) },
  ],
  delete_task: [{ own: 200, missing: 404, body: ({ taskNumber }) => ({ numbers: [taskNumber] }) }],
  restore_task: [{ own: 200, missing: 404, body: ({ taskNumber }) => ({ numbers: [taskNumber] }) }],
  get_overview: [{ own: 200, body: () => ({}) }],
  undo_change: [
    { own: 200, missing: 404, body: ({ call }) => ({ call }) },
    { own: 200, missing: 404, body: ({ reply }) => ({ reply }) },
  ],
  move_task: [
    { own: 200, missing: 404, body: ({ taskNumber }) => ({ number: taskNumber, after: taskNumber + 1, before: null }) },
  ],
};
