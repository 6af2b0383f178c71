"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { cn } from "@/lib/cn";
import { sayDate } from "@/lib/dates";
import { addDays, addMonths, firstOfMonth, lastOfMonth, weekdayOf, weekOf } from "@/lib/words/calendar";
import { IconButton } from "./button";

type CalendarGridProps = {
  /** The day that the keys move from; its month is the one that is shown. */
  day: string;
  move: (day: string) => void;
  chosen: string | null;
  today: string;
  /** The weekday (0 is Sunday) on which weeks begin. */
  firstDay: number;
  choose: (day: string) => void;
};

const names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const monthName = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "long", year: "numeric" });

/** A month as a grid (ARIA's date grid): arrows by day and week, Home and End within the week, Page keys by month, with Shift by year. */
export function CalendarGrid({ day, move, chosen, today, firstDay, choose }: CalendarGridProps) {
  const id = useId();
  const table = useRef<HTMLTableElement>(null);
  const byKeys = useRef(false);
  const month = day.slice(0, 7);
  const first = weekOf(firstOfMonth(day), firstDay);
  const weeks: string[][] = [];
  for (let start = first; start <= lastOfMonth(day); start = addDays(start, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((n) => addDays(start, n)));

  useEffect(() => {
    if (!byKeys.current) return;
    byKeys.current = false;
    table.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  }, [day]);

  function key(event: KeyboardEvent) {
    const to = {
      ArrowLeft: () => addDays(day, -1),
      ArrowRight: () => addDays(day, 1),
      ArrowUp: () => addDays(day, -7),
      ArrowDown: () => addDays(day, 7),
      Home: () => weekOf(day, firstDay),
      End: () => addDays(weekOf(day, firstDay), 6),
      PageUp: () => addMonths(day, event.shiftKey ? -12 : -1),
      PageDown: () => addMonths(day, event.shiftKey ? 12 : 1),
    }[event.key];
    if (!to || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    byKeys.current = true;
    move(to());
  }

  return (
    <div>
      <div className="flex items-center gap-1 pb-1">
        <p id={id} aria-live="polite" className="flex-1 pl-2 font-semibold">
          {monthName.format(new Date(`${day}T00:00:00Z`))}
        </p>
        <IconButton label="Previous month" onClick={() => move(addMonths(day, -1))}>
          <ChevronLeft aria-hidden />
        </IconButton>
        <IconButton label="Next month" onClick={() => move(addMonths(day, 1))}>
          <ChevronRight aria-hidden />
        </IconButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of ARIA for a grid of dates */}
      <table ref={table} role="grid" aria-labelledby={id} onKeyDown={key} className="figures w-full border-collapse">
        <thead>
          <tr>
            {(weeks[0] ?? []).map((date) => {
              const name = names[weekdayOf(date)] ?? "";
              return (
                <th key={date} scope="col" abbr={name} className="h-7 font-normal text-faint text-micro">
                  <span aria-hidden>{name.slice(0, 2)}</span>
                  <span className="sr-only">{name}</span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                // In a grid a cell is a gridcell, and can be selected.
                // biome-ignore lint/a11y/useAriaPropsSupportedByRole: see above
                <td key={date} aria-selected={date === chosen} className="p-0 text-center">
                  <button
                    type="button"
                    data-day={date}
                    tabIndex={date === day ? 0 : -1}
                    aria-label={sayDate(date)}
                    aria-current={date === today ? "date" : undefined}
                    onClick={() => choose(date)}
                    className={cn(
                      "size-9 rounded-control hover:bg-tint pointer-coarse:size-11",
                      date.slice(0, 7) !== month && "text-faint",
                      date === today && "font-semibold text-accent underline underline-offset-3",
                      date === chosen && "bg-accent! text-on-accent! hover:bg-accent-deep!",
                    )}
                  >
                    {Number(date.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
