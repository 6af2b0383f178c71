import type { Command } from "./command";
import type { Turn } from "./history";
import type { Seen } from "./seen";

/** What the assistant asked, and what it will do once it is answered. */
export type Pending =
  | { kind: "which"; command: Command; candidates: Seen[] }
  | { kind: "confirm"; commands: Command[] }
  | { kind: "what"; command: Command };

/** What was said and done before, as far as a next message can refer to it. */
export type Discourse = {
  /** The tasks last spoken of: "it", "them". */
  focus: Seen[];
  /** The tasks last listed, in their order: "the second one". */
  shown: Seen[];
  pending: Pending | null;
  /** What there is to say of calls that the app asked the person about, and that have been decided since: a bare "yes" or "no" meant them. */
  decided: string | null;
  /** What was last done, to which tasks, which others it might have meant, and how many calls it took. */
  last: { command: Command; tasks: Seen[]; candidates: Seen[]; calls: number } | null;
};

export const nothingSaid: Discourse = { focus: [], shown: [], pending: null, decided: null, last: null };

export type Outcome = {
  text: string;
  focus: Seen[];
  shown: Seen[];
  pending: Pending | null;
  last: Discourse["last"];
};

export function after(before: Discourse, { focus, shown, pending, last }: Outcome): Discourse {
  return {
    focus: focus.length > 0 ? focus : before.focus,
    shown: shown.length > 0 ? shown : before.shown,
    pending,
    decided: null,
    last: last ?? before.last,
  };
}

const changes = new Set([
  "create_task",
  "update_task",
  "set_task_complete",
  "delete_task",
  "restore_task",
  "undo_change",
]);

/** What a turn did, when it was not this assistant's own or can't be followed: its results speak for themselves. */
export function afterUnknown(before: Discourse, turn: Turn): Discourse {
  const calls = turn.steps.flat();
  const tasksOf = (names: (name: string) => boolean) =>
    calls.flatMap(({ name, result }) => (names(name) && result.status === "ok" ? result.answer.tasks : []));
  const changed = tasksOf((name) => changes.has(name));
  const named = new Set((turn.spoken.match(/#\d+/g) ?? []).map((text) => Number(text.slice(1))));
  const listed = tasksOf((name) => name === "list_tasks").filter(({ number }) => named.has(number));
  const focus = changed.length > 0 ? changed : listed;
  return {
    ...before,
    pending: null,
    decided: null,
    focus: focus.length > 0 ? focus : before.focus,
    shown: focus.length > 0 ? focus : before.shown,
  };
}
