import type { Priority, TaskWords } from "@/lib/words/read-task";
import type { Shift } from "@/lib/words/shift";
import type { Due } from "@/lib/words/today";
import type { Seen } from "./seen";

export type View = "today" | "upcoming" | "overdue" | "inbox" | "all" | "completed" | "bin";

/** Which tasks a question or a bulk command speaks of. Its fields are those of the tool `list_tasks`. */
export type Filter = {
  view?: View;
  text?: string;
  tag?: string;
  priority?: Exclude<Priority, "none">;
  dueFrom?: string;
  dueTo?: string;
  /** Completed on this day or later, or earlier. */
  doneFrom?: string;
  doneTo?: string;
  /** What a bulk reference leaves out, as it was said: "everything | except the dentist". */
  except?: string;
};

/** What a command speaks of, as it was said. */
export type Target =
  /** `asked`: the tasks as they were when the person was asked about them. */
  | { kind: "numbers"; numbers: number[]; asked?: Seen[] }
  /** "the second one": a place in the list that was shown last; -1 is its last */
  | { kind: "places"; places: number[] }
  | { kind: "it" }
  | { kind: "them" }
  | { kind: "other" }
  /** "the rest": those shown or asked about that nothing was done to. */
  | { kind: "rest" }
  | { kind: "bulk"; filter: Filter }
  | { kind: "words"; text: string }
  /** The whole name of a task, but for its verb. */
  | { kind: "title"; text: string };

/** What is to change. A due date may be a new one, a new time on the same day, or a move from where it stands. */
export type Patch = {
  title?: string;
  description?: string;
  due?: Due | "remove";
  hasDay?: boolean;
  /** The hour was said without its half of the day. */
  isBareHour?: boolean;
  shift?: Shift;
  priority?: Priority;
  addTags?: string[];
  removeTags?: string[];
  tags?: string[];
  recurrence?: string;
  /** Minutes before it is due, beside those that are set already. */
  addReminders?: number[];
  reminders?: number[];
  /** The task that it becomes a part of; null makes it a task by itself. */
  parent?: number | null;
};

export type Lack = "when" | "title" | "priority" | "tags";

export type Topic =
  | "hello"
  | "bye"
  | "thanks"
  | "how"
  | "who"
  | "help"
  | "praise"
  | "sorry"
  | "joke"
  | "fine"
  | "love"
  | "chat"
  | "time";

export type Command =
  /** `notes`: what is to be remembered of it. `under`: the task that it is a part of. */
  | { do: "create"; task: TaskWords; notes?: string; under?: Target }
  | {
      do: "list";
      filter: Filter;
      asks: "list" | "count" | "when" | "next" | "overview" | "week" | "is" | "notes" | "parts";
      about: string;
      period?: string;
      /** The task whose parts are asked for. */
      under?: Target;
      /** The question is whether it was done, not whether it is there. */
      isOfDone?: boolean;
    }
  /** `orCreate`: the words may as well be something new to do ("finish the report"), when no task fits them; surely so when that needs no question. `isGuess`: told in passing, so it is asked about first ("bins are out"). */
  | {
      do: "complete";
      target: Target;
      completed: boolean;
      /** What becomes of its open parts, once that was asked. */
      parts?: "complete" | "leave";
      orCreate?: TaskWords;
      isSurelyTask?: boolean;
      isGuess?: boolean;
    }
  /** `lacks`: what the patch still needs before anything can change ("reschedule the dentist"). */
  | {
      do: "update";
      target: Target;
      patch: Patch;
      under?: Target;
      lacks?: Lack;
      orCreate?: TaskWords;
      isSurelyTask?: boolean;
    }
  | { do: "delete"; target: Target; orCreate?: TaskWords; isSurelyTask?: boolean }
  | { do: "restore"; target: Target }
  /** Its place in the order that the person gives by hand; `beside`: the task before or after which it is to stand. */
  | { do: "move"; target: Target; place: "first" | "last" | "before" | "after"; beside?: Target }
  /** `call`: the very change that was asked about. */
  | { do: "undo"; count?: number | "all"; call?: string }
  | { do: "redo"; count?: number | "all" }
  /** "what did you just change?" */
  | { do: "recall" }
  /** A correction of what was just done: "no, friday", "the other one". */
  | { do: "correct"; patch: Patch | null; target: Target | null }
  /** "do the same with the bread one" */
  | { do: "same"; target: Target }
  | { do: "answer"; answer: "yes" | "no" | "all" }
  /** A reference and nothing else: an answer when something was asked. */
  | { do: "pick"; target: Target }
  | { do: "talk"; topic: Topic }
  /** `task`: what was asked for may be something for the person to do themselves; `otherwise`: what it is when there is such a task. */
  | { do: "decline"; task?: TaskWords; otherwise?: Targeted }
  /** A request that can't be carried out as it was said, with the sentence that tells why or asks what is missing. */
  | { do: "say"; text: string }
  /** Perhaps a task, perhaps not: "milk". */
  | { do: "unclear"; task: TaskWords };

/** A command to tasks that are there. */
export type Targeted = Extract<Command, { do: "complete" | "update" | "delete" | "restore" | "move" }>;

const targeted = new Set<Command["do"]>(["complete", "update", "delete", "restore", "move"]);
export const isTargeted = (command: Command): command is Targeted => targeted.has(command.do);

export type Intent =
  | "create"
  | "list"
  | "complete"
  | "update"
  | "delete"
  | "undo"
  | "smalltalk_or_help"
  | "out_of_scope";

const intents: { [D in Command["do"]]: Intent } = {
  create: "create",
  list: "list",
  complete: "complete",
  update: "update",
  delete: "delete",
  restore: "undo",
  move: "update",
  undo: "undo",
  redo: "undo",
  recall: "list",
  correct: "update",
  same: "update",
  answer: "smalltalk_or_help",
  pick: "smalltalk_or_help",
  talk: "smalltalk_or_help",
  decline: "out_of_scope",
  say: "update",
  unclear: "create",
};

export const intentOf = (command: Command): Intent => intents[command.do];
