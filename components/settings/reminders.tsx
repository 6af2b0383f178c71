"use client";

import { usePerson } from "@/components/frame/person";
import { Choice, Field } from "@/components/ui/field";
import { type Clock, sayTime } from "@/lib/dates";
import { Notifications } from "./notifications";
import { Section } from "./section";
import { useProfile } from "./use-profile";

const before: [number, string][] = [
  [0, "When they are due"],
  [5, "5 minutes before"],
  [10, "10 minutes before"],
  [15, "15 minutes before"],
  [30, "30 minutes before"],
  [60, "An hour before"],
  [120, "2 hours before"],
  [1_440, "A day before"],
];

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const sayHour = (hour: number, clock: Clock) => sayTime(`${String(hour).padStart(2, "0")}:00`, clock);

/** What reminds the person without being asked to for a task, and how it reaches them. */
export function Reminders({ canMail }: { canMail: boolean }) {
  const { settings, clock, email } = usePerson();
  const { said, save } = useProfile();
  const { minutes, wholeDays, dayTime, summary } = settings.reminders;
  const set = (change: Partial<typeof settings.reminders>) => void save({ settings: { reminders: change } });
  const numberOr = (text: string) => (text === "" ? null : Number(text));
  const isOwn = minutes !== null && !before.some(([one]) => one === minutes);

  return (
    <Section title="Reminders" said={said}>
      <Choice
        label="Remind me of tasks that have a time"
        value={minutes ?? ""}
        onChange={(event) => set({ minutes: numberOr(event.target.value) })}
        hint="A task can have reminders of its own instead."
      >
        <option value="">Only those I set a reminder for</option>
        {before.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
        {isOwn ? <option value={minutes}>{`${minutes} minutes before`}</option> : null}
      </Choice>
      <label className="flex items-center gap-2.5 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          checked={wholeDays}
          onChange={(event) => set({ wholeDays: event.target.checked })}
          className="size-4"
        />
        Also remind me of days without a time, in the morning
      </label>
      <Field
        label="My morning is at"
        type="time"
        defaultValue={dayTime}
        required
        onBlur={({ target }) => target.value !== "" && target.value !== dayTime && set({ dayTime: target.value })}
        hint="Until then “tomorrow morning” puts a reminder off, too."
        className="w-36"
      />
      <Notifications />
      {canMail ? (
        <Choice
          label="Daily summary by e-mail"
          value={summary ?? ""}
          onChange={(event) => set({ summary: numberOr(event.target.value) })}
          hint={`What is late, due and coming up, to ${email}. On days with nothing to do no letter comes.`}
        >
          <option value="">Off</option>
          {hours.map((hour) => (
            <option key={hour} value={hour}>
              {sayHour(hour, clock)}
            </option>
          ))}
        </Choice>
      ) : (
        <p className="text-faint text-small">
          A daily summary by e-mail can be had once whoever runs this Docket has set a mail server.
        </p>
      )}
    </Section>
  );
}
