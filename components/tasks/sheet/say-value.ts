"use client";

import { sayTaskDue } from "@/components/activity/diff";
import { usePerson } from "@/components/frame/person";
import { useRecurrenceWords } from "@/components/words";
import type { Priority } from "@/lib/tasks/schema";
import { sayReminder } from "./reminders";
import type { FieldName, Values } from "./values";

export const priorities: { [P in Priority]: string } = {
  none: "No priority",
  low: "Low",
  medium: "Medium",
  high: "High",
};

/** How the values of a field are said where two of them stand side by side. */
export function useSayValue(field: FieldName): (values: Values) => string {
  const { today, clock } = usePerson();
  const sayRule = useRecurrenceWords(field === "recurrence");
  const says: { [F in FieldName]: (values: Values) => string | null } = {
    title: ({ title }) => title,
    description: ({ description }) => description,
    due: ({ due }) => due && sayTaskDue({ dueDate: due.date, dueTime: due.time }, { today, clock }),
    recurrence: ({ recurrence }) => recurrence && sayRule(recurrence),
    priority: ({ priority }) => priorities[priority],
    tags: ({ tags }) => tags.map((tag) => `#${tag}`).join(" "),
    reminders: ({ reminders }) => reminders.map(sayReminder).join(", "),
    parent: ({ parent }) => (parent === null ? null : `#${parent}`),
  };
  return (values) => says[field](values) || "none";
}
