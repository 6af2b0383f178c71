"use client";

import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { type Clock, sayTime } from "@/lib/dates";
import { addDays, weekOf } from "@/lib/words/calendar";
import { Button } from "./button";
import { CalendarGrid } from "./calendar-grid";
import { fieldLook } from "./field";
import { readTime } from "./read-time";

export type Picked = { date: string; time: string | null };

type DatePickerProps = {
  label: string;
  value: Picked | null;
  today: string;
  person: { weekStart: "monday" | "sunday" | "saturday"; clock: Clock };
  choose: (picked: Picked | null) => void;
  close: () => void;
};

const firstDays = { sunday: 0, monday: 1, saturday: 6 };

/**
 * A day and perhaps an hour, picked in the browser's own popover beside the button that had the focus: Escape and a click
 * elsewhere close it, and the focus goes back to that button.
 */
export function DatePicker({ label, value, today, person, choose, close }: DatePickerProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [day, setDay] = useState(value?.date ?? today);
  const [time, setTime] = useState(value?.time ? sayTime(value.time, person.clock) : "");
  const firstDay = firstDays[person.weekStart];
  const hour = time.trim() ? readTime(time) : null;
  const isTime = hour !== null || !time.trim();
  useOpen(box);

  function take(picked: Picked | null) {
    // Before the answer, so that the focus is back where it came from.
    box.current?.hidePopover();
    choose(picked);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isTime) take({ date: value?.date ?? day, time: hour });
  }

  const quick = [
    { name: "Today", date: today },
    { name: "Tomorrow", date: addDays(today, 1) },
    { name: "Next week", date: addDays(weekOf(today, firstDay), 7) },
  ];
  return (
    <div
      ref={box}
      popover="auto"
      role="dialog"
      aria-label={`${label}: pick a date`}
      onToggle={(event) => event.newState === "closed" && close()}
      // It belongs to its field only in the tree; its keys are its own.
      onKeyDown={(event) => event.stopPropagation()}
      className="fixed m-0 w-84 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-panel border border-rule bg-sheet p-2 text-ink shadow-pop pointer-coarse:w-90"
    >
      <div className="flex flex-wrap gap-1 pb-2">
        {quick.map(({ name, date }) => (
          <Button key={name} size="small" onClick={() => take({ date, time: isTime ? hour : null })}>
            {name}
          </Button>
        ))}
        <Button kind="quiet" size="small" onClick={() => take(null)}>
          No date
        </Button>
      </div>
      <CalendarGrid
        day={day}
        move={setDay}
        chosen={value?.date ?? null}
        today={today}
        firstDay={firstDay}
        choose={(date) => isTime && take({ date, time: hour })}
      />
      <form onSubmit={submit} className="mt-2 flex items-center gap-2 border-rule border-t pt-2">
        <label htmlFor={id} className="text-small text-soft">
          Time
        </label>
        <input
          id={id}
          value={time}
          onChange={(event) => setTime(event.target.value)}
          aria-invalid={!isTime}
          aria-describedby={`${id}-wrong`}
          autoComplete="off"
          maxLength={10}
          placeholder={sayTime("17:00", person.clock)}
          className={`${fieldLook} figures h-8 min-w-0 flex-1 pointer-coarse:h-11`}
        />
        <Button type="submit" size="small" kind="primary" disabled={!isTime}>
          Set
        </Button>
      </form>
      <p id={`${id}-wrong`} role="alert" className="text-red text-small">
        {isTime ? "" : `Write a time such as ${sayTime("17:00", person.clock)}.`}
      </p>
    </div>
  );
}

/** Opens below the button that was pressed, or where there is room, with the day that is chosen in focus. */
function useOpen(box: { current: HTMLDivElement | null }) {
  useEffect(() => {
    const popover = box.current;
    if (!popover || popover.matches(":popover-open")) return;
    const from = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
    popover.showPopover();
    const size = popover.getBoundingClientRect();
    const isBelow = from.bottom + 4 + size.height < innerHeight;
    const top = isBelow
      ? from.bottom + 4
      : Math.max(8, Math.min(from.top - size.height - 4, innerHeight - size.height - 8));
    popover.style.top = `${top}px`;
    popover.style.maxHeight = `${innerHeight - 16}px`;
    popover.style.left = `${Math.max(8, Math.min(from.right - size.width, innerWidth - size.width - 8))}px`;
    popover.querySelector<HTMLElement>("[data-day][tabindex='0']")?.focus();
  }, [box]);
}
