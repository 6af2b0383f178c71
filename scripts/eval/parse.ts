import { parse } from "@/lib/assistant/offline/parse";
import { instantOfReference } from "./clock";
import type { Reading } from "./prediction";

export type Message = { text: string; reference_time: string; timezone: string };

/** What the built-in assistant reads in a message alone: no tasks, nothing said before. */
export function readMessage({ text, ...reference }: Message): Reading {
  const now = instantOfReference(reference);
  const { intent, slots } = parse(text, { now, timezone: reference.timezone });
  const { title, due, recurrence, target } = slots;
  return { intent, title, due, recurrence, target, iso: due };
}
