import { findWhen } from "@/lib/words/find-when";
import type { Priority } from "@/lib/words/read-task";
import type { Due, Today } from "@/lib/words/today";
import { type Command, type Intent, intentOf } from "./command";
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
export function slotsOf(text: string, today: Today, command: Command | undefined): Slots {
  const task = command && "task" in command ? (command.task ?? null) : null;
  const patch = command?.do === "update" || command?.do === "correct" ? command.patch : null;
  const isAbout = command?.do === "create" || command?.do === "update" || command?.do === "correct";
  const changed = patch?.due && patch.due !== "remove" ? patch.due : null;
  const due = task?.due ?? changed ?? (isAbout ? null : findWhen(text, today).due);
  return {
    title: task?.title ?? patch?.title ?? null,
    due: due && isoOf(due),
    recurrence: task?.recurrence ?? patch?.recurrence ?? null,
    target: command && "target" in command && command.target?.kind === "words" ? command.target.text : null,
    priority: task?.priority ?? patch?.priority ?? "none",
    tags: task?.tags ?? patch?.addTags ?? [],
  };
}

const isoOf = ({ date, time }: Due) => (time ? `${date}T${time}` : date);

export type Parsed = { intent: Intent; slots: Slots; commands: Command[] };

/** `now` is the moment and `timezone` the IANA zone in which the words are read. */
export function parse(text: string, { now, timezone }: { now: Date; timezone: string }): Parsed {
  const today: Today = { now, timeZone: timezone };
  const commands = understand(text, today);
  const [command] = commands;
  return { intent: command ? intentOf(command) : "out_of_scope", slots: slotsOf(text, today, command), commands };
}
