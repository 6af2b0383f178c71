import type { Command, Target } from "./command";
import type { Pending } from "./discourse";
import type { Seen } from "./seen";

/** Reads a message; the steps of one reply read the same messages again and again. */
export type Read = (said: string) => Command[];

/** A command that stands on its own, a sentence that answers at once, or a question put again about fewer tasks. `redoes`: how many undos it does again. */
export type Ready =
  | { is: "command"; command: Command; redoes?: number }
  | { is: "say"; text: string; pending?: Pending }
  | { is: "ask"; command: Command; candidates: Seen[] };

export const ready = (command: Command): Extract<Ready, { is: "command" }> => ({ is: "command", command });
export const say = (text: string, pending?: Pending): Ready =>
  pending ? { is: "say", text, pending } : { is: "say", text };

export function withTarget(command: Command, target: Target): Command {
  return "target" in command && command.do !== "correct" ? { ...command, target } : command;
}
