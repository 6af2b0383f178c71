/** A task as the results of tools show it to a model. */
export type Seen = {
  number: number;
  title: string;
  dueDate: string | null;
  dueTime: string | null;
  priority: string;
  tags: string[];
  /** In words: "every Monday" */
  recurrence: string | null;
  isCompleted: boolean;
  inBin: boolean;
  /** The day of the recurring task that was done. */
  occurrence: string | null;
  /** When it was done, as an instant. */
  completedAt: string | null;
  notes: string | null;
  /** The task that it is a part of. */
  parent?: number | null;
  /** Minutes before it is due. */
  reminders?: number[];
  /** Why it comes first, in an overview. */
  reasons?: string[];
};

/** The newest change of all that still stands, whoever made it. */
export type LastChange = { call: string; toolName: string; isByHand: boolean; count: number; tasks: Seen[] };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const textOr = (value: unknown) => (typeof value === "string" ? value : null);

/** A conversation may hold results of another version or model: what doesn't look like a task is no task. */
function seenTask(value: unknown): Seen | null {
  if (!isRecord(value) || typeof value.number !== "number" || typeof value.title !== "string") return null;
  return {
    number: value.number,
    title: value.title,
    dueDate: textOr(value.dueDate),
    dueTime: textOr(value.dueTime),
    priority: textOr(value.priority) ?? "none",
    tags: Array.isArray(value.tags) ? value.tags.filter((tag) => typeof tag === "string") : [],
    recurrence: textOr(value.recurrence),
    isCompleted: value.isCompleted === true,
    inBin: value.inBin === true,
    occurrence: textOr(value.occurrence),
    completedAt: textOr(value.completedAt),
    notes: textOr(value.notes),
    ...(typeof value.parent === "number" && { parent: value.parent }),
    ...(Array.isArray(value.reminders) && {
      reminders: value.reminders.filter((minutes) => typeof minutes === "number"),
    }),
    ...(Array.isArray(value.reasons) && { reasons: value.reasons.filter((reason) => typeof reason === "string") }),
  };
}

const seenTasks = (value: unknown): Seen[] =>
  Array.isArray(value) ? value.map(seenTask).filter((task) => task !== null) : [];

/** What any of the tools answers, as far as it is spoken of. */
export type Answer = {
  tasks: Seen[];
  /** Parts of those tasks that changed along with them. */
  along?: Seen[];
  total: number;
  more: number;
  nextCursor: string | null;
  unchanged: number[];
  note: string | null;
  undone: string[];
  counts: Record<string, number>;
  urgent: Seen[];
  /** What is left of this week, and its last day in words. */
  thisWeek?: { until: string; total: number; tasks: Seen[] } | null;
  doneLately: Seen[];
  lastChange: LastChange | null;
};

function lastChangeIn(value: unknown): LastChange | null {
  if (!isRecord(value) || typeof value.call !== "string" || typeof value.toolName !== "string") return null;
  const { call, toolName, source, count } = value;
  const tasks = seenTasks(value.tasks);
  return { call, toolName, isByHand: source === "UI", count: typeof count === "number" ? count : tasks.length, tasks };
}

function thisWeekIn(value: unknown): Answer["thisWeek"] {
  if (!isRecord(value) || typeof value.until !== "string") return null;
  const tasks = seenTasks(value.tasks);
  return { until: value.until, total: typeof value.total === "number" ? value.total : tasks.length, tasks };
}

export function readAnswer(value: unknown): Answer {
  const found = isRecord(value) ? value : {};
  const single = seenTask(found.task);
  const tasks = single ? [single] : seenTasks(found.tasks);
  const counts = isRecord(found.counts)
    ? Object.entries(found.counts).flatMap(([view, n]) => (typeof n === "number" ? [[view, n] as const] : []))
    : [];
  return {
    tasks,
    along: seenTasks(found.subtasks),
    thisWeek: thisWeekIn(found.thisWeek),
    total: typeof found.total === "number" ? found.total : tasks.length,
    more: typeof found.more === "number" ? found.more : 0,
    nextCursor: textOr(found.nextCursor),
    unchanged: Array.isArray(found.unchanged) ? found.unchanged.filter((n) => typeof n === "number") : [],
    note: textOr(found.note),
    undone: Array.isArray(found.undone)
      ? found.undone.flatMap((call) => (isRecord(call) && typeof call.toolName === "string" ? [call.toolName] : []))
      : [],
    counts: Object.fromEntries(counts),
    urgent: seenTasks(found.urgent),
    doneLately: seenTasks(found.doneLately),
    lastChange: lastChangeIn(found.lastChange),
  };
}
