import type { Command } from "./command";
import type { Entry } from "./entry";
import type { CallResult } from "./history";
import { numbersOf } from "./pick";
import { type Ready, ready, say } from "./ready";
import { isAssent, isEverything, withoutChatter } from "./short-answer";

type Done = Extract<Entry, { is: "done" }>;

/** The tool asks whether the open parts of what is done are done as well; so the person is asked. */
const isAsking = (result: CallResult) =>
  result.status === "error" && /\bopen subtasks?\b.*\bsay whether to complete them\b/s.test(result.message);

export function aboutParts(entry: Done): Entry {
  const asked = entry.results.find(isAsking);
  if (asked?.status !== "error" || entry.command.do !== "complete") return entry;
  const [what = ""] = asked.message.split(/\. Nothing was changed\b/);
  const command = { ...entry.command, target: numbersOf(entry.tasks) };
  return {
    is: "said",
    text: `${what}. Shall I complete them too, or leave them open?`,
    pending: { kind: "parts", command },
  };
}

const leaves =
  /^(?:no+[\s,]+)?(?:(?:please )?(?:leave|keep) (?:them|it|those|the (?:parts|subtasks|rest|others))(?: (?:open|alone|as (?:they|it) (?:are|is)))?|(?:just|only) (?:it|that|this|the (?:one|task|parent|main)\b.*|#?\d+)|(?:complete |do )?(?:just|only) .+|no|nope|leave|open)$/i;
const takes =
  /^(?:yes[\s,]+)?(?:(?:complete|do|tick|finish|mark)(?: off)? (?:them|it|those|everything|all(?: of (?:them|it))?|the (?:parts|subtasks|rest|others))(?: (?:too|as well|off|done|as done))*|them too|those too|(?:the )?(?:parts|subtasks|rest|others) (?:too|as well)|too)$/i;

/** The answer: with its parts, or without them; null when it is something else. */
export function answeredParts(said: string, command: Extract<Command, { do: "complete" }>): Ready[] | null {
  const plain = withoutChatter(said);
  if (leaves.test(plain) || leaves.test(said.trim().replace(/[\s.!]+$/, "")))
    return [ready({ ...command, parts: "leave" })];
  if (isAssent(said) || isEverything(said) || takes.test(plain)) return [ready({ ...command, parts: "complete" })];
  return /^(?:never ?mind|cancel|forget it|neither|stop|nothing)\b/i.test(plain)
    ? [say("All right, I changed nothing.")]
    : null;
}
