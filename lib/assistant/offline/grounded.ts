import { findWhen } from "@/lib/words/find-when";
import type { Today } from "@/lib/words/today";
import type { Command, Target } from "./command";
import { patchOf } from "./patch";
import { readTarget } from "./read-target";

type Create = Extract<Command, { do: "create" }>;

/** What is said of a thing after it: "the parcel | has to wait", "Nkechi | I'll answer then", "the report | is". */
const stated =
  /,?\s+(?:(?:(?:has|have|needs?|ought|got) to|can|could|should|must|will|may)(?: just)? (?:be|wait|go|move|slip|stay|happen|come|do|have|get|take|answer|handle|start|finish)|(?:i|we)(?:'?ll| will| can)(?: just)? \p{L}+|is|are|then$)(?=\s|$).*$/iu;
/** "the Lindqvist one, first please" speaks of one that is there. */
const one = /^(?:and |ok |so |then )*(?<target>(?:the|that|my) [^,.;]{2,40}? one)(?=\W|$)/i;

/**
 * "passport forms: low priority", "the parcel has to wait until saturday" are about the task of that name, when there is one; only
 * without one are they something new.
 */
export function grounded(command: Command, said: string, today: Today): Command {
  if (command.do !== "create") return command;
  const target = namedIn(command, said, today);
  const { due, recurrence, priority, tags } = command.task;
  const patch = {
    ...((due || recurrence) && patchOf({ due, recurrence, hasDay: findWhen(said, today).hasDay, isBareHour: false })),
    ...(priority !== "none" && { priority }),
    ...(tags.length > 0 && { addTags: tags }),
  };
  if (!target || Object.keys(patch).length === 0) return command;
  return { do: "update", target, patch, orCreate: command.task, isSurelyTask: true };
}

function namedIn({ task: { title, due, recurrence } }: Create, said: string, today: Today): Target | null {
  const named = one.exec(title)?.groups?.target;
  const target = named ? readTarget(named, today) : null;
  if (target) return target;
  const subject = title
    .replace(stated, "")
    .replace(/^(?:and|so|ok|oh|well) /i, "")
    .trim();
  // A date beside a bare name may be that of something new: "milk tomorrow".
  const isHeading = said.toLowerCase().includes(`${title.toLowerCase()}:`);
  const isKnown = /^(?:the|my) /i.test(title);
  if (subject === title && (due || recurrence) && !isHeading && !isKnown) return null;
  return subject ? { kind: "title", text: subject } : null;
}
