import type { Task } from "@/lib/tasks/schema";

/** Both lists, each task once: one of today whose hour has passed is late too. */
export const united = (one: readonly Task[], other: readonly Task[]): Task[] => [
  ...one,
  ...other.filter(({ number }) => !one.some((task) => task.number === number)),
];
