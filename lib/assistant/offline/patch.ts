import type { When } from "@/lib/words/find-when";
import type { Patch } from "./command";

/** A date that was read, as a change of a task. */
export function patchOf(when: Pick<When, "due" | "recurrence" | "hasDay" | "isBareHour">): Patch {
  return {
    ...(when.due ? { due: when.due, hasDay: when.hasDay, ...(when.isBareHour && { isBareHour: true }) } : {}),
    ...(when.recurrence ? { recurrence: when.recurrence } : {}),
  };
}
