import type { LanguageModelV4ToolResultOutput } from "@ai-sdk/provider";
import { nextOccurrence } from "@/lib/tasks/occurrence";
import { addDays, weekOf } from "@/lib/words/calendar";
import { readDue } from "@/lib/words/dates";
import { sayDue, sayRecurrence } from "@/lib/words/say";
import { firstWeekday, type Today, timeIn, todayIn } from "@/lib/words/today";
import type { ToolCall } from "./calls";
import { fitOf } from "./match";
import { type Input, type PlainTask, task } from "./rehearsal-task";

type Source = "CHAT" | "UI";

const idOf = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;

class NoSuchTask extends Error {}

/** A task list in memory that answers the tools' calls as the real ones do. */
export function memoryTools(initial: PlainTask[], today: Today) {
  let tasks = initial.map((one) => ({ ...one, tags: [...one.tags] }));
  const undoable: { call: string; name: string; source: Source; before: PlainTask[] }[] = [];
  let source: Source = "CHAT";
  let calls = 0;
  const remember = (name: string) => {
    const call = idOf(++calls);
    undoable.push({ call, name, source, before: tasks.map((one) => ({ ...one })) });
  };
  const changedSince = (before: PlainTask[]) =>
    tasks.filter((one) => JSON.stringify(one) !== JSON.stringify(before.find(({ number }) => number === one.number)));
  const summary = ({ isRecord: _, doneOn, description, ...one }: PlainTask) => ({
    ...one,
    notes: description,
    completedAt: doneOn && `${doneOn}T12:00:00.000Z`,
    id: idOf(one.number),
    due: one.dueDate && sayDue({ date: one.dueDate, time: one.dueTime }, today),
    recurrence: one.recurrence && sayRecurrence(one.recurrence),
  });
  const named = (numbers: number[] = []) =>
    numbers.map((number) => {
      const found = tasks.find((one) => one.number === number);
      if (!found) throw new NoSuchTask(`There is no task #${number}.`);
      return found;
    });
  const dueFields = (text: string | undefined) => {
    if (text === undefined) return {};
    if (text === "remove") return { dueDate: null, dueTime: null };
    const due = readDue(text, today)?.due;
    if (!due) throw new NoSuchTask(`"${text}" is not a date I can read.`);
    return { dueDate: due.date, dueTime: due.time };
  };
  const change = (name: string, numbers: number[], fields: (one: PlainTask) => Partial<PlainTask>) => {
    const chosen = named(numbers);
    remember(name);
    const changed = chosen.map((one) => Object.assign(one, fields(one)));
    return { tasks: changed.map(summary), unchanged: [] };
  };
  /** Sets, never toggles: what is so already is told and counts as no change. */
  const settle = (name: string, numbers: number[], isSo: (one: PlainTask) => boolean, fields: Partial<PlainTask>) => {
    const unchanged = named(numbers)
      .filter(isSo)
      .map(({ number }) => number);
    const others = numbers.filter((number) => !unchanged.includes(number));
    return others.length > 0 ? { ...change(name, others, () => fields), unchanged } : { tasks: [], unchanged };
  };
  const here = todayIn(today);
  const views: Record<string, (one: PlainTask) => boolean> = {
    all: (one) => !one.isCompleted && !one.inBin,
    today: (one) => !one.isCompleted && !one.inBin && one.dueDate === here,
    upcoming: (one) => !one.isCompleted && !one.inBin && (one.dueDate ?? "") > here,
    overdue: (one) =>
      !one.isCompleted && !one.inBin && `${one.dueDate}T${one.dueTime ?? "~"}` < `${here}T${timeIn(today)}`,
    inbox: (one) => !one.isCompleted && !one.inBin && one.dueDate === null,
    completed: (one) => one.isCompleted && !one.inBin,
    bin: (one) => one.inBin,
  };
  const tools: Record<string, (input: Input) => unknown> = {
    create_task({
      title = "",
      due,
      priority = "none",
      tags = [],
      recurrence = null,
      description = null,
      parent,
      reminders,
    }) {
      remember("create_task");
      const made = task(Math.max(0, ...tasks.map(({ number }) => number)) + 1, title, {
        priority,
        tags,
        recurrence,
        description,
        ...(parent && { parent }),
        ...(reminders && { reminders }),
        ...dueFields(due),
      });
      tasks.push(made);
      return { task: summary(made) };
    },
    list_tasks({ view = "all", numbers, text, tag, priority, dueFrom, dueTo, doneFrom, doneTo, limit = 50, cursor }) {
      const found = tasks.filter(
        (one) =>
          views[view]?.(one) &&
          (!numbers || numbers.includes(one.number)) &&
          (!doneFrom || (one.doneOn ?? "") >= doneFrom) &&
          (!doneTo || (one.doneOn ?? "9") <= doneTo) &&
          (!text || fitOf(text, one.title).tier >= 2) &&
          (!tag || one.tags.some((own) => own.toLowerCase() === tag.toLowerCase())) &&
          (!priority || one.priority === priority) &&
          (!dueFrom || (one.dueDate ?? "") >= dueFrom) &&
          (!dueTo || (one.dueDate ?? "9") <= dueTo),
      );
      const from = Number(cursor ?? 0);
      const page = found.slice(from, from + limit);
      const more = found.length - from - page.length;
      return {
        tasks: page.map(summary),
        total: found.length,
        more,
        ...(more > 0 ? { nextCursor: String(from + limit) } : {}),
      };
    },
    update_task({ numbers = [], patch = {} }) {
      const { due, addTags = [], removeTags = [], recurrence, description, ...fields } = patch;
      return change("update_task", numbers, (one) => ({
        ...fields,
        ...dueFields(due),
        ...(recurrence === undefined ? {} : { recurrence: recurrence === "remove" ? null : recurrence }),
        ...(description === undefined ? {} : { description: description === "remove" ? null : description }),
        tags: [...(patch.tags ?? one.tags), ...addTags].filter((tag) => !removeTags.includes(tag)),
      }));
    },
    move_task({ number = 0, before, after }) {
      const [moved] = named([number]);
      remember("move_task");
      tasks = tasks.filter((one) => one.number !== number);
      const place = tasks.findIndex((one) => one.number === (before ?? after));
      if (moved) tasks.splice(place < 0 ? tasks.length : place + (after ? 1 : 0), 0, moved);
      return { task: moved && summary(moved) };
    },
    set_task_complete: ({ numbers: wanted = [], completed = true, subtasks }) => {
      const parts = tasks.filter(
        (one) => wanted.includes(one.parent ?? 0) && !wanted.includes(one.number) && !one.isCompleted && !one.inBin,
      );
      if (completed && parts.length > 0 && !subtasks)
        throw new NoSuchTask(
          `#${parts[0]?.parent} has ${parts.length} open subtasks: ${parts.map(({ title }) => `"${title}"`).join(", ")}. Nothing was changed: say whether to complete them too, or to leave them open.`,
        );
      const numbers = subtasks === "complete" ? [...wanted, ...parts.map(({ number }) => number)] : wanted;
      const same = named(numbers)
        .filter((one) => one.isCompleted === completed)
        .map(({ number }) => number);
      const next = numbers.filter((n) => !same.includes(n));
      const occurrences = new Map(next.map((number) => [number, tasks.find((one) => one.number === number)?.dueDate]));
      const records: PlainTask[] = [];
      const changed = change("set_task_complete", next, (one) => {
        const later = one.recurrence && one.dueDate ? nextOccurrence(one.recurrence, one.dueDate, here) : null;
        if (!completed || !later) return { isCompleted: completed, doneOn: completed ? here : null };
        const number = Math.max(...tasks.map((each) => each.number)) + records.length + 1;
        records.push({ ...one, number, recurrence: null, isCompleted: true, doneOn: here, isRecord: true });
        return { dueDate: later.date, recurrence: later.rule };
      });
      tasks.push(...records);
      const told = changed.tasks.map((one) =>
        one.recurrence && completed ? { ...one, occurrence: occurrences.get(one.number) } : one,
      );
      return { tasks: told, unchanged: same };
    },
    delete_task: ({ numbers = [] }) => settle("delete_task", numbers, ({ inBin }) => inBin, { inBin: true }),
    restore_task: ({ numbers = [] }) => settle("restore_task", numbers, ({ inBin }) => !inBin, { inBin: false }),
    get_overview: () => ({
      today: here,
      counts: Object.fromEntries(Object.entries(views).map(([view, holds]) => [view, tasks.filter(holds).length])),
      urgent: tasks
        .filter((one) => views.all?.(one) && ((one.dueDate ?? "9") <= here || one.priority === "high"))
        .map(summary),
      thisWeek: thisWeek(),
      doneLately: tasks.filter(({ isCompleted }) => isCompleted).map(summary),
      lastChange: lastChange(),
    }),
    undo_change({ call }) {
      const place = call ? undoable.findIndex((one) => one.call === call) : undoable.length - 1;
      const [last] = place < 0 ? [] : undoable.splice(place, 1);
      if (!last) throw new NoSuchTask(call ? "That is undone already." : "There is nothing left to undo.");
      const changed = changedSince(last.before);
      const after = changed.map(
        (one) => last.before.find(({ number }) => number === one.number) ?? { ...one, inBin: true },
      );
      // What was added lies in the bin then, and keeps its number.
      const added = tasks.filter(({ number }) => !last.before.some((one) => one.number === number));
      tasks = [...last.before, ...added.map((one) => ({ ...one, inBin: true }))];
      return {
        undone: [{ call: last.call, toolName: last.name }],
        tasks: after.map(summary),
      };
    },
  };
  function thisWeek() {
    const until = addDays(weekOf(here, firstWeekday(today)), 6);
    const left = tasks.filter((one) => views.all?.(one) && one.dueDate !== null && one.dueDate <= until);
    return {
      until: sayDue({ date: until, time: null }, today),
      total: left.length,
      tasks: left.map((one) => ({ ...summary(one), reasons: (one.dueDate ?? "") < here ? ["late"] : [] })),
    };
  }
  function lastChange() {
    const last = undoable.at(-1);
    if (!last) return null;
    const { call, name, source, before } = last;
    const changed = changedSince(before).map(summary);
    return { call, toolName: name, source, count: changed.length, tasks: changed.slice(0, 5) };
  }
  return {
    /** `by`: UI is by hand, in the interface. */
    run({ name, input }: ToolCall, by: Source = "CHAT"): LanguageModelV4ToolResultOutput {
      source = by;
      try {
        // As over the wire: what can't be JSON doesn't arrive.
        return { type: "json", value: JSON.parse(JSON.stringify(tools[name]?.(input) ?? null)) };
      } catch (error) {
        if (error instanceof NoSuchTask) return { type: "error-text", value: error.message };
        throw error;
      }
    },
    list: () => tasks,
  };
}
