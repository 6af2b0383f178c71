import { findWhen } from "@/lib/words/find-when";
import type { Priority } from "@/lib/words/read-task";
import type { Due, Today } from "@/lib/words/today";
import type { ToolCall } from "./calls";
import { type Command, type Intent, intentOf } from "./command";
import type { Turn } from "./history";
import { rehearse } from "./rehearsal";
import type { PlainTask } from "./rehearsal-task";
import { understand } from "./understand";

/** What the words alone say: the first command of a message. */
export type Slots = {
  title: string | null;
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, on the wall of the zone. */
  due: string | null;
  /** RFC 5545 RRULE without its start. */
  recurrence: string | null;
  /** The words of the task that is meant. */
  target: string | null;
  priority: Priority;
  tags: string[];
};

/** The slots of the first command; intent, title, date and target come from the words alone. */
function slotsOf(text: string, today: Today, command: Command | undefined): Slots {
  const task = command && "task" in command ? (command.task ?? null) : null;
  const patch = command?.do === "update" || command?.do === "correct" ? command.patch : null;
  const isAbout = command?.do === "create" || command?.do === "update" || command?.do === "correct";
  const changed = patch?.due && patch.due !== "remove" ? patch.due : null;
  const due = task?.due ?? changed ?? (isAbout ? null : findWhen(text, today).due);
  return {
    title: task?.title ?? patch?.title ?? null,
    due: due && isoOf(due),
    recurrence: task?.recurrence ?? (patch?.recurrence === "remove" ? null : (patch?.recurrence ?? null)),
    target: command && "target" in command && command.target?.kind === "words" ? command.target.text : null,
    priority: task?.priority ?? patch?.priority ?? "none",
    tags: task?.tags ?? patch?.addTags ?? [],
  };
}

const isoOf = ({ date, time }: Due) => (time ? `${date}T${time}` : date);

export type Reference = {
  now: Date;
  /** IANA */
  timezone: string;
  /** What there is to refer to; nothing when left out. */
  tasks?: PlainTask[];
  /** The messages before, oldest first, with what was done about them. */
  history?: Turn[];
};

export type Parsed = {
  intent: Intent;
  slots: Slots;
  /** The changes that the message leads to, were these the tasks. */
  calls: ToolCall[];
  /** What the assistant asks back, when it asks. */
  question?: string;
  reply: string;
};

const readAt = (today: Today) => (said: string) => understand(said, today);

/** A message read without a database: its meaning, which comes from the words alone, and what would be done and said about it. */
export function parse(text: string, { now, timezone, tasks = [], history = [] }: Reference): Parsed {
  const today: Today = { now, timeZone: timezone };
  const [command] = understand(text, today);
  const turn: Turn = { said: text, steps: [], spoken: "" };
  const { calls, reply, question } = rehearse([...history, turn], tasks, today, readAt);
  return {
    intent: command ? intentOf(command) : "out_of_scope",
    slots: slotsOf(text, today, command),
    calls,
    ...(question !== null && { question }),
    reply,
  };
}
