import type { LanguageModelV4Prompt, LanguageModelV4ToolResultOutput } from "@ai-sdk/provider";
import { readDue } from "@/lib/words/dates";
import { sayDue, sayRecurrence } from "@/lib/words/say";
import { type Today, timeIn, todayIn } from "@/lib/words/today";
import type { ToolCall } from "./calls";
import type { Filter } from "./command";
import { fitOf } from "./match";
import { offlineModel } from "./model";

/** Wednesday morning in New York. */
export const wednesday: Today = { now: new Date("2026-03-11T13:00:00Z"), timeZone: "America/New_York" };

export type FakeTask = {
  number: number;
  title: string;
  dueDate: string | null;
  dueTime: string | null;
  priority: string;
  tags: string[];
  recurrence: string | null;
  description: string | null;
  isCompleted: boolean;
  inBin: boolean;
};

export const task = (number: number, title: string, overrides: Partial<FakeTask> = {}): FakeTask => ({
  number,
  title,
  dueDate: null,
  dueTime: null,
  priority: "none",
  tags: [],
  recurrence: null,
  description: null,
  isCompleted: false,
  inBin: false,
  ...overrides,
});

type Input = Filter & {
  numbers?: number[];
  completed?: boolean;
  patch?: Partial<FakeTask> & { due?: string; addTags?: string[]; removeTags?: string[] };
  title?: string;
  due?: string;
  recurrence?: string;
  tags?: string[];
  limit?: number;
  cursor?: string;
};

class NoSuchTask extends Error {}

/** A task list in memory that answers the tools' calls as the real ones do. */
export function fakeTools(initial: FakeTask[], today: Today) {
  let tasks = initial.map((one) => ({ ...one, tags: [...one.tags] }));
  const undoable: { name: string; before: FakeTask[] }[] = [];
  const summary = (one: FakeTask) => ({
    ...one,
    id: `00000000-0000-7000-8000-${String(one.number).padStart(12, "0")}`,
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
  const change = (name: string, numbers: number[], fields: (one: FakeTask) => Partial<FakeTask>) => {
    const chosen = named(numbers);
    undoable.push({ name, before: tasks.map((one) => ({ ...one })) });
    const changed = chosen.map((one) => Object.assign(one, fields(one)));
    return { tasks: changed.map(summary), unchanged: [] };
  };
  const here = todayIn(today);
  const views: Record<string, (one: FakeTask) => boolean> = {
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
    create_task({ title = "", due, priority = "none", tags = [], recurrence = null }) {
      undoable.push({ name: "create_task", before: tasks.map((one) => ({ ...one })) });
      const made = task(Math.max(0, ...tasks.map(({ number }) => number)) + 1, title, {
        priority,
        tags,
        recurrence,
        ...dueFields(due),
      });
      tasks.push(made);
      return { task: summary(made) };
    },
    list_tasks({ view = "all", text, tag, priority, dueFrom, dueTo, limit = 50, cursor }) {
      const found = tasks.filter(
        (one) =>
          views[view]?.(one) &&
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
    set_task_complete: ({ numbers = [], completed = true }) => {
      const same = named(numbers)
        .filter((one) => one.isCompleted === completed)
        .map(({ number }) => number);
      return {
        ...change(
          "set_task_complete",
          numbers.filter((n) => !same.includes(n)),
          () => ({ isCompleted: completed }),
        ),
        unchanged: same,
      };
    },
    delete_task: ({ numbers = [] }) => change("delete_task", numbers, () => ({ inBin: true })),
    restore_task: ({ numbers = [] }) => change("restore_task", numbers, () => ({ inBin: false })),
    get_overview: () => ({
      today: here,
      counts: Object.fromEntries(Object.entries(views).map(([view, holds]) => [view, tasks.filter(holds).length])),
      urgent: tasks
        .filter((one) => views.all?.(one) && ((one.dueDate ?? "9") <= here || one.priority === "high"))
        .map(summary),
      doneLately: tasks.filter(({ isCompleted }) => isCompleted).map(summary),
    }),
    undo_change() {
      const last = undoable.pop();
      if (!last) throw new NoSuchTask("There is nothing left to undo.");
      const changed = tasks.filter(
        (one) => JSON.stringify(one) !== JSON.stringify(last.before.find(({ number }) => number === one.number)),
      );
      const after = changed.map(
        (one) => last.before.find(({ number }) => number === one.number) ?? { ...one, inBin: true },
      );
      tasks = last.before;
      return {
        undone: [{ call: "00000000-0000-7000-8000-000000000000", toolName: last.name }],
        tasks: after.map(summary),
      };
    },
  };
  return {
    run({ name, input }: ToolCall): LanguageModelV4ToolResultOutput {
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

export type Said = { reply: string; calls: ToolCall[]; changes: ToolCall[]; steps: number };

const reads = new Set(["list_tasks", "get_overview"]);

/** A conversation with the built-in assistant: the real model, stepped as the AI SDK does. `refuse`: the person says no to these. */
export function conversation(
  initial: FakeTask[] = [],
  today: Today = wednesday,
  refuse: (call: ToolCall) => boolean = () => false,
) {
  const tools = fakeTools(initial, today);
  const prompt: LanguageModelV4Prompt = [{ role: "system", content: "You are Docket's assistant." }];
  const model = offlineModel({ today });
  return {
    tasks: () => tools.list(),
    /** A message answered by another model, with the calls that it made. */
    overhear(text: string, calls: ToolCall[], reply: string) {
      prompt.push({ role: "user", content: [{ type: "text", text }] });
      record(calls.map((call, i) => ({ ...call, id: `s0c${i}` })));
      prompt.push({ role: "assistant", content: [{ type: "text", text: reply }] });
    },
    async say(text: string): Promise<Said> {
      prompt.push({ role: "user", content: [{ type: "text", text }] });
      const made: ToolCall[] = [];
      for (let step = 0; step < 12; step++) {
        const { content } = await model.doGenerate({ prompt });
        const calls = content.flatMap((part, i) =>
          part.type === "tool-call"
            ? [{ name: part.toolName, input: JSON.parse(part.input), id: `s${step}c${i}` }]
            : [],
        );
        if (calls.length === 0) {
          const reply = content.map((part) => (part.type === "text" ? part.text : "")).join("");
          prompt.push({ role: "assistant", content: [{ type: "text", text: reply }] });
          return { reply, calls: made, changes: made.filter(({ name }) => !reads.has(name)), steps: step + 1 };
        }
        made.push(...calls.map(({ name, input }) => ({ name, input })));
        record(calls);
      }
      throw new Error(`No end to the reply to: ${text}`);
    },
  };

  function record(calls: (ToolCall & { id: string })[]) {
    prompt.push({
      role: "assistant",
      content: calls.map(({ name, input, id }) => ({ type: "tool-call", toolCallId: id, toolName: name, input })),
    });
    prompt.push({
      role: "tool",
      content: calls.map(({ id, ...call }) => ({
        type: "tool-result",
        toolCallId: id,
        toolName: call.name,
        output: refuse(call) ? { type: "execution-denied" } : tools.run(call),
      })),
    });
  }
}
