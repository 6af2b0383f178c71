import { sayDueLong, sayDueShort } from "@/lib/words/say";
import type { Today } from "@/lib/words/today";
import type { Seen } from "./seen";

/** A title in bold, as the person wrote it; what Markdown would read in it is taken literally. */
export const quoted = ({ title }: { title: string }) => `**${escaped(title)}**`;

export const escaped = (title: string) => title.replace(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`);

const dueOf = ({ dueDate, dueTime }: Seen) => (dueDate ? { date: dueDate, time: dueTime } : null);

/** " for tomorrow, Mon 23 Nov, 17:00, every week": when a task is due, as the end of a sentence. */
export function dated(task: Seen, today: Today): string {
  const due = dueOf(task);
  const when = due ? ` for ${sayDueLong(due, today)}` : "";
  const repeat = task.recurrence ? `, ${task.recurrence}` : "";
  const priority = task.priority === "none" ? "" : `, ${task.priority} priority`;
  const tags = task.tags.length > 0 ? `, ${task.tags.map((tag) => `#${tag}`).join(" ")}` : "";
  return when + repeat + priority + tags;
}

export const due = (task: Seen, today: Today) => {
  const found = dueOf(task);
  return found ? sayDueLong(found, today) : "no date";
};

/** A Markdown list: "- #12 Buy milk, today 17:00, high priority". */
export function bulleted(tasks: Seen[], today: Today): string {
  return tasks.map((task) => `- #${task.number} ${escaped(task.title)}${details(task, today)}`).join("\n");
}

/** Sentences in a row; what follows a list stands in a paragraph of its own, or Markdown would make it part of the last item. */
export function paragraph(sentences: string[]): string {
  return sentences.reduce((before, next) => `${before}${/\n- [^\n]*$/.test(before) ? "\n\n" : " "}${next}`);
}

function details(task: Seen, today: Today) {
  const found = dueOf(task);
  const parts = [
    found && !task.isCompleted ? sayDueShort(found, today) : null,
    task.recurrence,
    task.priority === "none" ? null : `${task.priority} priority`,
    ...task.tags.map((tag) => `#${tag}`),
    task.parent ? `part of #${task.parent}` : null,
  ].filter(Boolean);
  return parts.length > 0 ? `, ${parts.join(", ")}` : "";
}
