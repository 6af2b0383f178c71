import { type Today, timeIn, todayIn } from "@/lib/words/today";
import type { Command } from "./command";
import { titleOfOther } from "./other-task";
import { bulleted, quoted } from "./say-task";
import type { Answer, Seen } from "./seen";
import type { Said } from "./speak";

/** Why a task comes first, in facts that can be seen in it: those that the tool tells, or else those of its date and priority. */
function reasonsOf(task: Seen, today: Today): string[] {
  if (task.reasons) return task.reasons;
  const here = todayIn(today);
  const { dueDate, dueTime, priority } = task;
  const isLate =
    dueDate !== null && (dueDate < here || (dueDate === here && dueTime !== null && dueTime < timeIn(today)));
  return [
    isLate ? "overdue" : dueDate === here ? "due today" : null,
    priority === "high" ? "high priority" : null,
  ].filter((reason) => reason !== null);
}

const because = (task: Seen, today: Today) => {
  const reasons = reasonsOf(task, today);
  return reasons.length > 0 ? `: ${reasons.join(", ")}` : "";
};

/** A list with the reason behind each task, where it has one that its line doesn't tell. */
const reasoned = (tasks: Seen[], today: Today) =>
  bulleted(tasks, today)
    .split("\n")
    .map((line, i) => {
      const reasons = tasks[i]?.reasons ?? [];
      return reasons.length > 0 ? `${line} (${reasons.join(", ")})` : line;
    })
    .join("\n");

export function sayNext({ urgent, counts }: Pick<Answer, "urgent" | "counts">, today: Today): Said {
  const [first, ...others] = urgent;
  if (!first)
    return {
      text: counts.all
        ? `Nothing is urgent. You have ${counts.all} open ${counts.all === 1 ? "task" : "tasks"}.`
        : "Your list is empty.",
    };
  const then = others.length > 0 ? `\n\nAfter that:\n\n${reasoned(others.slice(0, 4), today)}` : "";
  return {
    text: `Next is ${quoted(first)}${because(first, today)}.${then}`,
    focus: [first],
    shown: urgent.slice(0, 5),
  };
}

/** "what's left this week?": what is late counts as well. */
export function sayWeek({ thisWeek, urgent, counts }: Answer, today: Today): Said {
  if (!thisWeek) return sayNext({ urgent, counts }, today);
  const { tasks, total, until } = thisWeek;
  if (total === 0) return { text: `Nothing is left this week, up to ${until}.` };
  const head = `${total} ${total === 1 ? "task is" : "tasks are"} left this week, up to ${until}:`;
  const more = total > tasks.length ? `\n\nAnd ${total - tasks.length} more.` : "";
  return { text: `${head}\n\n${reasoned(tasks, today)}${more}`, focus: tasks, shown: tasks };
}

export function sayOverview({ counts, urgent, doneLately }: Answer, today: Today): Said {
  const n = (view: string) => counts[view] ?? 0;
  const head = `You have ${n("all")} open ${n("all") === 1 ? "task" : "tasks"}: ${n("today")} due today, ${n("overdue")} overdue, ${n("upcoming")} coming up, ${n("inbox")} without a date.`;
  const done =
    doneLately.length > 0
      ? ` You finished ${doneLately.length === 10 ? "at least 10" : doneLately.length} in the last week.`
      : "";
  const pressing = urgent.length > 0 ? `\n\nMost urgent:\n\n${reasoned(urgent.slice(0, 5), today)}` : "";
  return { text: head + done + pressing, focus: urgent.slice(0, 5), shown: urgent.slice(0, 5) };
}

/** "what are the parts of the kitchen?" */
export function sayParts(command: Extract<Command, { do: "list" }>, tasks: Seen[], today: Today): Said {
  const whole = titleOfOther(command);
  const number = command.under?.kind === "numbers" ? command.under.numbers[0] : undefined;
  const parts = tasks.filter(({ parent }) => parent === number && number !== undefined);
  const open = parts.filter(({ isCompleted }) => !isCompleted);
  const done = parts.length - open.length;
  const name = whole ? quoted(whole) : "That task";
  if (parts.length === 0) return { text: `${name} has no parts.` };
  if (open.length === 0) return { text: `All ${done} parts of ${name} are done.` };
  const finished = done > 0 ? `, ${done} done` : "";
  return {
    text: `${name} has ${open.length} open ${open.length === 1 ? "part" : "parts"}${finished}:\n\n${bulleted(
      open.map((task) => ({ ...task, parent: null })),
      today,
    )}`,
    focus: open,
    shown: open,
  };
}
