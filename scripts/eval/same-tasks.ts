import { areTags, isDue, isPriority, isRecurrence, isTitle } from "./compare";
import type { WantedTask } from "./gold";
import type { StateTask } from "./prediction";

type Fits = (wanted: WantedTask, found: StateTask) => boolean;

const isSameDeed: Fits = (wanted, found) => isTitle(wanted.title, found.title) && wanted.completed === found.completed;

export const isSameTask: Fits = (wanted, found) =>
  isSameDeed(wanted, found) &&
  isDue(wanted.due, found.due) &&
  isPriority(wanted.priority, found.priority) &&
  areTags(wanted.tags, found.tags) &&
  isRecurrence(wanted.recurrence, found.recurrence, wanted.due);

export const areSameTasks = (wanted: WantedTask[], found: StateTask[]) => canPair(wanted, found, isSameTask);

/** Titles and what is done, whatever the rest. */
export const areSameDeeds = (wanted: WantedTask[], found: StateTask[]) => canPair(wanted, found, isSameDeed);

/** Whether every wanted task has a found one of its own, and none is left: their order doesn't matter. */
function canPair(wanted: WantedTask[], found: StateTask[], fits: Fits): boolean {
  if (wanted.length !== found.length) return false;
  const [first, ...others] = wanted;
  if (!first) return true;
  // Alternatives may let one task fit two wanted ones: a pair that leads nowhere is taken back.
  return found.some((task, place) => fits(first, task) && canPair(others, found.toSpliced(place, 1), fits));
}
