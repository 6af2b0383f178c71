import type { Lack, Patch } from "./command";

/** `lacks`: what is still missing before anything can be moved. `mayBeNew`: the words may as well be something new to do. */
export type Reading = { said: string; patch: Patch; lacks?: Lack; mayBeNew?: "surely" | "perhaps" };

/** What people call the time of a task. */
export const dateNoun =
  "(?:due dates?|due|dates?|deadlines?|times?|due times?|hours?|schedule|days?|start(?: time)?|(?:date|day) and time)";

/** The words of a target, without what led to its date. */
export const trimmed = (text: string) =>
  text
    .replace(
      /\s+(?:to|until|till|for|on|at|by|from|be|as|due|happen|repeat|recur|be due|back|forward|off|out|over|up|already|a|the)$/i,
      "",
    )
    .replace(/\s+(?:to|until|till|for|on|at|by|from|due|so it'?s|back|forward|be|repeat|happen|recur)$/i, "")
    .replace(/^(?:to|for|on|until)\s+/i, "")
    .trim();

export const end = "[\\s.!]*$";

/** A way of asking for a change, and the change that its words amount to. */
export type Frame = { pattern: RegExp; patch(groups: Record<string, string | undefined>): Patch | null };
