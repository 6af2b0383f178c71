import "server-only";
import { AppError } from "@/lib/errors";
import { readDue } from "@/lib/words/dates";
import { type Due, type Today, todayIn } from "@/lib/words/today";

/** Resolves a due date on the server, in the person's zone. `note` is for the reader when it isn't quite what was asked for. */
export function resolveDue(text: string, today: Today): { due: Due; note: string | undefined } {
  const found = readDue(text, today);
  if (found === null) {
    throw new AppError(
      "invalid",
      `"${text}" is not a date I can read. Write it as 2026-11-27, 2026-11-27T17:00, or in words such as "next friday 5pm".`,
      { details: { field: "due" } },
    );
  }
  const { due, moved } = found;
  if (moved) {
    const note = `The clocks in ${today.timeZone} skip that time on ${due.date}, so it is at ${due.time}.`;
    return { due, note };
  }
  return { due, note: due.date < todayIn(today) ? "That date has already passed." : undefined };
}

/** The two fields of a task that a due date fills. */
export const dueFields = (due: Due) => ({ dueDate: due.date, dueTime: due.time });
