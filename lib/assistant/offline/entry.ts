import type { Command, Targeted } from "./command";
import type { Pending } from "./discourse";
import type { CallResult } from "./history";
import type { Found } from "./locate";
import type { Seen } from "./seen";

type Update = Extract<Command, { do: "update" }>;

/** What became of one command, to be put into words. */
export type Entry =
  | { is: "said"; text: string; pending: Pending | null }
  | { is: "talked"; command: Command }
  | { is: "listed"; command: Extract<Command, { do: "list" }>; results: CallResult[] }
  | { is: "unclear"; command: Targeted; found: Exclude<Found, { kind: "tasks" }> }
  /** The tasks are known; when they should be, or what they should be called, was not said. */
  | { is: "lacking"; command: Update; lacks: NonNullable<Update["lacks"]>; tasks: Seen[] }
  | { is: "failed"; message: string }
  /** `tasks` as they were before; `candidates` what else the words might have meant; `left` how many more fit than one message can change. */
  | { is: "done"; command: Command; tasks: Seen[]; candidates: Seen[]; results: CallResult[]; left?: number };
