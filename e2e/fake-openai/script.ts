/** What the pretended model does when it is asked once. Plain data, so that a test may send one over HTTP. */
export type Step = {
  /** What the model thinks before it speaks; goes out piece by piece like text, but is none. */
  reasoning?: string;
  text?: string;
  /** The text this many times over: 10 MB should not have to be written down. */
  repeat?: number;
  calls?: { name: string; id?: string /** A string goes out as it is, valid JSON or not. */; arguments: unknown }[];
  finish?: "stop" | "length" | "content_filter";
  /** Characters of text per event, and the pause before each event. */
  pieceLength?: number;
  pauseMs?: number;
  /** Every event is cut into two writes in the middle of a character of several bytes, when it has one. */
  splitCharacters?: boolean;
  /** How the events are written, where servers differ: line ends, a comment between any two, no [DONE] at the end. */
  wire?: { crlf?: boolean; comments?: boolean; noDone?: boolean };
  fault?: Fault;
};

export type Fault = {
  kind: "status" | "reset-before-headers" | "hang-before-headers" | "hang" | "break" | "end-early" | "error-event";
  /** For kind "status": the answer, and for how long it asks to be left alone. */
  status?: number;
  retryAfterSeconds?: number;
  /** The same as a date, which is how some servers write it. */
  retryAfterIsDate?: boolean;
  message?: string;
  /** For the faults in the middle of a stream: how many pieces of text arrive first. */
  afterPieces?: number;
  /** The fault happens the first so many calls of a key, and then no more. Without it: always. */
  times?: number;
};

/** Step n answers after n rounds of tool results since the last message of the person; the last one is a final text. */
export type Script = {
  steps: Step[];
  /** The last step again and again, instead of a final text. */
  endless?: boolean;
};

export const finalStep: Step = { text: "That is done." };

export function stepOf(script: Script, round: number): Step {
  const last = script.steps.at(-1) ?? finalStep;
  return script.steps[round] ?? (script.endless ? last : finalStep);
}

/** The step's text, cut into pieces at whole characters. */
export const piecesOf = (step: Step): string[] => cut((step.text ?? "").repeat(step.repeat ?? 1), step);

export const thoughtsOf = (step: Step): string[] => cut(step.reasoning ?? "", step);

function cut(text: string, step: Step): string[] {
  const characters = Array.from(text);
  const length = step.pieceLength ?? 12;
  const pieces: string[] = [];
  for (let start = 0; start < characters.length; start += length) {
    pieces.push(characters.slice(start, start + length).join(""));
  }
  return pieces;
}

/** The arguments of a call as they go over the wire. */
export const argumentsOf = (call: { arguments: unknown }) =>
  typeof call.arguments === "string" ? call.arguments : JSON.stringify(call.arguments);
