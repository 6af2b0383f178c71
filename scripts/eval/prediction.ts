/** What one message says, read by itself. Moments are local wall clock: `2026-03-12` or `2026-03-12T17:00`. */
export type Reading = {
  intent: string;
  title: string | null;
  due: string | null;
  recurrence: string | null;
  target: string | null;
  /** The moment that the words name, whatever they want done. */
  iso: string | null;
};

/** `ms`: how long the answer took. Without a reading, and with the reason, when there was no answer. */
export type ReadingPrediction = { id: string; ms: number; error?: string } & Partial<Reading>;

/** A task as a conversation left it. */
export type StateTask = {
  title: string;
  completed: boolean;
  due: string | null;
  priority: string | null;
  tags: string[];
  recurrence: string | null;
};

export type ToolUse = { name: string; args: unknown; status: string };

export type TurnPrediction = {
  user: string;
  reply: string;
  toolCalls: ToolUse[];
  /** A question was answered with "yes" on the way. */
  confirmed: boolean;
  /** The reply tells of a change, but no call that changes anything succeeded. */
  claimsWithoutEffect: boolean;
  state: StateTask[];
  ms: number;
};

export type DialoguePrediction = {
  id: string;
  final: StateTask[];
  turns: TurnPrediction[];
  ms: number;
  error?: string;
};
